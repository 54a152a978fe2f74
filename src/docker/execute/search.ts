import type { Outcome } from '../../core/command/execution';
import type { SearchRequest } from '../../core/command/image-requests';
import { type FormattableList, formatList } from '../../core/format/format-list';
import { ellipsis } from '../../core/format/truncate';
import { type Answer, asAnswers, number, text } from '../answer';
import { authForImage } from '../credentials/registry-auth';
import { type Context, print } from './context';

/** `docker search`: the engine asks Docker Hub, or the registry that the term names. */
export async function executeSearch(
  request: SearchRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const { term, limit, filters } = request;
  const value = await connection.json({
    method: 'GET',
    path: '/images/search',
    query: {
      term,
      limit: limit || undefined,
      filters: Object.keys(filters).length === 0 ? undefined : filters,
    },
    registryAuth: await authForImage(term),
  });
  const list = resultList(asAnswers(value, 'what was found'), request);
  await print(streams, formatList(list, request.format));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** What was found, in the registry's order. */
export function resultList(
  results: readonly Answer[],
  { noTruncate, format }: Pick<SearchRequest, 'noTruncate' | 'format'>,
): FormattableList {
  const isJson = format !== undefined && /^(?:json|\{\{\s*json)/.test(format);
  return {
    headings: {
      Name: 'NAME',
      Description: 'DESCRIPTION',
      StarCount: 'STARS',
      IsOfficial: 'OFFICIAL',
    },
    items: results.map((result) => toItem(result, noTruncate, isJson)),
    usual: 'table {{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}',
    quiet: '{{.Name}}',
  };
}

function toItem(result: Answer, noTruncate: boolean, isJson: boolean) {
  const description = text(result, 'description').replace(/[\r\n]/g, ' ');
  const isOfficial = result.is_official === true;
  return {
    Description: noTruncate ? description : ellipsis(description, 45),
    // The client shows a mark to people and the value to programs.
    IsOfficial: isJson ? String(isOfficial) : isOfficial ? '[OK]' : '',
    Name: text(result, 'name'),
    StarCount: String(number(result, 'star_count') ?? 0),
  };
}
