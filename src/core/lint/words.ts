import type { Span } from '../shell/script';
import type { JoinedText } from './joined-text';

/** A word of an instruction. */
export interface Word extends Span {
  /** As written, over line ends too. */
  readonly raw: string;
  /** Without the quotes around it. */
  readonly text: string;
  /** Where it begins in the instruction's joined text. */
  readonly at: number;
}

/** Splits at blanks; a quoted blank does not split. A quote that is never closed is a plain letter. */
export function splitWords(joined: JoinedText, escapeCharacter: string): readonly Word[] {
  const { text } = joined;
  const words: Word[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const end = wordEnd(text, at, escapeCharacter);
    const raw = text.slice(at, end);
    words.push({ raw, text: withoutQuotes(raw), at, ...joined.span({ start: at, end }) });
    at = skipBlanks(text, end);
  }
  return words;
}

/** What stands between the quotes around a text; the text itself without them. */
export function withoutQuotes(text: string): string {
  const isQuoted = text.length > 1 && /^["']/.test(text) && text.at(-1) === text[0];
  return isQuoted ? text.slice(1, -1) : text;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text[at])) at++;
  return at;
}

function wordEnd(text: string, from: number, escapeCharacter: string): number {
  let at = from;
  while (at < text.length && !isBlank(text[at])) {
    const character = text[at];
    if (character === escapeCharacter) at += 2;
    else if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1);
      at = close === -1 ? at + 1 : close + 1;
    } else at++;
  }
  return Math.min(at, text.length);
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
