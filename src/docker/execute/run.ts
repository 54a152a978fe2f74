import type { Duplex } from 'node:stream';
import type { Outcome } from '../../core/command/execution';
import type { RunRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { toLabError } from '../refusal';
import { type Context, containerPath, print } from './context';
import { createContainer } from './create-container';
import { describeStarted } from './describe-started';
import { readExit, watchExit } from './exit';
import { followContainer } from './follow-container';
import { startContainer } from './start-container';

/** `docker run` and `docker create`. */
export async function executeRun(request: RunRequest, context: Context): Promise<Outcome> {
  try {
    return await makeAndRun(request, context);
  } catch (error) {
    throw asRefusedRun(toLabError(error));
  }
}

/** A run that the engine refuses ends with 125, so that it is told from the container's own end. */
function asRefusedRun(error: unknown): unknown {
  if (!(error instanceof LabError) || error.exitCode !== undefined) return error;
  const { code, message, advice, cause } = error;
  if (code === 'cancelled') return error;
  return new LabError(code, message, { cause, exitCode: 125, ...(advice && { advice }) });
}

async function makeAndRun(request: RunRequest, context: Context): Promise<Outcome> {
  const { streams } = context;
  if (request.tty && request.interactive && request.start && !request.detach) {
    requireTerminal(context);
  }
  const id = await createContainer(request, context);
  if (!request.start) {
    await print(streams, `${id}\n`);
    const container = await describeStarted(id, request.name, context);
    return { exitCode: 0, container, detached: false, outOfMemory: false };
  }
  return request.detach ? runDetached(id, request, context) : runAttached(id, request, context);
}

/** A program that wants a terminal would wait for keys that can never come. */
export function requireTerminal({ streams }: Context): void {
  if (streams.terminal !== undefined) return;
  throw new LabError('usage', 'The input is not a terminal, so -t has nothing to work with.', {
    advice: 'Leave out -t, or run it in a terminal.',
    exitCode: 1,
  });
}

async function runDetached(id: string, request: RunRequest, context: Context): Promise<Outcome> {
  await startContainer(id, context);
  await print(context.streams, `${id}\n`);
  const container = await describeStarted(id, request.name, context);
  context.options.onStarted?.(container);
  return { exitCode: 0, container, detached: true, outOfMemory: false };
}

async function runAttached(id: string, request: RunRequest, context: Context): Promise<Outcome> {
  const { connection } = context;
  const started = new Date();
  // Both must stand before the start, or a short life would be over before anyone looks.
  const watching = watchExit(id, request.remove ? 'removed' : 'next-exit', connection);
  const attaching = attach(id, request, context);
  const [socket, exit] = await Promise.all([attaching, watching]).catch((error) => {
    for (const one of [attaching, watching]) one.then((stream) => stream.destroy()).catch(() => {});
    throw error;
  });
  try {
    await startContainer(id, context);
  } catch (error) {
    socket.destroy();
    exit.destroy();
    throw error;
  }
  const { name, tty, interactive, signalProxy } = request;
  const attached = { id, name, started, socket, tty, interactive, signalProxy };
  return followContainer({ ...attached, exit: readExit(exit, connection) }, context);
}

/** Asks for the raw connection that carries a container's streams. */
async function attach(id: string, request: RunRequest, { connection }: Context): Promise<Duplex> {
  const { AttachStdout, AttachStderr } = request.create;
  const all = !AttachStdout && !AttachStderr;
  return connection.hijack({
    method: 'POST',
    path: containerPath(id, '/attach'),
    query: {
      stream: 1,
      stdin: request.interactive ? 1 : undefined,
      stdout: AttachStdout || all ? 1 : undefined,
      stderr: AttachStderr || all ? 1 : undefined,
      detachKeys: request.detachKeys,
    },
  });
}
