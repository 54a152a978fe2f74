import { flagsOf } from '../../src/core/command/flags';
import { type Options, parseOptions, type ValuedWord } from '../../src/core/command/parse-options';
import type { Surroundings } from '../../src/core/command/plan';

/** Where the commands of tests are typed. */
export const surroundings: Surroundings = {
  workingDirectory: '/work',
  home: '/home/me',
  user: 'me',
  variables: { NAME: 'value', EMPTY: '', UNSET: undefined },
};

/** The words of a line without quotes, each standing for itself, at its place in the line. */
export function words(line: string): readonly ValuedWord[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: raw, index: start }) => ({
    word: { raw, parts: [], literal: raw, start, end: start + raw.length },
    value: raw,
  }));
}

/** The flags and arguments of a command, which stand in `line`; `''` is an empty value. */
export function optionsOf(line: string, command = 'run'): Options {
  const flags = flagsOf(command) ?? [];
  const stopsAtArgument = ['run', 'create', 'exec', 'top', 'service create'].includes(command);
  const given = words(line).map((word) => ({ ...word, value: word.value.replace(/''/g, '') }));
  return parseOptions(given, { command: `docker ${command}`, flags, stopsAtArgument }).options;
}
