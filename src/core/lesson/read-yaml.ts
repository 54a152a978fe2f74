import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearestName } from '../text/nearest-name';

/** A mistake in a piece of YAML: one-based line in the file it stands in. */
export interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

export type YamlResult<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value: undefined; readonly problems: readonly YamlProblem[] };

/**
 * Reads YAML text that must fit a schema. `firstLine` is the line of the file at which the text
 * begins, so that mistakes are named where the author sees them.
 */
export function readYaml<Value>(
  text: string,
  firstLine: number,
  schema: z.ZodObject<z.core.$ZodShape> & z.ZodType<Value>,
): YamlResult<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => firstLine + Math.max(0, lines.linePos(offset).line - 1);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      message: `This is not valid YAML: ${error.message}`,
    }));
    return { value: undefined, problems };
  }
  const result = schema.safeParse(toValue(document));
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) =>
    describeIssue(issue, Object.keys(schema.shape)).map(({ path, message }) => ({
      line: lineAt(offsetOf(document.contents, path)),
      message,
    })),
  );
  return { value: undefined, problems };
}

/** Aliases that explode are refused by the library with an error: then there is no value. */
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch {
    return undefined;
  }
}

interface PlacedMessage {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  known: readonly string[],
): readonly PlacedMessage[] {
  const path = issue.path;
  const name = path.length === 0 ? 'It' : `"${path.map(String).join('.')}"`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: unknownKey(key, path.length === 0 ? known : []),
      }));
    case 'invalid_type':
      return [
        {
          path,
          message:
            issue.input === undefined
              ? `${name} is missing.`
              : `${name} must be ${article(issue.expected)}.`,
        },
      ];
    default:
      return [{ path, message: path.length === 0 ? issue.message : `${name}: ${issue.message}` }];
  }
}

/** "a number", "an array". */
function article(type: string): string {
  const word = type === 'array' ? 'list' : type === 'record' ? 'map' : type;
  return /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;
}

/** The sentence for a key nobody knows, with the one that was probably meant. */
function unknownKey(key: string, known: readonly string[]): string {
  if (known.length === 0) return `"${key}" is not known here.`;
  const nearest = nearestName(key, known);
  return nearest === undefined
    ? `"${key}" is not known here. Known: ${known.join(', ')}.`
    : `"${key}" is not known here. Did you mean "${nearest}"?`;
}

/** Offset of the node a path leads to, or of the last one on the way. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    if (!isMap(node) && !(node && typeof node === 'object' && 'items' in node)) return offset;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return offset;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else {
      node = (node as { items: readonly unknown[] }).items[Number(step)];
      offset = (node as ParsedNode | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
}
