import type { ShellCommand, ShellWord, Span, WordPart } from '../shell/script';

/** A simple command as rules see it: places are places in the Dockerfile. */
export interface Command extends Span {
  /** The first word, when it has no expansion in it. */
  readonly name: string | undefined;
  /** Where the first word stands. */
  readonly nameSpan: Span;
  /** All further words. */
  readonly arguments: readonly Argument[];
  /** A whole step of a shell's script, a part of one (a pipe, a loop …), or written in exec form. */
  readonly place: 'step' | 'part' | 'exec';
}

/** A word of a command after its name. */
export interface Argument extends Span {
  /** Without quotes; a variable is written `${name}`. */
  readonly text: string;
  /** Names of the flags in it: `-qy` holds q and y, `--yes` and `--yes=true` hold yes. */
  readonly flags: readonly string[];
}

export function readCommand(
  { words, start, end }: ShellCommand,
  toSource: (span: Span) => Span,
  place: Command['place'],
): Command {
  const [name, ...rest] = words;
  return {
    name: name?.literal,
    nameSpan: toSource(name ?? { start, end }),
    arguments: rest.map((word) => readArgument(word, toSource)),
    place,
    ...toSource({ start: name?.start ?? start, end: words.at(-1)?.end ?? end }),
  };
}

/** Whether one of the arguments is one of these words. */
export function hasArgument(command: Command, ...texts: readonly string[]): boolean {
  return command.arguments.some(({ text }) => texts.includes(text));
}

/** Whether one of the arguments carries one of these flags: `y` for `-y`, `yes` for `--yes`. */
export function hasFlag(command: Command, ...names: readonly string[]): boolean {
  return command.arguments.some(({ flags }) => flags.some((flag) => names.includes(flag)));
}

/** The arguments that are no flags, without the values of the flags named. */
export function plainArguments(
  command: Command,
  ...flagsWithValue: readonly string[]
): readonly Argument[] {
  return command.arguments.filter(({ flags }, index, all) => {
    const before = all[index - 1];
    const isValue =
      before !== undefined &&
      !before.text.includes('=') &&
      before.flags.some((flag) => flagsWithValue.includes(flag));
    return flags.length === 0 && !isValue;
  });
}

function readArgument(word: ShellWord, toSource: (span: Span) => Span): Argument {
  const text = word.parts.map(partText).join('');
  return { text, flags: flagNames(text), ...toSource(word) };
}

function flagNames(text: string): readonly string[] {
  if (text.startsWith('--')) {
    const name = text.slice(2).split('=', 1)[0] ?? '';
    return name === '' ? [] : [name];
  }
  return text.startsWith('-') ? [...text.slice(1)] : [];
}

function partText(part: WordPart): string {
  switch (part.kind) {
    case 'literal':
    case 'glob':
      return part.text;
    case 'variable':
      return `\${${part.name}}`;
    case 'home':
      return '~';
    default:
      return part.raw;
  }
}
