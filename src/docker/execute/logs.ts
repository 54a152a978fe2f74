import type { Outcome } from '../../core/command/execution';
import type { LogsRequest } from '../../core/command/request';
import { asAnswer, below } from '../answer';
import { cancelled, fromSocketError } from '../errors';
import { passOutput } from './attach';
import { type Context, containerPath } from './context';
import { toTimestamp } from './timestamp';

/** `docker logs`. */
export async function executeLogs(request: LogsRequest, context: Context): Promise<Outcome> {
  const { connection, streams, options } = context;
  const path = containerPath(request.container, '/json');
  const container = asAnswer(await connection.json({ method: 'GET', path }), 'the container');
  const now = new Date();
  const stream = await connection.stream({
    method: 'GET',
    path: containerPath(request.container, '/logs'),
    query: {
      stdout: 1,
      stderr: 1,
      follow: request.follow ? 1 : undefined,
      timestamps: request.timestamps ? 1 : undefined,
      details: request.details ? 1 : undefined,
      tail: request.tail,
      since: timeOf('since', request.since, now),
      until: timeOf('until', request.until, now),
    },
    signal: options.signal,
  });
  try {
    await passOutput(stream, streams, below(container, 'Config').Tty === true);
  } catch (error) {
    if (options.signal.aborted) throw cancelled('Stopped watching.');
    throw fromSocketError(error, connection.endpoint);
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function timeOf(flag: string, value: string | undefined, now: Date): string | undefined {
  return value === undefined ? undefined : toTimestamp(value, now, `invalid value for "${flag}": `);
}
