import type { Node } from 'web-tree-sitter';
import type { ShellWord, WordPart } from './script';
import type { SourceText } from './source-text';
import { unescapeAnsi, unescapePlain, unescapeQuoted } from './unescape';

/** A word with its parts; `substitution` reads `$(…)` and backquotes. */
export function readWord(
  node: Node,
  source: SourceText,
  substitution: (node: Node) => WordPart,
): ShellWord {
  const span = source.span(node);
  const raw = source.original(span);
  const place = { isQuoted: false, isFirst: true, substitution };
  return shellWord(raw, readParts(node, place), span.start, span.end);
}

/** Two words with nothing between them are one; `raw` is how both are written. */
export function joinWords(first: ShellWord, second: ShellWord, raw: string): ShellWord {
  const parts = [...first.parts, ...second.parts];
  return shellWord(raw, parts, first.start, second.end);
}

function shellWord(raw: string, parts: readonly WordPart[], start: number, end: number): ShellWord {
  const joined = joinLiterals(parts);
  return { raw, parts: joined, literal: literalOf(joined), start, end };
}

interface WordPlace {
  readonly isQuoted: boolean;
  /** At the start of the word, where `~` means home. */
  readonly isFirst: boolean;
  readonly substitution: (node: Node) => WordPart;
}

function readParts(node: Node, place: WordPlace): readonly WordPart[] {
  switch (node.type) {
    case 'word':
    case 'number':
    case 'extglob_pattern':
    case 'regex':
      return readPlainWord(node.text, place);
    case 'raw_string':
      return [{ kind: 'literal', text: node.text.slice(1, -1) }];
    case 'ansi_c_string':
      return [{ kind: 'literal', text: unescapeAnsi(node.text.slice(2, -1)) }];
    case 'string':
      return readString(node, place);
    case 'concatenation':
      return readConcatenation(node, place);
    case 'simple_expansion':
      return [{ kind: 'variable', name: node.text.slice(1), quoted: place.isQuoted }];
    case 'expansion': {
      const name = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(node.text)?.[1];
      return name === undefined
        ? [{ kind: 'other', raw: node.text }]
        : [{ kind: 'variable', name, quoted: place.isQuoted }];
    }
    case 'command_substitution':
      return [place.substitution(node)];
    default:
      return node.isNamed
        ? [{ kind: 'other', raw: node.text }]
        : [{ kind: 'literal', text: node.text }];
  }
}

function readConcatenation(node: Node, place: WordPlace): readonly WordPart[] {
  const children = node.children.flatMap((child) => child ?? []);
  // {a,b} is expanded to several words, which only a shell does.
  const isBrace = children.some(({ type, text }) => type === 'word' && text === '{');
  if (isBrace && /\{[^{}]*(?:,|\.\.)[^{}]*\}/.test(node.text)) {
    return [{ kind: 'other', raw: node.text }];
  }
  return plainRuns(children).flatMap((run, index) => {
    const isFirst = place.isFirst && index === 0;
    if (typeof run === 'string') return readPlainWord(run, { ...place, isFirst });
    return readParts(run, { ...place, isFirst });
  });
}

/** The grammar takes `*.[ch]` apart at its brackets: what is plain is put together again. */
function plainRuns(children: readonly Node[]): readonly (Node | string)[] {
  const runs: (Node | string)[] = [];
  for (const child of children) {
    const last = runs.at(-1);
    const isPlain = child.type === 'word' || child.type === 'number' || !child.isNamed;
    if (!isPlain) runs.push(child);
    else if (typeof last === 'string') runs[runs.length - 1] = last + child.text;
    else runs.push(child.text);
  }
  return runs;
}

/** The inside of double quotes; text between the grammar's nodes counts too. */
function readString(node: Node, place: WordPlace): readonly WordPart[] {
  const parts: WordPart[] = [];
  const inside = node.children.flatMap((child) => child ?? []).slice(1, -1);
  const { text, startIndex } = node;
  let at = startIndex + 1;
  const literal = (piece: string) => {
    if (piece !== '') parts.push({ kind: 'literal', text: unescapeQuoted(piece) });
  };
  for (const child of inside) {
    literal(text.slice(at - startIndex, child.startIndex - startIndex));
    if (child.type === 'string_content' || !child.isNamed) literal(child.text);
    else parts.push(...readParts(child, { ...place, isQuoted: true, isFirst: false }));
    at = child.endIndex;
  }
  literal(text.slice(at - startIndex, -1));
  return parts.length === 0 ? [{ kind: 'literal', text: '' }] : parts;
}

function readPlainWord(text: string, { isFirst }: WordPlace): readonly WordPart[] {
  // ~name is somebody else's home, and a blank inside means the grammar joined two words.
  if (isFirst && /^~[^/]/.test(text)) return [{ kind: 'other', raw: text }];
  if (/(?:^|[^\\])(?:\\\\)*[ \t]/.test(text)) return [{ kind: 'other', raw: text }];
  const isHome = isFirst && text.startsWith('~');
  const rest = isHome ? text.slice(1) : text;
  const isGlob = /(?:^|[^\\])(?:\\\\)*(?:[*?]|\[[^\]]+\])/.test(rest);
  const part: WordPart = isGlob
    ? { kind: 'glob', text: rest }
    : { kind: 'literal', text: unescapePlain(rest) };
  return isHome ? [{ kind: 'home' }, part] : [part];
}

function joinLiterals(parts: readonly WordPart[]): readonly WordPart[] {
  const joined: WordPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      joined[joined.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else joined.push(part);
  }
  return joined;
}

function literalOf(parts: readonly WordPart[]): string | undefined {
  if (!parts.every((part) => part.kind === 'literal')) return undefined;
  return parts.map((part) => part.text).join('');
}
