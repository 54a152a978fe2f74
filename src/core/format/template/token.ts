import { LabError } from '../../lab-error';

/** A word of an action between `{{` and `}}`. */
export interface Token {
  readonly kind: 'field' | 'dot' | 'name' | 'variable' | 'text' | 'number' | 'sign';
  /** The name of a field or variable, the value of a text, the sign itself. */
  readonly value: string;
  /** No space stands before it: `$item.Name` is one operand, `$item .Name` are two. */
  readonly glued: boolean;
}

/** Text outside actions, or the words of one action. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly tokens: readonly Token[] };

/** Cuts a Go template into text and actions; `{{-` and `-}}` eat the space beside them. */
export function cutTemplate(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const action = /\{\{(- )?((?:"(?:\\.|[^"\\])*"|`[^`]*`|\/\*.*?\*\/|[^"`])*?)( -)?\}\}/gs;
  let at = 0;
  let trimNext = false;
  const addText = (end: number, trimEnd: boolean): void => {
    let text = template.slice(at, end);
    if (trimNext) text = text.trimStart();
    if (trimEnd) text = text.trimEnd();
    if (text !== '') pieces.push({ kind: 'text', text });
  };
  for (const match of template.matchAll(action)) {
    const [whole, trimBefore, content = '', trimAfter] = match;
    addText(match.index, trimBefore !== undefined);
    at = match.index + whole.length;
    trimNext = trimAfter !== undefined;
    if (/^\s*\/\*.*\*\/\s*$/s.test(content)) continue;
    pieces.push({ kind: 'action', tokens: readTokens(content) });
  }
  if (template.slice(at).includes('{{')) throw badTemplate('an action is not closed with }}');
  addText(template.length, false);
  return pieces;
}

/** What a user of `--format` did wrong. */
export function badTemplate(reason: string): LabError {
  return new LabError('usage', `The format cannot be read: ${reason}.`, {
    advice: 'A format looks like {{.Names}} or {{json .}}; it is a Go template.',
  });
}

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['field', /\.([A-Za-z_]\w*)/y],
  ['number', /[-+]?\d+(?:\.\d+)?/y],
  ['dot', /\./y],
  ['variable', /\$(\w*)/y],
  ['text', /"(?:\\.|[^"\\])*"|`[^`]*`/y],
  ['name', /[A-Za-z_]\w*/y],
  ['sign', /:=|[|(),=]/y],
];

function readTokens(content: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < content.length) {
    const found = match(content, at);
    if (found === undefined) throw badTemplate(`“${content.slice(at).trim()}” is not understood`);
    const { kind, whole, part } = found;
    at += whole.length;
    if (kind === 'space') {
      glued = false;
      continue;
    }
    tokens.push({ kind, value: kind === 'text' ? unquote(whole) : part, glued });
    glued = true;
  }
  return tokens;
}

function match(content: string, at: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const result = pattern.exec(content);
    if (result !== null) return { kind, whole: result[0], part: result[1] ?? result[0] };
  }
  return undefined;
}

function unquote(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) return inner;
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
  return inner.replace(/\\(.)/gs, (_, character: string) => escapes[character] ?? character);
}
