import * as z from 'zod/mini';
import { LabError } from '../lab-error';
import type { LabFiles } from '../ports';
import { readYaml } from '../validation/read-yaml';
import { checkLinks } from './check-links';
import type { Chapter, Course, Lesson, LessonProblem } from './lesson';
import { parseLesson } from './parse-lesson';

const text = z.string().check(z.minLength(1));

const courseSchema = z.strictObject({
  title: text,
  chapters: z
    .array(
      z.strictObject({
        id: z
          .string()
          .check(z.regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits, dashes.')),
        number: text,
        title: text,
        summary: text,
        folder: z._default(z.string(), ''),
      }),
    )
    .check(z.minLength(1)),
});

/** The file that names the chapters in their order. */
const courseFile = 'course.yaml';

/**
 * Reads the whole course. A mistake in a lesson is one of `problems`, and the rest is there all the
 * same. Rejects with `invalid-lesson` only when there is no course at all: `course.yaml` is broken.
 */
export async function loadCourse(files: LabFiles): Promise<Course> {
  const paths = await files.list();
  const course = readYaml(await files.read(courseFile), 1, courseSchema);
  if (course.value === undefined) {
    const [first] = course.problems;
    throw new LabError(
      'invalid-lesson',
      `The list of chapters cannot be read: ${courseFile}, line ${first?.line}: ${first?.message}`,
      { advice: 'Repair that line, then load the course again.' },
    );
  }
  const problems: LessonProblem[] = [];
  const chapters = await Promise.all(
    course.value.chapters.map(async (chapter): Promise<Chapter> => {
      const parsed = await Promise.all(
        lessonPaths(paths, chapter.folder).map((path) => readLesson(path, chapter.id, files)),
      );
      problems.push(...parsed.flatMap((each) => each.problems));
      const lessons = parsed.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson]));
      return { ...chapter, lessons: withoutDuplicates(lessons, problems) };
    }),
  );
  problems.push(...checkLinks(chapters, paths));
  problems.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  return { title: course.value.title, chapters, problems };
}

/** `01-introduction/05-hello-world.md`, in the order of their numbers. */
function lessonPaths(paths: readonly string[], folder: string): readonly string[] {
  if (folder === '') return [];
  const isLesson = (path: string) =>
    path.startsWith(`${folder}/`) && /^\d+-[a-z0-9-]+\.md$/.test(path.slice(folder.length + 1));
  return paths.filter(isLesson);
}

async function readLesson(path: string, chapter: string, files: LabFiles) {
  const slug = path.replace(/^.*\/\d+-/, '').replace(/\.md$/, '');
  try {
    return parseLesson(await files.read(path), { path, chapter, id: `${chapter}/${slug}` });
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return { lesson: undefined, problems: [{ path, line: 1, message: error.message }] };
  }
}

function withoutDuplicates(
  lessons: readonly Lesson[],
  problems: LessonProblem[],
): readonly Lesson[] {
  const seen = new Set<string>();
  return lessons.filter((lesson) => {
    if (!seen.has(lesson.id)) return seen.add(lesson.id);
    problems.push({
      path: lesson.path,
      line: 1,
      message: `Another lesson has the id "${lesson.id}": the names differ in their number only.`,
    });
    return false;
  });
}
