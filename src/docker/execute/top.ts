import type { Outcome } from '../../core/command/execution';
import type { TopRequest } from '../../core/command/request';
import { formatTable } from '../../core/format/table';
import { asAnswer, list, strings } from '../answer';
import { type Context, containerPath, print } from './context';

/** Characters of the narrowest column in the client's list of processes. */
const narrowest = 20;

/** `docker top`: the host's `ps`, of the processes in a container. */
export async function executeTop(
  { container, options }: TopRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const query = { ps_args: options.length === 0 ? undefined : options.join(' ') };
  const path = containerPath(container, '/top');
  const answer = asAnswer(await connection.json({ method: 'GET', path, query }), 'processes');
  const rows = list(answer, 'Processes').filter((row) => Array.isArray(row));
  const table = [strings(answer, 'Titles'), ...rows.map((row) => row.map(String))];
  await print(streams, formatTable(table, narrowest));
  return { exitCode: 0, detached: false, outOfMemory: false };
}
