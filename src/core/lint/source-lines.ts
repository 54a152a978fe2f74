import type { Span } from '../shell/script';
import type { Position, Range } from './rule';

/** The lines of a text, and the way between offsets and positions. Lines end with LF, CRLF or CR. */
export class SourceLines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Where a line begins; past the last line, where the text ends. */
  start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The place of a line in the text, without its line end. */
  span(line: number): Span {
    const start = this.start(line);
    let end = this.start(line + 1);
    while (end > start && isLineEnd(this.#text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** The text of a line, without its line end. */
  line(line: number): string {
    const { start, end } = this.span(line);
    return this.#text.slice(start, end);
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - this.start(line) };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  offset({ line, character }: Position): number {
    return Math.min(this.start(line) + character, this.#text.length);
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
