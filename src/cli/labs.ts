import type { LessonProblem } from '../core/lesson/lesson';
import { loadCourse } from '../core/lesson/load-course';
import { openLabFiles } from '../local/lab-files';
import { courseText, lessonRows } from './lesson-rows';
import { defaultLabsFolder } from './paths';
import { type Printer, processPrinter } from './printer';
import { readArguments } from './read-arguments';

const usage = `container-labs labs [options]

Lists the lessons of the course, and what is wrong in their files.

      --json         as JSON: id, chapter, title, covers, exercises, quizzes and runs of each lesson
      --labs FOLDER  another course than the one of this program
  -h, --help         this text

Exit codes: 0 all is well; 1 a lesson file has a mistake; 2 usage, or there is no course.
`;

/** `labs [--json] [--labs FOLDER]`: exit code 1 when a lesson file has a mistake. */
export async function labs(
  arguments_: readonly string[],
  { print, complain }: Printer = processPrinter,
): Promise<number> {
  const { values } = readArguments(
    {
      args: [...arguments_],
      options: {
        json: { type: 'boolean', default: false },
        labs: { type: 'string', default: defaultLabsFolder },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    'See: container-labs labs --help',
  );
  if (values.help) {
    print(usage);
    return 0;
  }
  const course = await loadCourse(openLabFiles(values.labs));
  print(values.json ? `${JSON.stringify(lessonRows(course), null, 2)}\n` : courseText(course));
  complain(course.problems.map(problemLine).join(''));
  return course.problems.length === 0 ? 0 : 1;
}

/** A mistake in a lesson file, as editors can follow it: file, line, reason. */
export function problemLine({ path, line, message }: LessonProblem): string {
  return `${path}:${line}: ${message}\n`;
}
