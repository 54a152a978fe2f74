import type { Span } from '../shell/script';
import type { SourceLines } from './source-lines';
import type { Word } from './words';

/** Text that follows an instruction up to a line with its name: `<<EOF`. */
export interface Heredoc {
  readonly name: string;
  /** The word that announces it. */
  readonly word: Word;
  /** The text, up to the line with the name. */
  readonly body: Span;
  /** Where the line with the name ends; where the file ends without one. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** The heredocs that words announce, whose first body begins on `line`. */
export function readHeredocs(
  words: readonly Word[],
  text: string,
  lines: SourceLines,
  firstLine: number,
): readonly Heredoc[] {
  const found: Heredoc[] = [];
  let line = firstLine;
  for (const word of words) {
    const [, dash, quoted, plain] = announcement.exec(word.raw) ?? [];
    const name = quoted?.slice(1, -1) ?? plain;
    if (name === undefined || name === '') continue;
    const start = lines.start(line);
    const isLast = (content: string) =>
      (dash === '-' ? content.replace(/^\t+/, '') : content) === name;
    while (line < lines.count && !isLast(lines.line(line))) line++;
    const isClosed = line < lines.count;
    const body = { start, end: lines.start(line) };
    found.push({ name, word, body, isClosed, end: isClosed ? lines.span(line).end : text.length });
    line++;
  }
  return found;
}

const announcement = /^\d*<<(-?)(?:("[^"]*"|'[^']*')|([^<\s"']+))$/;
