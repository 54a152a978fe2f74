import type { Outcome } from '../../core/command/execution';
import type { ListImagesRequest } from '../../core/command/request';
import { type FormattableList, formatList } from '../../core/format/format-list';
import { formatSize } from '../../core/format/size';
import { formatAgo, formatTime } from '../../core/format/time';
import { truncateId } from '../../core/format/truncate';
import { type Answer, asAnswers, number, strings, text, time } from '../answer';
import { familiarReference, parseReference } from '../reference';
import { type Context, print } from './context';

/** `docker images`. */
export async function executeListImages(
  request: ListImagesRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const named = request.reference === undefined ? {} : { reference: [request.reference] };
  const filters = { ...request.filters, ...named };
  const value = await connection.json({
    method: 'GET',
    path: '/images/json',
    query: {
      all: request.all ? 1 : undefined,
      filters: Object.keys(filters).length === 0 ? undefined : filters,
    },
  });
  const list = imageList(asAnswers(value, 'images'), request, new Date());
  await print(streams, formatList(list, request.format, request.quiet));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

const headings = {
  Repository: 'REPOSITORY',
  Tag: 'TAG',
  Digest: 'DIGEST',
  ID: 'IMAGE ID',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  Size: 'SIZE',
};

type ImageItem = Record<
  keyof typeof headings | 'Containers' | 'SharedSize' | 'UniqueSize' | 'VirtualSize',
  string
>;

/** The fields that a table of images or a format may show: one row for each name of an image. */
export function imageList(
  images: readonly Answer[],
  { noTruncate, digests }: Pick<ListImagesRequest, 'noTruncate' | 'digests'>,
  now: Date,
): FormattableList {
  const digest = digests ? '{{.Digest}}\t' : '';
  const rows = images.flatMap((image) =>
    namesOf(image, digests).map((name) => toItem(image, name, noTruncate, now)),
  );
  return {
    headings,
    items: rows,
    usual: `table {{.Repository}}\t{{.Tag}}\t${digest}{{.ID}}\t{{.CreatedSince}}\t{{.Size}}`,
    quiet: '{{.ID}}',
  };
}

interface Name {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const none = '<none>';

function namesOf(image: Answer, withDigests: boolean): readonly Name[] {
  const isNamed = (name: string): boolean => !name.startsWith(none);
  const read = (name: string) => parseReference(familiarReference(name));
  const tags = strings(image, 'RepoTags').filter(isNamed).map(read);
  const digests = strings(image, 'RepoDigests').filter(isNamed).map(read);
  const tagged = tags.flatMap(({ repository, tag }): Name[] => {
    const own = withDigests ? digests.filter((digest) => digest.repository === repository) : [];
    const name = { repository, tag: tag ?? none };
    if (own.length === 0) return [{ ...name, digest: none }];
    return own.map(({ digest }) => ({ ...name, digest: digest ?? none }));
  });
  const tagless = digests
    .filter(({ repository }) => !tags.some((tag) => tag.repository === repository))
    .map(({ repository, digest }) => ({ repository, tag: none, digest: digest ?? none }));
  const names = [...tagged, ...tagless];
  return names.length === 0 ? [{ repository: none, tag: none, digest: none }] : names;
}

function toItem(image: Answer, name: Name, noTruncate: boolean, now: Date): ImageItem {
  const created = time(image, 'Created');
  const id = text(image, 'Id');
  const size = number(image, 'Size') ?? 0;
  return {
    Containers: countOf(number(image, 'Containers')),
    CreatedAt: created === undefined ? '' : formatTime(created),
    CreatedSince: created === undefined ? '' : formatAgo(created, now),
    Digest: name.digest,
    ID: noTruncate ? id : truncateId(id),
    Repository: name.repository,
    SharedSize: sizeIfKnown(number(image, 'SharedSize')),
    Size: formatSize(size),
    Tag: name.tag,
    UniqueSize: uniqueSize(size, number(image, 'SharedSize')),
    VirtualSize: formatSize(size, 4),
  };
}

/** The engine says -1 for what it has not counted. */
function countOf(count: number | undefined): string {
  return count === undefined || count < 0 ? 'N/A' : String(count);
}

/** What would be free without the image; the engine says -1 for what it has not counted. */
function uniqueSize(size: number, shared: number | undefined): string {
  return shared === undefined || size < 0 || shared < 0 ? 'N/A' : formatSize(size - shared, 4);
}

function sizeIfKnown(size: number | undefined): string {
  return size === undefined || size < 0 ? 'N/A' : formatSize(size, 4);
}
