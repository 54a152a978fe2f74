import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../../core/command/execution';
import type { ExecRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { asAnswer, number, required } from '../answer';
import type { Connection } from '../connection';
import { cancelled, fromSocketError } from '../errors';
import { Refusal, toLabError, withExitCode } from '../refusal';
import { passThrough } from './attach';
import { type Context, containerPath } from './context';
import { readPairs } from './pairs-file';
import { followSize } from './resize';
import { requireTerminal } from './run';

/** `docker exec`. */
export async function executeExec(request: ExecRequest, context: Context): Promise<Outcome> {
  if (request.tty && request.interactive && !request.detach) requireTerminal(context);
  const id = await createExec(request, context);
  return request.detach ? startDetached(id, request, context) : runAttached(id, request, context);
}

async function createExec(request: ExecRequest, context: Context): Promise<string> {
  const { connection, options, streams } = context;
  const fromFiles = await readPairs(
    request.environmentFiles,
    options.workingDirectory,
    process.env,
  );
  const size = request.tty ? streams.terminal?.size() : undefined;
  const body = {
    AttachStdin: request.interactive && !request.detach,
    AttachStdout: !request.detach,
    AttachStderr: !request.detach,
    Tty: request.tty,
    Cmd: request.command,
    Env: [...fromFiles, ...request.environment],
    User: request.user ?? '',
    WorkingDir: request.workingDirectory ?? '',
    Privileged: request.privileged,
    DetachKeys: request.detachKeys ?? '',
    ...(size === undefined ? {} : { ConsoleSize: [size.rows, size.columns] }),
  };
  const path = containerPath(request.container, '/exec');
  try {
    const answer = await connection.json({ method: 'POST', path, body });
    return required(asAnswer(answer, 'the new command'), 'Id', 'the new command');
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
    throw new LabError('not-allowed', `The container ${request.container} is not running.`, {
      advice: `exec needs a running container: docker start ${request.container} starts it again.`,
      cause: error,
    });
  }
}

async function startDetached(
  id: string,
  request: ExecRequest,
  { connection }: Context,
): Promise<Outcome> {
  const body = { Detach: true, Tty: request.tty };
  try {
    await connection.text({ method: 'POST', path: `/exec/${id}/start`, body });
  } catch (error) {
    // Only a command that is attached tells by its exit code why it could not be started.
    const known = toLabError(error);
    throw known instanceof LabError ? withExitCode(known, 1) : known;
  }
  return { exitCode: 0, detached: true, outOfMemory: false };
}

async function runAttached(
  id: string,
  { tty, interactive }: ExecRequest,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  const body = { Detach: false, Tty: tty };
  const socket = await connection.hijack({ method: 'POST', path: `/exec/${id}/start`, body });
  options.onAttached?.(tty && interactive);
  const stopResizing = tty
    ? followSize(connection, `/exec/${id}/resize`, streams.terminal)
    : () => undefined;
  const stop = (): void => void socket.destroy();
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    if (!options.signal.aborted) await passThrough(socket, streams, { tty, interactive });
  } catch (error) {
    if (!options.signal.aborted) throw fromSocketError(error, connection.endpoint);
  } finally {
    options.signal.removeEventListener('abort', stop);
    stopResizing();
    socket.destroy();
  }
  if (options.signal.aborted) throw cancelled();
  const exitCode = await execExitCode(id, connection);
  return { exitCode: exitCode ?? 0, detached: exitCode === undefined, outOfMemory: false };
}

/** Milliseconds to wait before the engine is asked again whether a command has ended. */
const pauses = [0, 10, 50, 200, 500];

/**
 * The exit code of a command whose output has ended: the engine takes note of the end a moment
 * later. `undefined` when it runs on, as after the detach keys.
 */
export async function execExitCode(
  id: string,
  connection: Connection,
): Promise<number | undefined> {
  for (const pause of pauses) {
    await sleep(pause);
    const value = await connection.json({
      method: 'GET',
      path: `/exec/${id}/json`,
      timeout: 20_000,
    });
    const answer = asAnswer(value, 'the command');
    if (answer.Running !== true) return number(answer, 'ExitCode') ?? 0;
  }
  return undefined;
}
