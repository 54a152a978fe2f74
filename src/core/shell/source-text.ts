import type { Span } from './script';

/** The text a grammar reads, and the way back to the text as it was given. */
export interface SourceText {
  readonly text: string;
  /** The place in the given text of a place in `text`. */
  span(node: { readonly startIndex: number; readonly endIndex: number }): Span;
  /** The given text there. */
  original(span: Span): string;
}

/**
 * Text with the line ends of Windows, made readable for a shell, which knows only `\n`: a carriage
 * return would become part of the last word, and break a line's continuation.
 */
export function withoutCarriageReturns(given: string): SourceText {
  const removed: number[] = [];
  const text = given.replace(/\r(?=\n)/g, (_, index: number) => {
    removed.push(index - removed.length);
    return '';
  });
  const place = (index: number) => index + countBelow(removed, index);
  return {
    text,
    span({ startIndex, endIndex }) {
      const start = place(startIndex);
      // The end of what stands before a removed return is where the return was.
      const end = endIndex > startIndex ? place(endIndex - 1) + 1 : start;
      return { start, end };
    },
    original: ({ start, end }) => given.slice(start, end),
  };
}

/** How many of the sorted places are at or before `index`. */
function countBelow(places: readonly number[], index: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
