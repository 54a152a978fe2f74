import type { Outcome } from '../../core/command/execution';
import type { DiffRequest } from '../../core/command/request';
import { asAnswers, number, text } from '../answer';
import { type Context, containerPath, print } from './context';

/** `docker diff`: changed, added and deleted paths. */
export async function executeDiff(
  { container }: DiffRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const path = containerPath(container, '/changes');
  const changes = asAnswers(await connection.json({ method: 'GET', path }), 'changed files');
  const lines = changes.map((change) => {
    const letter = ['C', 'A', 'D'][number(change, 'Kind') ?? 0] ?? '?';
    return `${letter} ${text(change, 'Path')}\n`;
  });
  await print(streams, lines.join(''));
  return { exitCode: 0, detached: false, outOfMemory: false };
}
