/** The text of a lesson file as lines, and the mistakes found in it. */
export interface Source {
  /** With `\n` line ends; the front matter is blanked, so that line numbers stay true. */
  readonly lines: readonly string[];
  /** `line` is zero-based, as Markdown's own line maps are. */
  problem(line: number, message: string): void;
  /** The next free id of a kind: `run-1`, `run-2` …. */
  nextId(kind: 'run' | 'file'): string;
}

/** The lines from `from` up to, not with, `to`. */
export function sliceLines(source: Source, from: number, to: number): string {
  return source.lines.slice(from, to).join('\n');
}
