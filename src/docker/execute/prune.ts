import type { Outcome } from '../../core/command/execution';
import type { PruneRequest } from '../../core/command/request';
import { formatSize } from '../../core/format/size';
import { LabError } from '../../core/lab-error';
import { asAnswer, number, strings } from '../answer';
import { compareVersions, readApiVersion, requireApi } from './api-version';
import { confirm } from './confirm';
import { type Context, print } from './context';

/** `docker network prune` and `docker volume prune`. */
export async function executePrune(request: PruneRequest, context: Context): Promise<Outcome> {
  const { connection, streams, options } = context;
  const { what, all, force } = request;
  await requireApi(request.needs, connection);
  const filters = all ? { ...request.filters, all: ['true'] } : request.filters;
  if (all && request.filters.all !== undefined) throw allTwice();
  if (!force) {
    const question = `WARNING! ${await warning(request, connection)}\nAre you sure you want to continue?`;
    if (!(await confirm(question, streams, options.signal))) return done;
  }
  const answer = await connection.json({
    method: 'POST',
    path: `/${what}s/prune`,
    query: { filters },
  });
  const report = asAnswer(answer, 'what was removed');
  const [key, heading] =
    what === 'network'
      ? (['NetworksDeleted', 'Deleted Networks:'] as const)
      : (['VolumesDeleted', 'Deleted Volumes:'] as const);
  const names = strings(report, key);
  const list = names.length === 0 ? '' : `${[heading, ...names].join('\n')}\n\n`;
  const space = `Total reclaimed space: ${formatSize(number(report, 'SpaceReclaimed') ?? 0, 4)}\n`;
  await print(streams, what === 'network' ? list : list + space);
  return done;
}

const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };

async function warning(
  { what, all }: PruneRequest,
  connection: Context['connection'],
): Promise<string> {
  if (what === 'network') {
    return 'This will remove all custom networks not used by at least one container.';
  }
  // Before this version a prune takes volumes with a name too.
  const isOld = compareVersions(await readApiVersion(connection), '1.42') < 0;
  const which = all || isOld ? 'all' : 'anonymous';
  return `This will remove ${which} local volumes not used by at least one container.`;
}

function allTwice(): LabError {
  return new LabError('usage', '--all and --filter all=… say the same thing twice.', {
    clientWords: 'conflicting options: cannot specify both --all and --filter all=1',
  });
}
