import * as z from 'zod/mini';
import { readYaml, type YamlResult } from '../validation/read-yaml';

const text = z.string().check(z.minLength(1));

const abilities = z._default(z.array(z.enum(['engine', 'compose', 'network'])), []);

const covers = z._default(
  z.array(
    z.string().check(z.regex(/^[a-z]+\.[a-z0-9-]+$/, 'must be an item such as intro.nginx.')),
  ),
  [],
);

const frontMatterSchema = z.strictObject({
  title: text,
  summary: text,
  minutes: z.int().check(z.minimum(1), z.maximum(120)),
  covers,
  needs: abilities,
});

/** The lines at the head of an exercise. */
export const exerciseHeader = z.strictObject({ title: text, covers, needs: abilities });

/** The lines at the head of a quiz. */
export const quizHeader = z.strictObject({ covers });

/** What stands at the head of a lesson file. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** The front matter and the number of lines it takes, fences included. */
export function parseFrontMatter(
  lines: readonly string[],
): YamlResult<FrontMatter> & { readonly length: number } {
  const isFence = (line: string) => line.trimEnd() === '---';
  const end = isFence(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && isFence(line)) : -1;
  if (end === -1) {
    const message =
      'A lesson begins with front matter: title, summary and minutes between two lines "---".';
    return { value: undefined, problems: [{ line: 1, message }], length: 0 };
  }
  const yaml = lines.slice(1, end).join('\n');
  return { ...readYaml(yaml, 2, frontMatterSchema), length: end + 1 };
}
