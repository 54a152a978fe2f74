import type { ShellWord, WordPart } from '../shell/script';
import type { Surroundings } from './plan';

/** The word's value, or the reason why only a shell can tell it. */
export type Expansion = { readonly value: string } | { readonly needsShell: string };

/**
 * A word's value: `$NAME`, `~` and `$(pwd)` stand for what the surroundings say. A value is never
 * split at spaces, so that a folder with a space in its name works without quotes.
 */
export function expandWord(word: ShellWord, surroundings: Surroundings): Expansion {
  let value = '';
  for (const part of word.parts) {
    const expanded = expandPart(part, surroundings);
    if (typeof expanded !== 'string') return expanded;
    value += expanded;
  }
  return { value };
}

function expandPart(
  part: WordPart,
  surroundings: Surroundings,
): string | { readonly needsShell: string } {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'home':
      return surroundings.home;
    case 'variable':
      return /^[A-Za-z_]/.test(part.name)
        ? expandVariable(part.name, surroundings)
        : { needsShell: `the expansion $${part.name}` };
    case 'substitution': {
      const [command, ...others] = part.commands;
      const isPwd =
        others.length === 0 && command?.words.length === 1 && command.words[0]?.literal === 'pwd';
      return isPwd ? surroundings.workingDirectory : { needsShell: `the substitution ${part.raw}` };
    }
    case 'glob':
      return isAddress(part.text) ? part.text : { needsShell: 'a file name pattern' };
    case 'other':
      return { needsShell: `the expansion ${part.raw}` };
  }
}

/** `[::1]:80:80` is a pattern to a shell too, but one that fits no file: it stays as it is. */
function isAddress(pattern: string): boolean {
  return /^[^*?\\[\]]*\[[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*\][^*?\\[\]]*$/i.test(pattern);
}

function expandVariable(name: string, surroundings: Surroundings): string {
  if (name === 'PWD') return surroundings.workingDirectory;
  if (name === 'HOME') return surroundings.home;
  if (name === 'USER') return surroundings.user;
  const { variables } = surroundings;
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}
