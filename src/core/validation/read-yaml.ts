import type * as z from 'zod/mini';
import { fitSchema } from './fit-schema';
import { offsetOf, openYaml, type YamlProblem } from './yaml-text';

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
  schema: z.ZodMiniType<Value>,
): YamlResult<Value> {
  const { root, value, lineAt, problems } = openYaml(text, firstLine);
  if (problems.length > 0) return { value: undefined, problems };
  const fit = fitSchema(value, schema);
  if (fit.mistakes.length === 0) return { value: fit.value as Value, problems: [] };
  return {
    value: undefined,
    problems: fit.mistakes.map(({ path, message }) => ({
      line: lineAt(offsetOf(root, path)),
      message,
    })),
  };
}
