import { LabError } from '../core/lab-error';
import type { Chapter, ExerciseBlock, Lesson } from '../core/lesson/lesson';
import type { Verification } from './verification';
import { type ExerciseVerdict, verifyExercise } from './verify-exercise';

/** A lesson, and the folder of its chapter below the labs. */
export interface ChosenLesson {
  readonly lesson: Lesson;
  readonly folder: string;
}

/** The lessons with these ids in the order of the course; all of them when there are none. */
export function chooseLessons(
  chapters: readonly Chapter[],
  ids: readonly string[],
): readonly ChosenLesson[] {
  const all = chapters.flatMap(({ lessons, folder }) =>
    lessons.map((lesson) => ({ lesson, folder })),
  );
  const unknown = ids.find((id) => all.every(({ lesson }) => lesson.id !== id));
  if (unknown !== undefined) {
    throw new LabError('usage', `There is no lesson "${unknown}".`, {
      advice: 'container-labs labs lists them all.',
    });
  }
  return ids.length === 0 ? all : all.filter(({ lesson }) => ids.includes(lesson.id));
}

/** Proves every exercise, one after another. Rejects with `cancelled` once it is to stop. */
export async function proveLessons(
  chosen: readonly ChosenLesson[],
  verification: Pick<Verification, 'bench' | 'stopped'>,
  onVerdict: (verdict: ExerciseVerdict) => void,
): Promise<readonly ExerciseVerdict[]> {
  const verdicts: ExerciseVerdict[] = [];
  for (const { lesson, folder } of chosen) {
    for (const exercise of exercisesOf(lesson)) {
      const bench = await verification.bench(lesson, folder);
      const verdict = await verifyExercise(lesson, exercise, bench);
      // What was interrupted says nothing about the exercise.
      if (verification.stopped()) throw new LabError('cancelled', 'Interrupted.');
      verdicts.push(verdict);
      onVerdict(verdict);
    }
  }
  return verdicts;
}

function exercisesOf(lesson: Lesson): readonly ExerciseBlock[] {
  return lesson.blocks.filter((block): block is ExerciseBlock => block.kind === 'exercise');
}

/** Wrong: a check that holds too early, or one that does not hold after the solution. */
export function isWrong({ before, after }: ExerciseVerdict): boolean {
  return before === 'pass' || after === 'fail';
}

/** A verdict for people, the reason indented below it. */
export function verdictText(verdict: ExerciseVerdict): string {
  const word = isWrong(verdict) ? 'wrong' : verdict.after === 'skip' ? 'skipped' : 'ok';
  const reason =
    verdict.reason === '' ? '' : `\n         ${verdict.reason.replaceAll('\n', '\n         ')}`;
  return `${word.padEnd(8)} ${verdict.lesson} ${verdict.exercise}${reason}\n`;
}
