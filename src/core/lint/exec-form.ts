import type { Span } from '../shell/script';
import type { JoinedText } from './joined-text';

/** One string of an exec form: its value, and where it stands, without the quotes. */
export interface ExecString extends Span {
  readonly text: string;
}

/** The strings of `["program", "argument"]`, or `undefined` when it is not valid: then a shell reads it. */
export function readExecForm(joined: JoinedText): readonly ExecString[] | undefined {
  const { text } = joined;
  if (!/^\s*\[/.test(text)) return undefined;
  const values = parseStrings(text);
  if (values === undefined) return undefined;
  const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"/gs)].map(({ index, 0: raw }) =>
    joined.span({ start: index + 1, end: index + raw.length - 1 }),
  );
  return values.map((value, index) => ({
    text: value,
    ...(places[index] ?? joined.span({ start: 0, end: 0 })),
  }));
}

function parseStrings(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return isList ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
