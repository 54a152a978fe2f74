import { parseArgs } from 'node:util';
import { LabError } from '../core/lab-error';
import type { ExerciseBlock, Lesson } from '../core/lesson/lesson';
import { loadCourse } from '../core/lesson/load-course';
import { openLabFiles } from '../local/lab-files';
import { lazyShellParser } from '../local/shell-grammar';
import { openEngine } from './open-engine';
import { defaultLabsFolder, distFolder } from './paths';
import { openVerification } from './verification';
import { type ExerciseVerdict, verifyExercise } from './verify-exercise';

/**
 * `verify [LESSON…] [--json] [--labs FOLDER]`: proves exercises on the real engine. Resolves with 0
 * when none is wrong, 1 when one is or when a lesson file has a mistake.
 */
export async function verify(arguments_: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...arguments_],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      labs: { type: 'string', default: defaultLabsFolder },
    },
  });
  const course = await loadCourse(openLabFiles(values.labs));
  const lessons = chooseLessons(
    course.chapters.flatMap((chapter) =>
      chapter.lessons.map((lesson) => ({ lesson, folder: chapter.folder })),
    ),
    positionals,
  );
  const [engine, shell] = await Promise.all([openEngine(), lazyShellParser(distFolder)()]);
  const verification = await openVerification({ engine, shell, labsFolder: values.labs });
  const stop = () => verification.stop();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const verdicts: ExerciseVerdict[] = [];
  try {
    for (const { lesson, folder } of lessons) {
      for (const exercise of exercisesOf(lesson)) {
        const bench = await verification.bench(lesson, folder);
        const verdict = await verifyExercise(lesson, exercise, bench);
        verdicts.push(verdict);
        if (!values.json) process.stdout.write(line(verdict));
      }
    }
  } finally {
    await verification.close();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(verdicts, null, 2)}\n`);
  for (const { path, line, message } of course.problems) {
    process.stderr.write(`${path}:${line}: ${message}\n`);
  }
  return course.problems.length > 0 || verdicts.some(isWrong) ? 1 : 0;
}

function chooseLessons<Item extends { readonly lesson: Lesson }>(
  all: readonly Item[],
  ids: readonly string[],
): readonly Item[] {
  const unknown = ids.find((id) => all.every(({ lesson }) => lesson.id !== id));
  if (unknown !== undefined) {
    throw new LabError('usage', `There is no lesson "${unknown}".`, {
      advice: 'container-labs labs lists them all.',
    });
  }
  return ids.length === 0 ? all : all.filter(({ lesson }) => ids.includes(lesson.id));
}

function exercisesOf(lesson: Lesson): readonly ExerciseBlock[] {
  return lesson.blocks.filter((block): block is ExerciseBlock => block.kind === 'exercise');
}

/** Wrong: a check that holds too early, or one that does not hold after the solution. */
function isWrong({ before, after }: ExerciseVerdict): boolean {
  return before === 'pass' || after === 'fail';
}

function line(verdict: ExerciseVerdict): string {
  const word = isWrong(verdict) ? 'wrong' : verdict.after === 'skip' ? 'skipped' : 'ok';
  const reason =
    verdict.reason === '' ? '' : `\n         ${verdict.reason.replaceAll('\n', '\n         ')}`;
  return `${word.padEnd(8)} ${verdict.lesson} ${verdict.exercise}${reason}\n`;
}
