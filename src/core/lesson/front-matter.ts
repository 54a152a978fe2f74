import { z } from 'zod';
import { readYaml, type YamlResult } from './read-yaml';

/** Abilities a lesson or an exercise may name in `needs`. */
export const abilitySchema = z.enum(['engine', 'compose', 'network'], {
  error: 'needs knows engine, compose and network.',
});

/** Ids of the course's items: `intro.nginx`. */
export const coversSchema = z.array(
  z.string().regex(/^[a-z]+\.[a-z0-9-]+$/, 'an item of the course looks like "intro.nginx".'),
);

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  minutes: z.number().int().min(1).max(120),
  covers: coversSchema.default([]),
  needs: z.array(abilitySchema).default([]),
});

/** What stands at the head of a lesson file. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** The front matter and the number of lines it takes, fences included. */
export function parseFrontMatter(
  lines: readonly string[],
): YamlResult<FrontMatter> & { readonly length: number } {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end === -1) {
    const message =
      'A lesson begins with front matter: title, summary and minutes between two lines "---".';
    return { value: undefined, problems: [{ line: 1, message }], length: 0 };
  }
  const text = lines.slice(1, end).join('\n');
  return { ...readYaml(text === '' ? '{}' : text, 2, frontMatterSchema), length: end + 1 };
}
