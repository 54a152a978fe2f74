import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { nearestName } from '../text/nearest-name';
import type { Check } from './check';
import { checkSchemas, type Subject } from './check-schemas';

/** A mistake in a list of checks; the line is one-based, in the lesson's file. */
export interface CheckProblem {
  readonly line: number;
  readonly message: string;
}

/**
 * Reads the YAML of a `yaml checks` block, whose first line is line `firstLine` of the file. A check
 * that cannot be read is left out and told; the others are there.
 */
export function parseChecks(
  text: string,
  firstLine: number,
): { readonly checks: readonly Check[]; readonly problems: readonly CheckProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset = 0) => firstLine + Math.max(0, lines.linePos(offset).line - 1);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      message: `This is not valid YAML: ${error.message}`,
    }));
    return { checks: [], problems };
  }
  if (!isSeq(document.contents)) {
    return {
      checks: [],
      problems: [{ line: firstLine, message: 'Checks are a list: each begins with "- say: …".' }],
    };
  }
  const checks: Check[] = [];
  const problems: CheckProblem[] = [];
  for (const item of document.contents.items) {
    const line = lineAt(item && typeof item === 'object' && 'range' in item ? item.range?.[0] : 0);
    if (!isMap(item)) {
      problems.push({ line, message: 'A check is a map of keys: say, a subject, and what holds.' });
      continue;
    }
    const result = parseCheck(item);
    if ('check' in result) checks.push(result.check);
    else {
      const at = keyOffset(item, result.key);
      problems.push({ line: at === undefined ? line : lineAt(at), message: result.message });
    }
  }
  return { checks, problems };
}

type ParsedCheck =
  | { readonly check: Check }
  | { readonly message: string; readonly key: string | undefined };

const subjects = Object.keys(checkSchemas) as readonly Subject[];

function parseCheck(item: YAMLMap): ParsedCheck {
  const keys = item.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key)));
  // Some subjects are also keys of others (`image` of a container): the first one counts.
  const subject = subjects.find((name) => name === keys.find((key) => isSubject(key)));
  if (subject === undefined) return { message: unknownSubject(keys), key: undefined };
  const schema = checkSchemas[subject];
  const result = schema.safeParse(item.toJSON());
  if (result.success) return { check: result.data };
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = Object.keys(schema.def.in.def.shape);
    const nearest = issue.path.length === 0 ? nearestName(key, known) : undefined;
    const advice =
      nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
    return { message: `A check of a ${subject} knows no "${key}". ${advice}`, key };
  }
  const key = issue?.path[0] === undefined ? undefined : String(issue.path[0]);
  const missing =
    issue?.code === 'invalid_type' && issue.path.length > 0 && !keys.includes(key ?? '');
  const message = missing
    ? `"${key}" is missing.`
    : `${key === undefined ? '' : `"${key}": `}${issue?.message ?? 'not understood'}`;
  return { message, key };
}

function isSubject(key: string): boolean {
  return Object.hasOwn(checkSchemas, key);
}

function unknownSubject(keys: readonly string[]): string {
  const near = keys.filter((key) => key !== 'say').map((key) => nearestName(key, subjects));
  const nearest = near.find((name) => name !== undefined);
  return nearest === undefined
    ? `A check needs a subject: one of ${subjects.join(', ')}.`
    : `A check needs a subject. Did you mean "${nearest}"?`;
}

function keyOffset(item: YAMLMap, key: string | undefined): number | undefined {
  const pair = item.items.find((each) => isScalar(each.key) && each.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
