/**
 * A piece of shell text, understood: commands made of words, each with its place in the text.
 * Offsets are UTF-16 code units from the start of the text, `end` exclusive.
 */
export interface Script {
  /** Every simple command anywhere in the text, in order: in lists, pipes, loops, substitutions. */
  readonly commands: readonly ShellCommand[];
  /** What stands at the top level, in order, and how one item leads to the next. */
  readonly steps: readonly ScriptStep[];
  /** Place of the first thing the grammar could not read; `undefined` when all is well. */
  readonly error: Span | undefined;
  /** Whether a pipe (`|`, `|&`) stands anywhere. */
  readonly hasPipe: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One top-level item: a plain command, or something only a real shell can run. */
export interface ScriptStep extends Span {
  /** The command, or `undefined` when it takes a shell (pipe, redirection, loop, assignment …). */
  readonly command: ShellCommand | undefined;
  /** Why a shell is needed, as a noun: `a pipe`, `a redirection`. `undefined` with a command. */
  readonly needsShell: string | undefined;
  /** What joins it to the step before: the start of the script, a new line or `;`, `&&`, `||`. */
  readonly joinedBy: 'start' | ';' | '&&' | '||';
}

/** A simple command: its first word is the program. */
export interface ShellCommand extends Span {
  readonly words: readonly ShellWord[];
}

export interface ShellWord extends Span {
  /** The text as written, quotes included. */
  readonly raw: string;
  /** The parts it is made of; joined, after expansion, they are the word's value. */
  readonly parts: readonly WordPart[];
  /** The value when it has no expansion in it, quotes removed; `undefined` otherwise. */
  readonly literal: string | undefined;
}

export type WordPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'home' }
  | {
      readonly kind: 'substitution';
      /** The commands inside `$(…)` or backquotes. */
      readonly commands: readonly ShellCommand[];
      readonly raw: string;
    }
  | { readonly kind: 'glob'; readonly text: string }
  | { readonly kind: 'other'; readonly raw: string };

/** Reads shell text. Never throws on any text. */
export interface ShellParser {
  parse(text: string): Script;
}
