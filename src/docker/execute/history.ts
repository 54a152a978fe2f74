import type { Outcome } from '../../core/command/execution';
import type { HistoryRequest } from '../../core/command/image-requests';
import { type FormattableList, formatList } from '../../core/format/format-list';
import { formatSize } from '../../core/format/size';
import { formatAgo, formatRfc3339 } from '../../core/format/time';
import { ellipsis, truncateId } from '../../core/format/truncate';
import { type Answer, asAnswers, number, text } from '../answer';
import { encodeReference } from '../reference';
import { type Context, print } from './context';

/** `docker history`. */
export async function executeHistory(
  request: HistoryRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const path = `/images/${encodeReference(request.image)}/history`;
  const layers = asAnswers(await connection.json({ method: 'GET', path }), 'the image’s history');
  const list = layerList(layers, request, new Date());
  await print(streams, formatList(list, request.format, request.quiet));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

const headings = {
  ID: 'IMAGE',
  CreatedAt: 'CREATED AT',
  CreatedSince: 'CREATED',
  CreatedBy: 'CREATED BY',
  Size: 'SIZE',
  Comment: 'COMMENT',
};

/** The fields that a table of layers or a format may show. */
export function layerList(
  layers: readonly Answer[],
  { human, noTruncate }: Pick<HistoryRequest, 'human' | 'noTruncate'>,
  now: Date,
): FormattableList {
  const created = human ? 'CreatedSince' : 'CreatedAt';
  return {
    headings,
    items: layers.map((layer) => toItem(layer, human, noTruncate, now)),
    usual: `table {{.ID}}\t{{.${created}}}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}`,
    quiet: '{{.ID}}',
  };
}

function toItem(layer: Answer, human: boolean, noTruncate: boolean, now: Date) {
  const created = new Date((number(layer, 'Created') ?? 0) * 1000);
  const command = text(layer, 'CreatedBy').replaceAll('\t', ' ');
  const id = text(layer, 'Id');
  const size = number(layer, 'Size') ?? 0;
  return {
    Comment: text(layer, 'Comment'),
    CreatedAt: formatRfc3339(created),
    CreatedBy: noTruncate ? command : ellipsis(command, 45),
    CreatedSince: human ? formatAgo(created, now) : formatRfc3339(created),
    ID: noTruncate ? id : truncateId(id),
    Size: human ? formatSize(size) : String(size),
  };
}
