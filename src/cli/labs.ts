import { parseArgs } from 'node:util';
import { loadCourse } from '../core/lesson/load-course';
import { openLabFiles } from '../local/lab-files';
import { courseText, lessonRows } from './lesson-rows';
import { defaultLabsFolder } from './paths';

/** `labs [--json] [--labs FOLDER]`: exit code 1 when a lesson file has a mistake. */
export async function labs(arguments_: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...arguments_],
    options: {
      json: { type: 'boolean', default: false },
      labs: { type: 'string', default: defaultLabsFolder },
    },
  });
  const course = await loadCourse(openLabFiles(values.labs));
  process.stdout.write(
    values.json ? `${JSON.stringify(lessonRows(course), null, 2)}\n` : courseText(course),
  );
  for (const { path, line, message } of course.problems) {
    process.stderr.write(`${path}:${line}: ${message}\n`);
  }
  return course.problems.length === 0 ? 0 : 1;
}
