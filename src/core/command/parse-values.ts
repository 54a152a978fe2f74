import { LabError } from '../lab-error';

/** A wrong value, with the form it should have. */
export function wrongValue(flag: string, value: string, form: string): LabError {
  const message =
    value === ''
      ? `--${flag} needs a value, not an empty one.`
      : `“${value}” is no value for --${flag}.`;
  return new LabError('usage', message, { advice: form, exitCode: usageExitCode });
}

/** Flags that cannot stand together. */
export function contradiction(message: string): LabError {
  return new LabError('usage', message, { exitCode: usageExitCode });
}

/** The docker client’s exit code when a flag or its value is wrong. */
export const usageExitCode = 125;

const sizeUnits: Readonly<Record<string, number>> = {
  '': 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

/** `64m`, `1.5g` in bytes. */
export function parseSize(flag: string, value: string): number {
  const match = /^(\d+\.?\d*|\.\d+) ?(?:b|([kmgtp])(?:i?b)?)?$/i.exec(value);
  const unit = sizeUnits[match?.[2]?.toLowerCase() ?? ''];
  if (match?.[1] === undefined || unit === undefined) {
    throw wrongValue(flag, value, 'A size is a number with a unit: 64m, 1.5g, 500k.');
  }
  return Math.trunc(Number(match[1]) * unit);
}

/** The same, or `-1` for no limit. */
export function parseSizeOrUnlimited(flag: string, value: string): number {
  return value === '-1' ? -1 : parseSize(flag, value);
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
  const parts = [...value.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([text]) => text).join('') !== value) {
    throw wrongValue(flag, value, 'A duration looks like 30s, 1m30s or 500ms.');
  }
  return parts.reduce(
    (sum, [, count, unit = '']) => sum + Math.round(Number(count) * (durationUnits[unit] ?? 0)),
    0,
  );
}

/** A whole number. */
export function parseInteger(flag: string, value: string): number {
  if (!/^[-+]?\d+$/.test(value)) throw wrongValue(flag, value, 'It is a whole number.');
  return Number(value);
}

/** A whole number from `least` to `most`. */
export function parseIntegerWithin(least: number, most: number) {
  return (flag: string, value: string): number => {
    const number = parseInteger(flag, value);
    if (number >= least && number <= most) return number;
    const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
    throw wrongValue(flag, value, `It is a whole number, ${range}.`);
  };
}

/** A number of CPUs, `0.5`, in billionths. */
export function parseCpus(flag: string, value: string): number {
  if (!/^(?:\d+\.?\d{0,9}|\.\d{1,9})$/.test(value)) {
    throw wrongValue(flag, value, 'It is a number of CPUs, such as 0.5 or 2.');
  }
  return Math.round(Number(value) * 1e9);
}

/** `true`, `1`, `t` and their opposites, as the docker client takes them. */
export function parseBoolean(flag: string, value: string): boolean {
  if (['true', 'True', 'TRUE', '1', 't', 'T'].includes(value)) return true;
  if (['false', 'False', 'FALSE', '0', 'f', 'F'].includes(value)) return false;
  throw wrongValue(flag, value, 'It is either true or false.');
}

/** `key=value` pairs as a record; without `=` the value is empty. */
export function parsePairs(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(pairs.map(splitPair));
}

/** The same, for flags where a pair without `=` is a mistake. */
export function parseWholePairs(flag: string, pairs: readonly string[]): Record<string, string> {
  const broken = pairs.find((pair) => pair.indexOf('=') < 1);
  if (broken !== undefined) throw wrongValue(flag, broken, 'Write it as NAME=VALUE.');
  return parsePairs(pairs);
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
