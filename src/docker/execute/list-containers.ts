import type { Outcome } from '../../core/command/execution';
import type { ListContainersRequest } from '../../core/command/request';
import { type FormattableList, formatList } from '../../core/format/format-list';
import { formatPorts } from '../../core/format/ports';
import { formatSize } from '../../core/format/size';
import { formatAgo, formatTime } from '../../core/format/time';
import { ellipsis, truncateId } from '../../core/format/truncate';
import {
  type Answer,
  answers,
  asAnswers,
  below,
  number,
  stringMap,
  strings,
  text,
  time,
} from '../answer';
import { familiarReference, parseReference } from '../reference';
import { type Context, print } from './context';

/** `docker ps`. */
export async function executeListContainers(
  request: ListContainersRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const value = await connection.json({
    method: 'GET',
    path: '/containers/json',
    query: {
      all: request.all ? 1 : undefined,
      limit: request.last,
      size: request.size || request.format?.includes('.Size') ? 1 : undefined,
      filters: Object.keys(request.filters).length === 0 ? undefined : request.filters,
    },
  });
  const list = containerList(asAnswers(value, 'containers'), request, new Date());
  await print(streams, formatList(list, request.format, request.quiet));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** The fields that a table of containers or a format may show. */
export function containerList(
  containers: readonly Answer[],
  options: Pick<ListContainersRequest, 'noTruncate' | 'size'>,
  now: Date,
): FormattableList {
  const usual =
    'table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}\t{{.Names}}';
  return {
    headings,
    items: containers.map((container) => toItem(container, options.noTruncate, now)),
    usual: options.size ? `${usual}\t{{.Size}}` : usual,
    quiet: '{{.ID}}',
  };
}

const headings = {
  ID: 'CONTAINER ID',
  Image: 'IMAGE',
  Command: 'COMMAND',
  RunningFor: 'CREATED',
  CreatedAt: 'CREATED AT',
  Status: 'STATUS',
  State: 'STATE',
  Ports: 'PORTS',
  Names: 'NAMES',
  Size: 'SIZE',
  Labels: 'LABELS',
  Mounts: 'MOUNTS',
  LocalVolumes: 'LOCAL VOLUMES',
  Networks: 'NETWORKS',
};

function toItem(
  container: Answer,
  noTruncate: boolean,
  now: Date,
): Readonly<Record<string, unknown>> {
  const created = time(container, 'Created') ?? new Date(0);
  const command = text(container, 'Command');
  const mounts = answers(container, 'Mounts');
  const id = text(container, 'Id');
  return {
    Command: JSON.stringify(noTruncate ? command : ellipsis(command, 20)),
    CreatedAt: formatTime(created),
    ID: noTruncate ? id : truncateId(id),
    Image: imageName(container, noTruncate),
    Labels: joinLabels(stringMap(container, 'Labels')),
    LocalVolumes: `${mounts.filter((mount) => text(mount, 'Driver') === 'local').length}`,
    Mounts: mounts.map((mount) => mountName(mount, noTruncate)).join(','),
    Names: names(container, noTruncate),
    Networks: Object.keys(below(below(container, 'NetworkSettings'), 'Networks')).join(','),
    // Engines that know platforms of containers tell it with the image.
    Platform:
      container.ImageManifestDescriptor === undefined
        ? null
        : below(below(container, 'ImageManifestDescriptor'), 'platform'),
    Ports: formatPorts(answers(container, 'Ports').map(toPort)),
    RunningFor: formatAgo(created, now),
    Size: sizeOf(container),
    State: text(container, 'State'),
    Status: text(container, 'Status'),
  };
}

/** Labels in one line, by name. */
export function joinLabels(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(',');
}

function imageName(container: Answer, noTruncate: boolean): string {
  const image = text(container, 'Image');
  if (image === '') return '<no image>';
  if (noTruncate) return image;
  const id = truncateId(text(container, 'ImageID'));
  if (id !== '' && truncateId(image) === id) return id;
  const { repository, tag } = parseReference(familiarReference(image));
  return tag === undefined ? repository : `${repository}:${tag}`;
}

/** Names that links gave, with a slash inside, are left out of a short table. */
function names(container: Answer, noTruncate: boolean): string {
  const all = strings(container, 'Names').map((name) => name.replace(/^\//, ''));
  return (noTruncate ? all : all.filter((name) => !name.includes('/'))).join(',');
}

function mountName(mount: Answer, noTruncate: boolean): string {
  const name = text(mount, 'Name') || text(mount, 'Source');
  return noTruncate ? name : ellipsis(name, 15);
}

function toPort(port: Answer) {
  return {
    address: text(port, 'IP'),
    hostPort: number(port, 'PublicPort') ?? 0,
    containerPort: number(port, 'PrivatePort') ?? 0,
    protocol: text(port, 'Type'),
  };
}

function sizeOf(container: Answer): string {
  const size = formatSize(number(container, 'SizeRw') ?? 0);
  const virtual = number(container, 'SizeRootFs') ?? 0;
  return virtual > 0 ? `${size} (virtual ${formatSize(virtual)})` : size;
}
