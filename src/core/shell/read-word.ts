import type { Node } from 'web-tree-sitter';
import type { ShellCommand, ShellWord, WordPart } from './script';

/** A word node with its parts; `readCommand` reads the commands inside substitutions. */
export function readWord(node: Node, readCommand: (node: Node) => ShellCommand): ShellWord {
  const parts = joinLiterals(readParts(node, { quoted: false, first: true, readCommand }));
  return {
    raw: node.text,
    parts,
    literal: literalOf(parts),
    start: node.startIndex,
    end: node.endIndex,
  };
}

interface WordPlace {
  readonly quoted: boolean;
  /** At the start of the word, where `~` means home. */
  readonly first: boolean;
  readonly readCommand: (node: Node) => ShellCommand;
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
      return [{ kind: 'variable', name: node.text.slice(1), quoted: place.quoted }];
    case 'expansion': {
      const name = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(node.text)?.[1];
      return name === undefined
        ? [{ kind: 'other', raw: node.text }]
        : [{ kind: 'variable', name, quoted: place.quoted }];
    }
    case 'command_substitution': {
      const commands = node.descendantsOfType('command').flatMap((child) => child ?? []);
      return [{ kind: 'substitution', commands: commands.map(place.readCommand), raw: node.text }];
    }
    default:
      return node.isNamed
        ? [{ kind: 'other', raw: node.text }]
        : [{ kind: 'literal', text: node.text }];
  }
}

function readConcatenation(node: Node, place: WordPlace): readonly WordPart[] {
  const text = node.text;
  // {a,b} is expanded to several words, which only a shell does.
  if (/^[^'"]*\{[^'"]*(?:,|\.\.)[^'"]*\}/.test(text)) return [{ kind: 'other', raw: text }];
  return node.children
    .flatMap((child) => child ?? [])
    .flatMap((child, index) => readParts(child, { ...place, first: place.first && index === 0 }));
}

/** The inside of double quotes; text between the grammar's nodes counts too. */
function readString(node: Node, place: WordPlace): readonly WordPart[] {
  const parts: WordPart[] = [];
  const inside = node.children.flatMap((child) => child ?? []).slice(1, -1);
  let at = node.startIndex + 1;
  const literal = (text: string) => {
    if (text !== '') parts.push({ kind: 'literal', text: unescapeQuoted(text) });
  };
  for (const child of inside) {
    literal(node.text.slice(at - node.startIndex, child.startIndex - node.startIndex));
    if (child.type === 'string_content' || !child.isNamed) literal(child.text);
    else parts.push(...readParts(child, { ...place, quoted: true, first: false }));
    at = child.endIndex;
  }
  literal(node.text.slice(at - node.startIndex, -1));
  return parts.length === 0 ? [{ kind: 'literal', text: '' }] : parts;
}

function readPlainWord(text: string, { first }: WordPlace): readonly WordPart[] {
  const isHome = first && /^~(?:\/|$)/.test(text);
  const rest = isHome ? text.slice(1) : text;
  const isGlob = /(?:^|[^\\])(?:\\\\)*[*?[]/.test(rest);
  const part: WordPart = isGlob
    ? { kind: 'glob', text: rest }
    : { kind: 'literal', text: unescapePlain(rest) };
  return isHome ? [{ kind: 'home' }, part] : [part];
}

function unescapePlain(text: string): string {
  return text.replace(/\\(\r?\n|[\s\S])/g, (_, escaped: string) =>
    escaped.endsWith('\n') ? '' : escaped,
  );
}

function unescapeQuoted(text: string): string {
  return text.replace(/\\(\r?\n|[$`"\\])/g, (_, escaped: string) =>
    escaped.endsWith('\n') ? '' : escaped,
  );
}

const ansiEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, unicode?: string, octal?: string, letter?: string) => {
      const code = hex ?? unicode;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return ansiEscapes[letter ?? ''] ?? letter ?? '';
    },
  );
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
