import { LabError } from '../lab-error';

/** The only name a command takes; `what` says what it stands for. */
export function one(names: readonly string[], command: string, what: string): string {
  const [first] = some(names, command, what);
  atMost(1, names, command);
  return first ?? '';
}

/** The names, of which there must be at least one. */
export function some(names: readonly string[], command: string, what: string): readonly string[] {
  if (names.length === 0) throw new LabError('usage', `docker ${command} needs ${what}.`);
  return names;
}

/** Exactly two names; `what` says what they stand for. */
export function two(
  names: readonly string[],
  command: string,
  what: string,
): { readonly source: string; readonly target: string } {
  const [source, target, ...others] = names;
  if (source === undefined || target === undefined || others.length > 0) {
    throw new LabError('usage', `docker ${command} takes two names: ${what}.`);
  }
  return { source, target };
}

/** The names, of which there may be none. */
export function atMost(
  count: number,
  names: readonly string[],
  command: string,
): readonly string[] {
  if (names.length <= count) return names;
  const limit = count === 0 ? 'no name' : count === 1 ? 'one name' : `${count} names at most`;
  throw new LabError(
    'usage',
    `docker ${command} takes ${limit}, and here are ${names.length}: ${names.join(' ')}.`,
    { advice: 'Flags and their values come first; a value with spaces needs quotes.' },
  );
}
