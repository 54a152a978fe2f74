import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';

/** A mistake in a piece of YAML: one-based line in the file it stands in. */
export interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

/** A piece of YAML, opened: its nodes with their places, and its plain value. */
export interface YamlText {
  readonly root: Node | null;
  readonly value: unknown;
  /** The line of the file at an offset of the text. */
  lineAt(offset: number | undefined): number;
  /** Why it cannot be read; `value` is then `undefined`. */
  readonly problems: readonly YamlProblem[];
}

/** Opens YAML whose first line is line `firstLine` of its file. Never throws on any text. */
export function openYaml(text: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const lineAt = (offset = 0) => firstLine + Math.max(0, lines.linePos(offset).line - 1);
  const refuse = (line: number, reason: string): YamlText => {
    const message = `This is not valid YAML: ${reason}`;
    return { root: null, value: undefined, lineAt, problems: [{ line, message }] };
  };
  // One slip makes the reader stumble again and again: only its first word helps.
  const [error] = document.errors;
  if (error !== undefined) {
    const reason =
      error.code === 'MULTIPLE_DOCS' ? 'a line of "---" cannot stand in it.' : error.message;
    return refuse(lineAt(error.pos[0]), reason);
  }
  try {
    // A few aliases must not unfold into millions of values.
    const value: unknown = document.toJS({ maxAliasCount: 10 });
    return { root: document.contents, value, lineAt, problems: [] };
  } catch (failure) {
    return refuse(firstLine, failure instanceof Error ? failure.message : String(failure));
  }
}

/** Offset of the node a path leads to, of its key where it has one, or of the last on the way. */
export function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

/** The key of a pair as its value's plain object has it. */
export function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) && !isAlias(node) ? node.range?.[0] : undefined;
}
