import { LabError } from '../lab-error';

/** A wrong value, with the form it should have. */
export function wrongValue(flag: string, value: string, form: string): LabError {
  return new LabError('usage', `“${value}” is no value for --${flag}.`, { advice: form });
}

const sizeUnits: Readonly<Record<string, number>> = {
  '': 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

/** `64m`, `1.5g` in bytes; `-1` is allowed where it means no limit. */
export function parseSize(flag: string, value: string): number {
  if (value === '-1') return -1;
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp]?)(?:i?b)?$/i.exec(value);
  const unit = sizeUnits[match?.[2]?.toLowerCase() ?? ''];
  if (match?.[1] === undefined || unit === undefined) {
    throw wrongValue(flag, value, 'A size is a number with a unit: 64m, 1.5g, 500k.');
  }
  return Math.trunc(Number(match[1]) * unit);
}

const durationUnits: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** `1m30s` in nanoseconds. */
export function parseDuration(flag: string, value: string): number {
  if (value === '0') return 0;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([text]) => text).join('') !== value) {
    throw wrongValue(flag, value, 'A duration looks like 30s, 1m30s or 500ms.');
  }
  return parts.reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (durationUnits[unit] ?? 0),
    0,
  );
}

/** A whole number. */
export function parseInteger(flag: string, value: string): number {
  if (!/^-?\d+$/.test(value)) throw wrongValue(flag, value, 'It should be a whole number.');
  return Number(value);
}

/** A number of CPUs, `0.5`, in billionths. */
export function parseCpus(flag: string, value: string): number {
  if (!/^\d+(?:\.\d+)?$|^\.\d+$/.test(value)) {
    throw wrongValue(flag, value, 'It should be a number of CPUs, such as 0.5 or 2.');
  }
  return Math.round(Number(value) * 1e9);
}

/** `key=value` pairs as a record; without `=` the value is empty. */
export function parsePairs(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(pairs.map(splitPair));
}

/** `key=value` at its first `=`. */
export function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** One of the words that are allowed. */
export function parseChoice<Choice extends string>(
  flag: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw wrongValue(flag, value, `It is one of: ${choices.join(', ')}.`);
  return choice;
}
