import { LabError } from '../lab-error';

/** The only name a command takes; `what` says what it stands for. */
export function one(names: readonly string[], command: string, what: string): string {
  const [first, ...others] = some(names, command, what);
  if (others.length > 0) {
    throw new LabError('usage', `docker ${command} takes one name, and here are ${names.length}.`);
  }
  return first ?? '';
}

/** The names, of which there must be at least one. */
export function some(names: readonly string[], command: string, what: string): readonly string[] {
  if (names.length === 0) throw new LabError('usage', `docker ${command} needs ${what}.`);
  return names;
}

/** Exactly two names. */
export function two(names: readonly string[], command: string): { source: string; target: string } {
  const [source, target, ...others] = names;
  if (source === undefined || target === undefined || others.length > 0) {
    throw new LabError('usage', `docker ${command} takes two names.`);
  }
  return { source, target };
}
