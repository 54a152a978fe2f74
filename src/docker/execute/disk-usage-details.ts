import { type FormattableList, formatList } from '../../core/format/format-list';
import { goTime } from '../../core/format/go-time';
import { formatSize } from '../../core/format/size';
import { formatAgo } from '../../core/format/time';
import { truncateId } from '../../core/format/truncate';
import { type Answer, answers, below, number, strings, text, time } from '../answer';
import { containerList } from './list-containers';
import { imageList } from './list-images';
import { volumeItem } from './named-objects';

/** What `docker system df -v` prints: a table for each kind of thing. */
export function detailText(usage: Answer, now: Date): string {
  const records = answers(usage, 'BuildCache');
  const table = (list: FormattableList): string => formatList(list, undefined);
  return [
    `Images space usage:\n\n${table(images(usage, false, now))}`,
    `Containers space usage:\n\n${table(containers(usage, false, now))}`,
    `Local Volumes space usage:\n\n${table(volumes(usage))}`,
    `Build cache usage: ${formatSize(cacheSize(records), 4)}\n\n${table(cache(records, false, now))}`,
  ].join('\n');
}

/** The same as values, for `--format`; nothing is shortened. */
export function detailValues(usage: Answer, now: Date): Readonly<Record<string, unknown>> {
  return {
    Images: images(usage, true, now).items,
    Containers: containers(usage, true, now).items,
    Volumes: volumes(usage).items,
    BuildCache: cache(answers(usage, 'BuildCache'), true, now).items,
  };
}

/** What the records of a build cache take together; shared ones are counted with what they share. */
export function cacheSize(records: readonly Answer[]): number {
  return records
    .filter((record) => record.Shared !== true)
    .reduce((total, record) => total + (number(record, 'Size') ?? 0), 0);
}

function images(usage: Answer, noTruncate: boolean, now: Date): FormattableList {
  const rows = answers(usage, 'Images').map((image) => {
    const tags = strings(image, 'RepoTags').slice(0, 1);
    const options = { noTruncate, digests: false };
    const [item] = imageList([{ ...image, RepoTags: tags, RepoDigests: [] }], options, now).items;
    const size = number(image, 'Size') ?? 0;
    const shared = number(image, 'SharedSize') ?? 0;
    const isCounted = size >= 0 && shared >= 0;
    return { ...item, Digest: '', UniqueSize: isCounted ? formatSize(size - shared, 4) : 'N/A' };
  });
  return {
    headings: {
      Repository: 'REPOSITORY',
      Tag: 'TAG',
      ID: 'IMAGE ID',
      CreatedSince: 'CREATED',
      Size: 'SIZE',
      SharedSize: 'SHARED SIZE',
      UniqueSize: 'UNIQUE SIZE',
      Containers: 'CONTAINERS',
    },
    items: rows,
    usual:
      'table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}',
    quiet: '{{.ID}}',
  };
}

function containers(usage: Answer, noTruncate: boolean, now: Date): FormattableList {
  // The size of its image is no part of the room that a container takes.
  const alone = answers(usage, 'Containers').map((it) => ({ ...it, SizeRootFs: 0 }));
  return {
    ...containerList(alone, { noTruncate, size: true }, now),
    usual:
      'table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}',
  };
}

function volumes(usage: Answer): FormattableList {
  return {
    headings: { Name: 'VOLUME NAME', Links: 'LINKS', Size: 'SIZE' },
    items: answers(usage, 'Volumes').map((volume) => {
      const data = below(volume, 'UsageData');
      const size = number(data, 'Size') ?? -1;
      return {
        ...volumeItem(volume),
        Links: String(number(data, 'RefCount') ?? 0),
        Size: size < 0 ? `${size}B` : formatSize(size, 4),
      };
    }),
    usual: 'table {{.Name}}\t{{.Links}}\t{{.Size}}',
    quiet: '{{.Name}}',
  };
}

function cache(records: readonly Answer[], noTruncate: boolean, now: Date): FormattableList {
  const sorted = records.toSorted(byLastUse);
  return {
    headings: {
      ID: 'CACHE ID',
      Parent: 'PARENT',
      CacheType: 'CACHE TYPE',
      Size: 'SIZE',
      CreatedSince: 'CREATED',
      LastUsedSince: 'LAST USED',
      UsageCount: 'USAGE',
      Shared: 'SHARED',
      Description: 'DESCRIPTION',
    },
    items: sorted.map((record) => cacheItem(record, noTruncate, now)),
    usual:
      'table {{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}',
    quiet: '{{.ID}}',
  };
}

/** Never used ones first, then by the time, to its last digit, then by the id. */
function byLastUse(a: Answer, b: Answer): number {
  const key = (record: Answer): string => {
    const [seconds = '', fraction = ''] = text(record, 'LastUsedAt').split(/[.Z]/);
    return `${seconds}.${fraction.padEnd(9, '0')} ${text(record, 'ID')}`;
  };
  return key(a) < key(b) ? -1 : 1;
}

function cacheItem(record: Answer, noTruncate: boolean, now: Date): Record<string, string> {
  const created = time(record, 'CreatedAt');
  const used = time(record, 'LastUsedAt');
  const shortened = (id: string): string => (noTruncate ? id : truncateId(id));
  const inUse = record.InUse === true;
  return {
    CacheType: text(record, 'Type'),
    CreatedAt: created === undefined ? '' : goTime(text(record, 'CreatedAt')),
    CreatedSince: created === undefined ? '' : formatAgo(created, now),
    Description: text(record, 'Description'),
    ID: `${shortened(text(record, 'ID'))}${inUse ? '*' : ''}`,
    InUse: String(inUse),
    LastUsedAt: used === undefined ? '' : goTime(text(record, 'LastUsedAt')),
    LastUsedSince: used === undefined ? '' : formatAgo(used, now),
    Parent: shortened(text(record, 'Parent')),
    Shared: String(record.Shared === true),
    Size: formatSize(number(record, 'Size') ?? 0),
    UsageCount: String(number(record, 'UsageCount') ?? 0),
  };
}
