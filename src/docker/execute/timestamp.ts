import { LabError } from '../../core/lab-error';

const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/**
 * A point in time as `--since` and `--until` take it, as the engine wants it: a time span before
 * now (`10m`, `1h30m`), seconds since 1970, or a date of RFC 3339, whole or without its end; a date
 * without a zone is of this machine's.
 */
export function toTimestamp(value: string, now: Date, said = ''): string {
  const span = toSeconds(value);
  if (span !== undefined) return (now.getTime() / 1000 - span).toFixed(9);
  if (/^\d+(\.\d+)?$/.test(value)) return value;
  const date = toDate(value);
  if (Number.isNaN(date.getTime())) {
    throw new LabError('usage', `“${value}” is no point in time.`, {
      advice: 'It looks like 10m, 1h30m, 2026-01-31 or 2026-01-31T12:00:00Z.',
      clientWords: `${said}failed to parse value as time or duration: ${JSON.stringify(value)}`,
    });
  }
  return (date.getTime() / 1000).toFixed(9);
}

function toDate(value: string): Date {
  const match =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d(?:\.\d+)?))?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(
      value,
    );
  if (match === null) return new Date(Number.NaN);
  const [, day, hour = '00', minute = '00', second = '00', zone = ''] = match;
  return new Date(`${day}T${hour}:${minute}:${second}${zone}`);
}

function toSeconds(value: string): number | undefined {
  if (!/^-?(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(value)) return undefined;
  const sum = [...value.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)].reduce(
    (total, [, amount, unit]) => total + Number(amount) * (units[unit ?? ''] ?? 0),
    0,
  );
  return value.startsWith('-') ? -sum : sum;
}
