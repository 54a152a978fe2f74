import type * as z from 'zod/mini';
import { nearestName } from '../text/nearest-name';
import { knownKeys } from './known-keys';

/** A mistake in a value: what is wrong, and the path to where. */
export interface PlacedMessage {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A value of the schema's type, or what is wrong with it. */
export type Fit<Value> =
  | { readonly value: Value; readonly mistakes: readonly [] }
  | { readonly value: undefined; readonly mistakes: readonly PlacedMessage[] };

type Issue = z.core.$ZodIssue;

/** Fits a value to a schema; mistakes are told in words, each with the way to repair it. */
export function fitSchema<Value>(value: unknown, schema: z.ZodMiniType<Value>): Fit<Value> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, mistakes: [] };
  const mistakes = result.error.issues.flatMap((issue) => describeIssue(issue, schema));
  return { value: undefined, mistakes };
}

function describeIssue(issue: Issue, schema: z.core.$ZodType): readonly PlacedMessage[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
  }
  if (path.length === 0) return [{ path, message: describeWhole(knownKeys(schema, path)) }];
  return [{ path, message: `"${path.map(String).join('.')}" ${describe(issue)}` }];
}

/** What is wrong, as the rest of a sentence that begins with the key. */
function describe(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing.';
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'is no key for this.';
  // Words of ours, given with the schema, say more than what follows.
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return issue.origin === 'number'
        ? `must be at least ${issue.minimum}.`
        : 'must not be empty.';
    case 'too_big':
      return `must be at most ${issue.maximum}.`;
    case 'invalid_value':
      return oneOf(issue);
    default:
      return 'is not understood.';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, such as [one, two]',
  object: 'a map of keys',
  record: 'a map of keys',
};

/** A list that is long is spared whoever is near one of its names. */
function oneOf({ values, input }: z.core.$ZodIssueInvalidValue): string {
  const names = values.map(String);
  const nearest = typeof input === 'string' ? nearestName(input, names) : undefined;
  if (nearest !== undefined && names.length > 10)
    return `knows no "${input}". Did you mean "${nearest}"?`;
  const last = names.at(-1) ?? '';
  const list = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
  return `must be ${list}.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`;
}

function describeWhole(known: readonly string[]): string {
  return `Here belong the keys ${known.join(', ')}, each on a line of its own, such as "${known[0]}: …".`;
}

/** The sentence for a key nobody knows, with the one that was probably meant. */
function unknownKey(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known);
  return nearest === undefined
    ? `"${key}" is not known here. Known: ${known.join(', ')}.`
    : `"${key}" is not known here. Did you mean "${nearest}"?`;
}
