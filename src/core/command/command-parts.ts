import type { ValuedWord } from './parse-options';
import type { CommandPart } from './plan';
import { containerVerbs } from './requests/containers';

/** Words that belong together as one part of the command. */
export function commandPart(words: readonly ValuedWord[], role: CommandPart['role']): CommandPart {
  return {
    role,
    flag: undefined,
    value: words.map(({ value }) => value).join(' '),
    words: words.map(({ word }) => word),
    text: words.map(({ word }) => word.raw).join(' '),
    start: words[0]?.word.start ?? 0,
    end: words.at(-1)?.word.end ?? 0,
  };
}

/** What the argument at a place stands for, by the command's short form. */
export function roleOfArgument(command: string, index: number): CommandPart['role'] {
  if (index > 0 && ['run', 'create', 'exec', 'service create'].includes(command)) return 'argument';
  if (['run', 'create', 'service create', 'pull', 'push', 'rmi', 'images'].includes(command)) {
    return 'image';
  }
  if (['exec', 'logs', 'port', 'top', 'commit'].includes(command))
    return index === 0 ? 'container' : 'argument';
  if (['stats', 'diff', 'update', 'export'].includes(command)) return 'container';
  return containerVerbs.some((verb) => verb === command) ? 'container' : 'argument';
}

export function inOrder(parts: readonly CommandPart[]): readonly CommandPart[] {
  return [...parts].sort((a, b) => a.start - b.start);
}
