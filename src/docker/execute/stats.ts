import type { Outcome } from '../../core/command/execution';
import type { StatsRequest } from '../../core/command/request';
import { formatList } from '../../core/format/format-list';
import { asAnswer } from '../answer';
import { type Context, containerPath, print } from './context';
import { followStats } from './follow-stats';
import { listIds } from './list-ids';
import { type StatsRows, statsHeadings, statsRow } from './stats-row';

/** `docker stats`. */
export async function executeStats(request: StatsRequest, context: Context): Promise<Outcome> {
  const { all, containers } = request;
  const write = (rows: StatsRows): string => formatStats(rows, request);
  if (request.follow) return followStats(request, write, context);
  const names = containers.length > 0 ? containers : await listIds(all, context);
  const rows = await Promise.all(
    [...new Set(names)].map((name) => readOnce(name, request, context)),
  );
  await print(context.streams, write(rows));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

async function readOnce(name: string, { noTruncate }: StatsRequest, { connection }: Context) {
  const call = {
    method: 'GET',
    path: containerPath(name, '/stats'),
    query: { stream: 0 },
  } as const;
  return statsRow(name, asAnswer(await connection.json(call), 'what it uses'), noTruncate);
}

function formatStats(rows: StatsRows, { format }: StatsRequest): string {
  const usual =
    'table {{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}';
  return formatList({ headings: statsHeadings, items: rows, usual, quiet: '{{.ID}}' }, format);
}
