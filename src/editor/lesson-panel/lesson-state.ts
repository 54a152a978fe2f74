import type { CheckResult } from '../../core/check/check';
import { describeError } from '../../core/lab-error';
import type { ExerciseBlock, Lesson, QuizBlock } from '../../core/lesson/lesson';
import {
  type RenderContext,
  renderInline,
  renderProse,
  renderSolution,
} from '../../core/lesson/render-lesson';
import {
  type ExerciseProgress,
  lessonProgress,
  lessonStanding,
  type Progress,
  type QuizProgress,
} from '../../core/progress/progress';
import type { ExerciseState, QuizState, RunState, StateMessage } from '../../protocol';
import type { EngineState } from '../engine-service';
import type { ExerciseFindings } from '../exercise-service';

/** Everything that a lesson's page shows besides its text. */
export interface LessonFacts {
  readonly lesson: Lesson;
  readonly context: RenderContext;
  readonly engine: EngineState;
  readonly progress: Progress;
  readonly runs: Readonly<Record<string, RunState>>;
  findings(exercise: string): ExerciseFindings;
}

/** The state of the whole page, from facts alone. */
export function stateMessage(facts: LessonFacts): StateMessage {
  const { lesson, engine, progress, runs } = facts;
  const known = lessonProgress(progress, lesson.id);
  const { done, of } = lessonStanding(lesson, progress);
  const exercises = lesson.blocks.flatMap((block) =>
    block.kind === 'exercise'
      ? [[block.id, exerciseState(block, facts, known?.exercises[block.id])] as const]
      : [],
  );
  const quizzes = lesson.blocks.flatMap((block) => {
    const answered = block.kind === 'quiz' ? known?.quizzes[block.id] : undefined;
    if (block.kind !== 'quiz' || answered === undefined) return [];
    return [[block.id, quizState(block, facts, answered)] as const];
  });
  return {
    type: 'state',
    engine: engineState(engine),
    progress: { done, of },
    runs,
    exercises: Object.fromEntries(exercises),
    quizzes: Object.fromEntries(quizzes),
  };
}

function engineState(engine: EngineState): StateMessage['engine'] {
  switch (engine.kind) {
    case 'ready': {
      const { name, version, rootless } = engine.facts;
      const who = name === 'unknown' ? 'Engine' : name;
      return { ready: true, text: `${who} ${version}${rootless ? ', rootless' : ''}` };
    }
    case 'none':
      return { ready: false, text: 'No container engine' };
    case 'idle':
    case 'looking':
      return { ready: false, text: 'Looking for an engine' };
  }
}

function exerciseState(
  exercise: ExerciseBlock,
  { lesson, context, findings }: LessonFacts,
  known: ExerciseProgress | undefined,
): ExerciseState {
  const found = findings(exercise.id);
  const isDone = known?.done === true;
  const results = found.result?.checks;
  const shown = exercise.hints.slice(0, known?.hintsOpened ?? 0);
  return {
    phase: phaseOf(found, isDone),
    text: sentenceOf(found, isDone),
    checks: exercise.checks.map(({ say }, index) => {
      const result = results?.[index];
      return {
        say,
        outcome: result?.outcome ?? (isDone ? 'pass' : 'unknown'),
        expected: result?.expected,
        found: result?.found,
      };
    }),
    hints: shown.map(({ markdown }) => renderProse(markdown, lesson, context)),
    hintCount: exercise.hints.length,
    solution: known?.solutionShown === true ? renderSolution(exercise, lesson, context) : undefined,
    answers: known?.answers ?? {},
  };
}

function phaseOf({ isChecking, result }: ExerciseFindings, isDone: boolean) {
  if (isChecking) return 'checking';
  if (isDone) return 'done';
  return result === undefined ? 'not begun' : 'not done';
}

function sentenceOf(found: ExerciseFindings, isDone: boolean): string {
  const { isChecking, result, error } = found;
  if (isChecking) return 'Checking…';
  if (error !== undefined) return `Not checked. ${describeError(error).replaceAll('\n', ' ')}`;
  if (result === undefined) return isDone ? 'Done.' : '';
  const passed = count(result.checks, 'pass');
  const skipped = count(result.checks, 'skip');
  if (result.done) {
    return skipped === 0
      ? 'Done: everything is as it should be.'
      : `Done, ${skippedWords(skipped)}`;
  }
  const again = isDone ? 'It was done before, and is not so now' : 'Not done yet';
  return `${again}: ${passed} of ${result.checks.length} as it should be.`;
}

function skippedWords(skipped: number): string {
  return skipped === 1
    ? 'but for one statement that cannot be checked here.'
    : `but for ${skipped} statements that cannot be checked here.`;
}

function count(checks: readonly CheckResult[], outcome: CheckResult['outcome']): number {
  return checks.filter((check) => check.outcome === outcome).length;
}

function quizState(
  quiz: QuizBlock,
  { lesson, context }: LessonFacts,
  { chosen, right }: QuizProgress,
): QuizState {
  const reasons = quiz.options.map((option) => ({
    right: option.right,
    html: renderInline(option.why, lesson, context),
  }));
  return { chosen, right, reasons };
}

/** Whether exactly the right options are chosen. */
export function isRight(quiz: QuizBlock, chosen: readonly number[]): boolean {
  return quiz.options.every((option, index) => option.right === chosen.includes(index));
}
