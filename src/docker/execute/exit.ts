import type { IncomingMessage } from 'node:http';
import { LabError } from '../../core/lab-error';
import { asAnswer, below, number, text } from '../answer';
import type { Connection } from '../connection';
import { fromSocketError } from '../errors';
import { readEventsSince } from '../events';
import { readJsonLines } from '../json-lines';
import { Refusal } from '../refusal';
import { containerPath } from './context';

/** Begins to wait for a container's end; resolves once the engine has taken note of that. */
export function watchExit(
  id: string,
  condition: 'next-exit' | 'removed' | 'not-running',
  connection: Connection,
): Promise<IncomingMessage> {
  return connection.stream({
    method: 'POST',
    path: containerPath(id, '/wait'),
    query: { condition },
  });
}

/** The exit code, once there is one. After `signal` the stream may be destroyed. */
export async function readExit(
  stream: IncomingMessage,
  connection: Connection,
  signal?: AbortSignal,
): Promise<number> {
  for await (const answer of readJsonLines(stream, connection.endpoint, signal)) {
    const reason = text(below(answer, 'Error'), 'Message');
    if (reason !== '') throw new Refusal(500, reason);
    const code = number(answer, 'StatusCode');
    if (code !== undefined) return code;
  }
  throw fromSocketError(new Error('no exit code'), connection.endpoint, signal);
}

/**
 * Whether the engine ended a container for want of memory. One that is removed already is only
 * remembered in the engine's events.
 */
export async function ranOutOfMemory(
  id: string,
  exitCode: number,
  started: Date,
  connection: Connection,
): Promise<boolean> {
  if (exitCode !== 137) return false;
  try {
    const answer = await connection.json({ method: 'GET', path: containerPath(id, '/json') });
    return below(asAnswer(answer, 'the container'), 'State').OOMKilled === true;
  } catch (error) {
    if (!(error instanceof Refusal)) return unlessGone(error);
  }
  const filters = { container: [id], event: ['oom'] };
  return readEventsSince(connection, started, filters).then(
    (events) => events.length > 0,
    unlessGone,
  );
}

/** The exit code is known; what the engine died of meanwhile must not hide it. */
function unlessGone(error: unknown): boolean {
  if (error instanceof LabError || error instanceof Refusal) return false;
  throw error;
}
