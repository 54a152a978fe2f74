import { posix } from 'node:path';
import * as z from 'zod/mini';
import { LabError } from '../lab-error';
import type { LabFiles } from '../ports';
import { readYaml } from '../validation/read-yaml';
import { offsetOf, openYaml } from '../validation/yaml-text';
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
  const list = readList(await files.read(courseFile));
  const problems: LessonProblem[] = [];
  const chapters = await Promise.all(
    list.chapters.map(async (chapter, index): Promise<Chapter> => {
      const { lessonPaths, others } = findLessons(paths, chapter.folder);
      const parsed = await Promise.all(
        lessonPaths.map((path) => readLesson(path, chapter.id, files)),
      );
      problems.push(...others.map(describeOther), ...parsed.flatMap((each) => each.problems));
      if (chapter.folder !== '' && lessonPaths.length === 0) {
        problems.push({
          path: courseFile,
          line: list.lineOf(index, 'folder'),
          message: `The chapter "${chapter.id}" has no lesson: no file ${chapter.folder}/NN-name.md.`,
        });
      }
      const lessons = parsed.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson]));
      return { ...chapter, lessons: withoutDuplicates(lessons, problems) };
    }),
  );
  problems.push(...checkLinks(chapters, paths));
  problems.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  return { title: list.title, chapters, problems };
}

/** The chapters as `course.yaml` lists them, and the lines where it does. */
function readList(content: string) {
  const { value, problems } = readYaml(content, 1, courseSchema);
  const [first] = problems;
  if (value === undefined) throw noCourse(first?.line, first?.message);
  const { root, lineAt } = openYaml(content, 1);
  const lineOf = (index: number, key: string) => lineAt(offsetOf(root, ['chapters', index, key]));
  const ids = value.chapters.map(({ id }) => id);
  const twin = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twin !== -1) throw noCourse(lineOf(twin, 'id'), `The id "${ids[twin]}" is taken already.`);
  return { ...value, lineOf };
}

function noCourse(line = 1, reason = ''): LabError {
  return new LabError(
    'invalid-lesson',
    `The list of chapters cannot be read: ${courseFile}, line ${line}: ${reason}`,
    { advice: 'Repair that line, then load the course again.' },
  );
}

/** `01-introduction/05-hello-world.md`, in the order of their numbers; and what only looks alike. */
function findLessons(paths: readonly string[], folder: string) {
  const inFolder = paths.filter(
    (path) => path.endsWith('.md') && folder !== '' && posix.dirname(path) === folder,
  );
  const isLesson = (path: string) => /^\d+-[a-z0-9-]+\.md$/.test(posix.basename(path));
  const numberOf = (path: string) => Number.parseInt(posix.basename(path), 10);
  return {
    lessonPaths: inFolder.filter(isLesson).sort((a, b) => numberOf(a) - numberOf(b)),
    others: inFolder.filter((path) => !isLesson(path) && posix.basename(path) !== 'README.md'),
  };
}

function describeOther(path: string): LessonProblem {
  const message =
    'This is no lesson: the name of one is a number, a dash, then small letters, digits and dashes.';
  return { path, line: 1, message };
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
