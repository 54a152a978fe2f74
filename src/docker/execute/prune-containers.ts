import type { Outcome } from '../../core/command/execution';
import type { PruneContainersRequest } from '../../core/command/request';
import { formatSize } from '../../core/format/size';
import { asAnswer, number, strings } from '../answer';
import { confirm } from './confirm';
import { type Context, print } from './context';

/** `docker container prune`. */
export async function executePruneContainers(
  { filters, force }: PruneContainersRequest,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };
  const question =
    'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?';
  if (!force && !(await confirm(question, streams, options.signal))) return done;
  const answer = await connection.json({
    method: 'POST',
    path: '/containers/prune',
    query: { filters },
  });
  const report = asAnswer(answer, 'what was removed');
  const ids = strings(report, 'ContainersDeleted');
  const list = ids.length === 0 ? '' : `${['Deleted Containers:', ...ids].join('\n')}\n\n`;
  const space = formatSize(number(report, 'SpaceReclaimed') ?? 0, 4);
  await print(streams, `${list}Total reclaimed space: ${space}\n`);
  return done;
}
