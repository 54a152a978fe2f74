import { isMap, isSeq, type YAMLMap } from 'yaml';
import type * as z from 'zod/mini';
import { nearestName } from '../text/nearest-name';
import { fitSchema } from '../validation/fit-schema';
import { knownKeys } from '../validation/known-keys';
import {
  keyText,
  offsetOf,
  openYaml,
  type YamlProblem,
  type YamlText,
} from '../validation/yaml-text';
import type { Check } from './check';
import { checkSchemas, type Subject } from './check-schemas';

/**
 * Reads the YAML of a `yaml checks` block, whose first line is line `firstLine` of the file. A check
 * that cannot be read is left out and told; the others are there.
 */
export function parseChecks(
  text: string,
  firstLine: number,
): { readonly checks: readonly Check[]; readonly problems: readonly YamlProblem[] } {
  const yaml = openYaml(text, firstLine);
  if (yaml.problems.length > 0) return { checks: [], problems: yaml.problems };
  if (!isSeq(yaml.root) || !Array.isArray(yaml.value) || yaml.value.length === 0) {
    const message = 'Checks are a list: each begins with "- say: …".';
    return { checks: [], problems: [{ line: firstLine, message }] };
  }
  const values: readonly unknown[] = yaml.value;
  const read = yaml.root.items.map((item, index) => readCheck(item, values[index], index, yaml));
  return {
    checks: read.flatMap((each) => each.checks),
    problems: read.flatMap((each) => each.problems),
  };
}

function readCheck(item: unknown, value: unknown, index: number, { root, lineAt }: YamlText) {
  const line = lineAt(offsetOf(root, [index]));
  const refuse = (message: string) => ({ checks: [], problems: [{ line, message }] });
  if (!isMap(item)) return refuse('A check is a map of keys: say, a subject, and what holds.');
  const keys = keysOf(item);
  const subject = subjectOf(keys);
  if (subject === undefined) return refuse(unknownSubject(keys));
  const schema: z.ZodMiniType<Check> = checkSchemas[subject];
  const fit = fitSchema(value, schema);
  if (fit.mistakes.length === 0) return { checks: [fit.value as Check], problems: [] };
  const problems = fit.mistakes.map(({ path, message }) => ({
    line: lineAt(offsetOf(root, [index, ...path])),
    message: `Check "${subject}": ${message}`,
  }));
  return { checks: [], problems };
}

const subjects = Object.keys(checkSchemas) as readonly Subject[];

function keysOf(item: YAMLMap): readonly string[] {
  return item.items.map(({ key }) => keyText(key) ?? '');
}

/** `image` is a subject, and a key of other subjects as well: the one that knows most keys counts. */
function subjectOf(keys: readonly string[]): Subject | undefined {
  let best: { readonly subject: Subject; readonly count: number } | undefined;
  for (const subject of subjects.filter((each) => keys.includes(each))) {
    const known = knownKeys(checkSchemas[subject], []);
    const count = keys.filter((key) => known.includes(key)).length;
    if (best === undefined || count > best.count) best = { subject, count };
  }
  return best?.subject;
}

function unknownSubject(keys: readonly string[]): string {
  const near = keys.filter((key) => key !== 'say').map((key) => nearestName(key, subjects));
  const nearest = near.find((name) => name !== undefined);
  return nearest === undefined
    ? `A check needs a subject: one of ${subjects.join(', ')}.`
    : `A check needs a subject. Did you mean "${nearest}"?`;
}
