import { LabError } from '../../core/lab-error';
import type {
  Block,
  ExerciseBlock,
  FileBlock,
  Lesson,
  QuizBlock,
  RunBlock,
} from '../../core/lesson/lesson';

/*
 * From what the page names to what the lesson has. The page may be older than the lesson, or wrong:
 * a name that leads to nothing is an error in words.
 */

/** A block to run, in the text, in a task or in a solution. */
export function findRun(lesson: Lesson, id: string): RunBlock {
  const found = everyBlock(lesson).find((block) => block.kind === 'run' && block.id === id);
  return found?.kind === 'run' ? found : missing();
}

/** A file to write, wherever it stands. */
export function findFile(lesson: Lesson, id: string): FileBlock {
  const found = everyBlock(lesson).find((block) => block.kind === 'file' && block.id === id);
  return found?.kind === 'file' ? found : missing();
}

/** What Copy copies: the command or the file's text. */
export function findText(lesson: Lesson, id: string): string {
  for (const block of everyBlock(lesson)) {
    if (block.kind === 'run' && block.id === id) return block.command;
    if (block.kind === 'file' && block.id === id) return block.content;
  }
  return missing();
}

export function findExercise(lesson: Lesson, id: string): ExerciseBlock {
  const found = lesson.blocks.find((block) => block.kind === 'exercise' && block.id === id);
  return found?.kind === 'exercise' ? found : missing();
}

export function findQuiz(lesson: Lesson, id: string): QuizBlock {
  const found = lesson.blocks.find((block) => block.kind === 'quiz' && block.id === id);
  return found?.kind === 'quiz' ? found : missing();
}

function everyBlock({ blocks }: Lesson): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'exercise' ? [...block.blocks, ...block.solution] : [block],
  );
}

function missing(): never {
  throw new LabError('not-found', 'The lesson on the page is not the one that is open now.', {
    advice: 'Open it again from the view “Course”.',
  });
}
