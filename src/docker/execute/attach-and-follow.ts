import type { Duplex } from 'node:stream';
import type { Outcome } from '../../core/command/execution';
import { LabError } from '../../core/lab-error';
import type { Connection } from '../connection';
import { type Context, containerPath } from './context';
import { followContainer } from './follow-container';
import { unlessAborted } from './unless-aborted';
import { watchEnd } from './watch-end';

/** A container to attach to, and how. */
export interface Target {
  readonly id: string;
  readonly name: string | undefined;
  readonly tty: boolean;
  readonly interactive: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** Ctrl-C reaches the container as SIGINT. */
  readonly signalProxy: boolean;
  /** The engine removes it when it ends. */
  readonly removesItself: boolean;
  readonly detachKeys: string | undefined;
  /** What it has printed before comes first. */
  readonly replay?: boolean | undefined;
}

/** Milliseconds that a start has to come about after the learner wants to stop. */
const grace = 3000;

/**
 * Attaches to a container, begins it with `begin` and carries its streams until it ends. Both the
 * attaching and the waiting stand before the beginning, or a short life would be over before anyone
 * looks.
 */
export async function attachAndFollow(
  target: Target,
  context: Context,
  begin: () => Promise<void>,
): Promise<Outcome> {
  const { lasting, options } = context;
  const started = new Date();
  const attaching = attach(target, lasting);
  const watching = watchEnd(target.id, target.removesItself, lasting);
  let hasBegun = false;
  try {
    const both = Promise.all([attaching, watching]);
    const [socket, end] = await unlessAborted(both, options.signal);
    hasBegun = true;
    options.onAttached?.(target.tty && target.interactive);
    await unlessAborted(begin(), options.signal, grace);
    const attached = { ...target, started, socket, exit: end.exitCode() };
    return await followContainer(attached, context);
  } catch (error) {
    throw hasBegun && isGone(error) ? goneMeanwhile(error, target) : error;
  } finally {
    for (const one of [attaching, watching]) {
      one.then((it) => it.destroy()).catch(() => undefined);
    }
  }
}

function isGone(error: unknown): error is LabError {
  return error instanceof LabError && error.code === 'engine-gone';
}

/** Without its engine the container may be gone, too, or may run on: an engine can be set so. */
function goneMeanwhile(cause: LabError, { id, name }: Target): LabError {
  const container = name ?? id.slice(0, 12);
  return new LabError('engine-gone', `${cause.message} The container ${container} may run on.`, {
    advice: `When the engine is back, docker ps --all shows it, and docker logs ${container} all that it has written.`,
    cause,
  });
}

/** Asks for the raw connection that carries a container's streams. */
function attach(target: Target, connection: Connection): Promise<Duplex> {
  const { id, interactive, stdout, stderr, detachKeys, replay } = target;
  return connection.hijack({
    method: 'POST',
    path: containerPath(id, '/attach'),
    query: {
      stream: 1,
      logs: replay ? 1 : undefined,
      stdin: interactive ? 1 : undefined,
      stdout: stdout ? 1 : undefined,
      stderr: stderr ? 1 : undefined,
      detachKeys,
    },
  });
}
