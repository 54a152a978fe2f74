import type { DiskUsageRequest } from '../../core/command/engine-requests';
import type { Outcome } from '../../core/command/execution';
import { formatList, formatWhole } from '../../core/format/format-list';
import { formatSize } from '../../core/format/size';
import { type Answer, answers, asAnswer, below, number, text } from '../answer';
import { type Context, print } from './context';
import { cacheSize, detailText, detailValues } from './disk-usage-details';

/** `docker system df`. */
export async function executeDiskUsage(
  { verbose, format }: DiskUsageRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const value = await connection.json({ method: 'GET', path: '/system/df' });
  const usage = asAnswer(value, 'the room it takes');
  const now = new Date();
  const isOwn = format !== undefined && format !== 'table';
  const output = !verbose
    ? formatList(summary(usage), format)
    : isOwn
      ? formatWhole(detailValues(usage, now), format)
      : detailText(usage, now);
  await print(streams, output);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

interface Share {
  readonly count: number;
  readonly active: number;
  readonly size: number;
  readonly reclaimable: number;
}

function summary(usage: Answer) {
  const items = [
    item('Images', imageShare(usage), true),
    item('Containers', containerShare(usage), true),
    item('Local Volumes', volumeShare(usage), true),
    item('Build Cache', cacheShare(usage), false),
  ];
  return {
    headings: {
      Type: 'TYPE',
      TotalCount: 'TOTAL',
      Active: 'ACTIVE',
      Size: 'SIZE',
      Reclaimable: 'RECLAIMABLE',
    },
    items,
    usual: 'table {{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}',
    quiet: '{{.Type}}',
  };
}

function item(type: string, { count, active, size, reclaimable }: Share, withPercent: boolean) {
  const percent = withPercent && size > 0 ? ` (${Math.trunc((reclaimable * 100) / size)}%)` : '';
  return {
    Active: String(active),
    Reclaimable: `${formatSize(reclaimable, 4)}${percent}`,
    Size: formatSize(size, 4),
    TotalCount: String(count),
    Type: type,
  };
}

function imageShare(usage: Answer): Share {
  const images = answers(usage, 'Images');
  const active = images.filter((image) => (number(image, 'Containers') ?? 0) > 0);
  const used = sum(active, (image) => sizeOf(image, 'Size') - sizeOf(image, 'SharedSize'));
  const size = number(usage, 'LayersSize') ?? 0;
  return { count: images.length, active: active.length, size, reclaimable: size - used };
}

function containerShare(usage: Answer): Share {
  const containers = answers(usage, 'Containers');
  const isActive = (container: Answer): boolean =>
    /running|paused|restarting/.test(text(container, 'State'));
  const written = (container: Answer): number => number(container, 'SizeRw') ?? 0;
  return {
    count: containers.length,
    active: containers.filter(isActive).length,
    size: sum(containers, written),
    reclaimable: sum(
      containers.filter((container) => !isActive(container)),
      written,
    ),
  };
}

function volumeShare(usage: Answer): Share {
  const volumes = answers(usage, 'Volumes').map((volume) => below(volume, 'UsageData'));
  const isUsed = (data: Answer): boolean => (number(data, 'RefCount') ?? 0) > 0;
  return {
    count: volumes.length,
    active: volumes.filter(isUsed).length,
    size: sum(volumes, (data) => sizeOf(data, 'Size')),
    reclaimable: sum(
      volumes.filter((data) => number(data, 'RefCount') === 0),
      (data) => sizeOf(data, 'Size'),
    ),
  };
}

function cacheShare(usage: Answer): Share {
  const records = answers(usage, 'BuildCache');
  const used = records.filter((record) => record.InUse === true);
  const size = cacheSize(records);
  return {
    count: records.length,
    active: used.length,
    size,
    reclaimable: size - cacheSize(used),
  };
}

/** -1 stands for what the engine has not counted. */
function sizeOf(answer: Answer, key: string): number {
  return Math.max(number(answer, key) ?? 0, 0);
}

function sum<Each>(items: readonly Each[], sizeOfEach: (each: Each) => number): number {
  return items.reduce((total, each) => total + sizeOfEach(each), 0);
}
