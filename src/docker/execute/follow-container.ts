import type { Duplex } from 'node:stream';
import type { Outcome } from '../../core/command/execution';
import { LabError } from '../../core/lab-error';
import { asAnswer, below } from '../answer';
import type { Connection } from '../connection';
import { cancelled } from '../errors';
import { Refusal } from '../refusal';
import { passThrough } from './attach';
import { type Context, containerPath, printError } from './context';
import { describeStarted } from './describe-started';
import { ranOutOfMemory } from './exit';
import { followInterrupt } from './interrupt';
import { followSize } from './resize';

/** A container that has been started, and what is attached to it. */
export interface Attached {
  readonly id: string;
  readonly name: string | undefined;
  readonly started: Date;
  readonly socket: Duplex;
  readonly exit: Promise<number>;
  readonly tty: boolean;
  readonly interactive: boolean;
  /** Ctrl-C reaches the container as SIGINT. */
  readonly signalProxy: boolean;
}

/** Carries output and input until the container ends, the learner detaches or the caller stops it. */
export async function followContainer(attached: Attached, context: Context): Promise<Outcome> {
  const { id, socket, exit, tty, interactive, started } = attached;
  const { lasting, streams, options } = context;
  const described = describeStarted(id, attached.name, context);
  described.then(options.onStarted?.bind(options), () => undefined);
  // They may fail while something else is awaited; each is looked at in its turn below.
  exit.catch(() => undefined);
  const stopResizing = tty
    ? followSize(lasting, containerPath(id, '/resize'), streams.terminal)
    : () => undefined;
  const forward = attached.signalProxy && !(tty && interactive);
  const interrupt = followInterrupt(id, forward, lasting, options);
  const output = passThrough(socket, streams, { tty, interactive });
  const ended = output.then(
    () => endOf(attached, context),
    // When the engine dies, the exit code never comes either, and its error says so in words.
    (error) => exit.then((code) => withoutRest(code, error, context)),
  );
  ended.catch(() => undefined);
  try {
    const end = await Promise.race([ended, interrupt.over]);
    if (end === 'interrupted') {
      const container = attached.name ?? id.slice(0, 12);
      throw cancelled(
        `Stopped watching. If ${container} still runs, docker stop ${container} ends it.`,
      );
    }
    if (end === 'forced') {
      await printError(streams, '\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n');
      return { exitCode: 1, detached: true, outOfMemory: false };
    }
    const container = await described;
    if (end === 'detached') {
      await printError(streams, 'read escape sequence\n');
      return { exitCode: 0, container, detached: true, outOfMemory: false };
    }
    const outOfMemory = await ranOutOfMemory(id, end, started, lasting);
    return { exitCode: end, container, detached: false, outOfMemory };
  } finally {
    interrupt.dispose();
    stopResizing();
    socket.destroy();
  }
}

/** The exit code of a container whose connection broke: the engine has kept what is missing here. */
async function withoutRest(code: number, error: unknown, { streams }: Context): Promise<number> {
  if (error instanceof LabError) throw error;
  await printError(
    streams,
    'The connection to the container broke: some of its output may be missing here. docker logs shows all of it.\n',
  );
  return code;
}

/** Milliseconds between the end of the output and the exit code, usually. */
const usualDelay = 500;

/** The output is over: because the container ended, or because the detach keys were typed. */
async function endOf(
  { id, exit, interactive }: Attached,
  { lasting }: Context,
): Promise<number | 'detached'> {
  if (!interactive) return exit;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), usualDelay);
  });
  const first = await Promise.race([exit, late]);
  clearTimeout(timer);
  if (first !== 'late') return first;
  return (await isRunning(id, lasting)) ? 'detached' : exit;
}

/** One that the engine does not know any more has ended, and was removed. */
async function isRunning(id: string, connection: Connection): Promise<boolean> {
  try {
    const answer = await connection.json({ method: 'GET', path: containerPath(id, '/json') });
    return below(asAnswer(answer, 'the container'), 'State').Running === true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
