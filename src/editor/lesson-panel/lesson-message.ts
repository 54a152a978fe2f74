import type { Chapter, Course, Lesson } from '../../core/lesson/lesson';
import { type RenderContext, renderLesson } from '../../core/lesson/render-lesson';
import type { LabFiles } from '../../core/ports';
import type { LessonMessage } from '../../protocol';

/** The lesson's text and frame for the page; `place` is where the reader was. */
export function lessonMessage(
  { lesson, chapter }: { readonly lesson: Lesson; readonly chapter: Chapter },
  course: Course,
  context: RenderContext,
  place: string | undefined,
): LessonMessage {
  const { html, outline } = renderLesson(lesson, context);
  const { id, title, summary, minutes } = lesson;
  const all = course.chapters.flatMap(({ lessons }) => lessons);
  const index = all.findIndex((other) => other.id === id);
  return {
    type: 'lesson',
    id,
    chapter: chapter.title,
    title,
    summary,
    minutes,
    html,
    outline,
    previous: neighbour(all[index - 1]),
    next: neighbour(all[index + 1]),
    place,
  };
}

function neighbour(lesson: Lesson | undefined): LessonMessage['next'] {
  return lesson === undefined ? undefined : { id: lesson.id, title: lesson.title };
}

/** What rendering a chapter's lessons asks for: its diagrams are read now, all of them at once. */
export async function readRenderContext(
  chapter: Chapter,
  course: Course,
  files: LabFiles,
): Promise<RenderContext> {
  const isDiagram = (path: string) =>
    path.startsWith(`${chapter.folder}/`) && path.endsWith('.svg');
  const paths = (await files.list()).filter(isDiagram);
  const texts = await Promise.all(paths.map((path) => files.read(path)));
  const diagrams = new Map(paths.map((path, index) => [path, texts[index]] as const));
  const ids = new Map(
    course.chapters.flatMap(({ lessons }) => lessons).map(({ path, id }) => [path, id] as const),
  );
  return { readDiagram: (path) => diagrams.get(path), lessonAt: (path) => ids.get(path) };
}
