import type { Chapter, Course, Lesson } from '../../src/core/lesson/lesson';
import { parseLesson } from '../../src/core/lesson/parse-lesson';

/** A lesson from its text, which must be without mistakes; the head is made up. */
export function lessonOf(body: string, slug = 'ports'): Lesson {
  const head = `---\ntitle: Lesson ${slug}\nsummary: About ${slug}.\nminutes: 5\n---\n\n`;
  const place = { id: `intro/${slug}`, chapter: 'intro', path: `01-intro/01-${slug}.md` };
  const { lesson, problems } = parseLesson(head + body, place);
  if (lesson === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return lesson;
}

/** A course of one chapter. */
export function courseOf(...lessons: readonly Lesson[]): Course & { readonly chapter: Chapter } {
  const chapter: Chapter = {
    id: 'intro',
    number: '1',
    title: 'Introduction',
    summary: 'First steps.',
    folder: '01-intro',
    lessons,
  };
  return { title: 'Course', chapters: [chapter], problems: [], chapter };
}

/** An exercise as a lesson's file has it: one check, one hint, one solution. */
export const exerciseText = `:::: exercise serve
title: Serve it

\`\`\`yaml checks
- say: It answers
  port: 8080
  is: answering
\`\`\`
::: hint
Look.
:::
::: solution
\`\`\`sh run
docker ps
\`\`\`
:::
::::
`;
