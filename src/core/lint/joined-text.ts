import type { Span } from '../shell/script';
import type { SourceLines } from './source-lines';

/** Text put together from pieces of the Dockerfile, and the way back to where they stand there. */
export class JoinedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  constructor(pieces: readonly { readonly text: string; readonly start: number }[]) {
    let at = 0;
    this.text = pieces.map(({ text }) => text).join('');
    this.#pieces = pieces.map(({ text, start }) => {
      const piece = { at, start, length: text.length };
      at += text.length;
      return piece;
    });
  }

  /** The place in the Dockerfile of a place in `text`. */
  span({ start, end }: Span): Span {
    const first = this.#offset(start);
    // What ends at the end of a piece ends there, and not where the next piece begins.
    return { start: first, end: end > start ? this.#offset(end - 1) + 1 : first };
  }

  /** A part of it, by its place in `text`. */
  slice(from: number, to = this.text.length): JoinedText {
    const pieces = this.#pieces.flatMap(({ at, start, length }) => {
      const begin = Math.max(from, at);
      const end = Math.min(to, at + length);
      if (begin >= end) return [];
      return [{ text: this.text.slice(begin, end), start: start + begin - at }];
    });
    return new JoinedText(pieces.length > 0 ? pieces : [{ text: '', start: this.#offset(from) }]);
  }

  #offset(index: number): number {
    let found: Piece | undefined;
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece === undefined || piece.at > index) high = middle - 1;
      else {
        found = piece;
        low = middle + 1;
      }
    }
    return found === undefined ? 0 : found.start + Math.min(index - found.at, found.length);
  }
}

interface Piece {
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Joins the lines of an instruction: the escape character before a line end goes, and so do comment
 * lines and blank lines in between. `end` is where the last line that belongs to it ends; `from` is
 * where it begins.
 */
export function joinLines(
  text: string,
  lines: SourceLines,
  from: number,
  escapeCharacter: string,
): { readonly joined: JoinedText; readonly end: number } {
  const pieces: { text: string; start: number }[] = [];
  let start = from;
  let end = from;
  for (let line = lines.lineAt(from); line < lines.count; start = lines.start(++line)) {
    const lineEnd = lines.span(line).end;
    const piece = text.slice(start, lineEnd);
    const isBetween = pieces.length > 0 && /^[ \t]*(?:#|$)/.test(piece);
    if (!isBetween) {
      const kept = withoutContinuation(piece, escapeCharacter);
      pieces.push({ text: kept ?? piece, start });
      end = lineEnd;
      if (kept === undefined) break;
    }
  }
  return { joined: new JoinedText(pieces), end };
}

/** The line without the escape character at its end; `undefined` when it does not go on. */
function withoutContinuation(line: string, escapeCharacter: string): string | undefined {
  const trimmed = line.trimEnd();
  return trimmed.endsWith(escapeCharacter) ? trimmed.slice(0, -escapeCharacter.length) : undefined;
}
