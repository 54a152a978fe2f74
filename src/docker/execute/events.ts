import type { Outcome } from '../../core/command/execution';
import type { EventsRequest } from '../../core/command/request';
import { evaluateTemplate } from '../../core/format/template/evaluate-template';
import { parseTemplate } from '../../core/format/template/parse-template';
import { type Answer, below, stringMap, text } from '../answer';
import { parseLine, readLines } from '../json-lines';
import { type Context, print } from './context';
import { toTimestamp } from './timestamp';

/** `docker events`: one line for each, until the time that is asked for or an interrupt. */
export async function executeEvents(
  { since, until, filters, format }: EventsRequest,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  const write = eventWriter(format);
  const now = new Date();
  const stream = await connection.stream({
    method: 'GET',
    path: '/events',
    query: {
      since: since === undefined ? undefined : toTimestamp(since, now),
      until: until === undefined ? undefined : toTimestamp(until, now),
      filters: Object.keys(filters).length === 0 ? undefined : filters,
    },
  });
  for await (const line of readLines(stream, connection.endpoint, options.signal)) {
    await print(streams, `${write(line)}\n`);
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** How an event, as the engine's line of JSON, is printed. */
export function eventWriter(format: string | undefined): (line: string) => string {
  if (format === undefined) return (line) => eventLine(withExactTime(line));
  if (format === 'json' || /^\{\{\s*json \.\s*\}\}$/.test(format)) return (line) => line.trim();
  const nodes = parseTemplate(format.replaceAll('\\t', '\t').replaceAll('\\n', '\n'));
  return (line) => evaluateTemplate(nodes, withExactTime(line));
}

/** Nanoseconds since 1970 are more than a number of JavaScript holds. */
function withExactTime(line: string): Answer {
  const event = parseLine(line);
  const exact = /"timeNano":(\d+)\}?\s*$/.exec(line)?.[1];
  const known = { status: '', id: '', from: '', scope: '', ...event };
  return exact === undefined ? known : { ...known, timeNano: BigInt(exact) };
}

function eventLine(event: Answer): string {
  const actor = below(event, 'Actor');
  const attributes = Object.entries(stringMap(actor, 'Attributes'))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const about = attributes.length === 0 ? '' : ` (${attributes.join(', ')})`;
  const what = [timeOf(event), text(event, 'Type'), text(event, 'Action'), text(actor, 'ID')];
  return `${what.join(' ')}${about}`;
}

/** The local time with nine digits after the second. */
function timeOf({ time, timeNano }: Answer): string {
  const nanoseconds =
    typeof timeNano === 'bigint' ? timeNano : BigInt(Number(time ?? 0)) * 10n ** 9n;
  const date = new Date(Number(nanoseconds / 1_000_000n));
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const fraction = String(nanoseconds % 1_000_000_000n).padStart(9, '0');
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  const zone =
    offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${local}.${fraction}${zone}`;
}
