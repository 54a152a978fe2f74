import { commandPart } from './command-parts';
import { composeFlags, composeGlobalFlags } from './flags/compose-flags';
import type { Flag } from './flags/flag';
import type { ValuedWord } from './parse-options';
import type { CommandPart } from './plan';

/**
 * What each word after `docker compose` is. Compose itself reads them, so nothing is refused here:
 * a flag that is not known is an argument.
 */
export function composeParts(words: readonly ValuedWord[]): readonly CommandPart[] {
  const parts: CommandPart[] = [];
  let flags = composeGlobalFlags;
  let command: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const read = readFlag(word, words[index + 1], flags);
    if (read !== undefined) {
      parts.push(...read.parts);
      index += read.usedNext ? 1 : 0;
      continue;
    }
    const isCommand = command === undefined && !word.value.startsWith('-');
    if (isCommand) {
      command = word.value;
      flags = Object.hasOwn(composeFlags, command) ? (composeFlags[command] ?? []) : [];
    }
    parts.push(commandPart([word], isCommand ? 'subcommand' : 'argument'));
  }
  return parts;
}

/** `-d`, `-vf FILE`, `--rmi local`, `--rmi=local`; `undefined` when a letter or name is not known. */
function readFlag(word: ValuedWord, next: ValuedWord | undefined, flags: readonly Flag[]) {
  const [, long, letters, , given] = /^(?:--([\w-]+)|-(\w+))(=(.*))?$/s.exec(word.value) ?? [];
  const found =
    long === undefined
      ? [...(letters ?? '')].map((letter) => flags.find(({ short }) => short === letter))
      : [flags.find((flag) => flag.long === long)];
  const known = found.flatMap((flag) => flag ?? []);
  if (known.length === 0 || known.length < found.length) return undefined;
  const usedNext = given === undefined && known.at(-1)?.takes !== 'nothing';
  if (usedNext && next === undefined) return undefined;
  const used = usedNext && next !== undefined ? [word, next] : [word];
  const parts = known.map((flag) => {
    const value = flag.takes === 'nothing' ? given : (given ?? next?.value);
    return { ...commandPart(used, 'flag'), flag: flag.long, value };
  });
  return { parts, usedNext };
}
