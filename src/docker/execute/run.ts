import type { Outcome } from '../../core/command/execution';
import type { RunRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import type { Connection } from '../connection';
import { cancelled } from '../errors';
import { toLabError, withExitCode } from '../refusal';
import { attachAndFollow } from './attach-and-follow';
import { type Context, containerPath, print } from './context';
import { createContainer } from './create-container';
import { describeStarted } from './describe-started';
import { startContainer } from './start-container';

/** `docker run` and `docker create`. */
export async function executeRun(request: RunRequest, context: Context): Promise<Outcome> {
  try {
    return await makeAndRun(request, context);
  } catch (error) {
    const known = toLabError(error);
    throw request.start ? asRefusedRun(known) : known;
  }
}

/** A run that the engine refuses ends with 125, so that it is told from the container's own end. */
function asRefusedRun(error: unknown): unknown {
  if (!(error instanceof LabError) || error.exitCode !== undefined) return error;
  return error.code === 'cancelled' ? error : withExitCode(error, 125);
}

async function makeAndRun(request: RunRequest, context: Context): Promise<Outcome> {
  const { streams } = context;
  if (request.tty && request.interactive && request.start && !request.detach) {
    requireTerminal(context);
  }
  const id = await createContainer(request, context);
  if (request.start && context.options.signal.aborted) {
    await removeUnused(id, context.lasting);
    throw cancelled();
  }
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
    clientWords: 'the input device is not a TTY',
    exitCode: 1,
  });
}

async function runDetached(id: string, request: RunRequest, context: Context): Promise<Outcome> {
  await startContainer(id, context.connection);
  await print(context.streams, `${id}\n`);
  const container = await describeStarted(id, request.name, context);
  context.options.onStarted?.(container);
  return { exitCode: 0, container, detached: true, outOfMemory: false };
}

async function runAttached(id: string, request: RunRequest, context: Context): Promise<Outcome> {
  const { lasting, options } = context;
  const { AttachStdout, AttachStderr } = request.create;
  const all = !AttachStdout && !AttachStderr;
  const target = {
    ...request,
    id,
    stdout: AttachStdout || all,
    stderr: AttachStderr || all,
    removesItself: request.remove,
  };
  let hasBegun = false;
  try {
    return await attachAndFollow(target, context, () => {
      hasBegun = true;
      return startContainer(id, lasting);
    });
  } catch (error) {
    if (options.signal.aborted && !hasBegun) await removeUnused(id, lasting);
    throw error;
  }
}

/** Nobody asked for a container that never ran; its name would be in the way of the next try. */
async function removeUnused(id: string, connection: Connection): Promise<void> {
  const call = {
    method: 'DELETE',
    path: containerPath(id),
    query: { v: 1 },
    timeout: 3000,
  } as const;
  await connection.text(call).catch(() => undefined);
}
