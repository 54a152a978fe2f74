import type { Check, ExerciseResult } from '../core/check/check';
import type { PlanStep } from '../core/command/plan';
import { describeError, LabError } from '../core/lab-error';
import type { Ability, Block, ExerciseBlock, Lesson } from '../core/lesson/lesson';
import { findTakenName, type NamedKind } from './taken-names';

/** What `verify` says of one exercise; other scripts rely on these names. */
export interface ExerciseVerdict {
  readonly lesson: string;
  readonly exercise: string;
  /** What the checks said before any work was done: `fail` is right, every one must. */
  readonly before: 'fail' | 'pass' | 'skip';
  /** What they said after the solution. */
  readonly after: 'pass' | 'fail' | 'skip';
  /** Why it is wrong or skipped; empty when all is well. */
  readonly reason: string;
}

/** What proving an exercise takes, for one exercise in a working folder of its own. */
export interface Workbench {
  /** Abilities this engine and machine lack, with the reason. */
  lacks(ability: Ability): Promise<string | undefined>;
  /** The steps of a command block, or a LabError when it cannot be understood. */
  plan(command: string): readonly PlanStep[];
  /** Runs a command block; resolves with its output, whatever its exit code. */
  run(
    command: string,
  ): Promise<{ readonly exitCode: number; readonly output: string; readonly all: string }>;
  writeFile(path: string, content: string): Promise<void>;
  evaluate(
    checks: readonly Check[],
    answers: Readonly<Record<string, string>>,
  ): Promise<ExerciseResult>;
  /** Whether something of this name exists that is not this run's own. */
  isTaken(kind: NamedKind, name: string): Promise<boolean>;
  /** Removes everything this run made on the engine. */
  cleanUp(): Promise<void>;
  /** Waits between two looks at the engine. */
  pause(): Promise<void>;
}

type MakeVerdict = (
  before: ExerciseVerdict['before'],
  after: ExerciseVerdict['after'],
  reason?: string,
) => ExerciseVerdict;

/** How often the checks are tried after the solution before it counts as failed. */
const attempts = 40;

/**
 * Proves one exercise: after its set-up every check fails, after its solution every check passes.
 * Whatever happens, what it made is removed.
 */
export async function verifyExercise(
  lesson: Lesson,
  exercise: ExerciseBlock,
  bench: Workbench,
): Promise<ExerciseVerdict> {
  const verdict: MakeVerdict = (before, after, reason = '') => ({
    lesson: lesson.id,
    exercise: exercise.id,
    before,
    after,
    reason,
  });

  try {
    for (const ability of new Set([...lesson.needs, ...exercise.needs])) {
      const lack = await bench.lacks(ability);
      if (lack !== undefined) return verdict('skip', 'skip', lack);
    }
    const taken = await findTakenName(exercise, bench);
    if (taken !== undefined) return verdict('skip', 'fail', taken);
  } catch (error) {
    return verdict('skip', 'fail', describeError(error));
  }
  const proved = await prove(exercise, bench, verdict);
  try {
    await tidy(exercise, bench);
    return proved;
  } catch (error) {
    return { ...proved, after: 'fail', reason: `Not tidied up: ${describeError(error)}` };
  }
}

async function prove(
  exercise: ExerciseBlock,
  bench: Workbench,
  verdict: MakeVerdict,
): Promise<ExerciseVerdict> {
  try {
    for (const command of exercise.setup) await runToEnd(command, bench);
    const before = await bench.evaluate(exercise.checks, {});
    const early = before.checks.filter((check) => check.outcome === 'pass');
    if (early.length > 0) {
      const statements = early.map((check) => `"${check.say}"`).join(', ');
      return verdict('pass', 'skip', `Holds before any work is done: ${statements}`);
    }
    return await applyAndCheck(exercise, bench, verdict);
  } catch (error) {
    return verdict('fail', 'fail', describeError(error));
  }
}

async function applyAndCheck(
  exercise: ExerciseBlock,
  bench: Workbench,
  verdict: MakeVerdict,
): Promise<ExerciseVerdict> {
  const { answers, output } = await applySolution(exercise.solution, bench);
  let result = await bench.evaluate(exercise.checks, answers);
  for (let attempt = 1; attempt < attempts && !isSettled(result); attempt++) {
    await bench.pause();
    result = await bench.evaluate(exercise.checks, answers);
  }
  const skipped = result.checks.find((check) => check.outcome === 'skip');
  const failed = result.checks.filter((check) => check.outcome === 'fail');
  if (failed.length > 0) {
    const reasons = failed.map(
      (check) =>
        `${check.say}: expected ${check.expected ?? 'so'}, found ${check.found ?? 'otherwise'}`,
    );
    return verdict('fail', 'fail', [...reasons, output.trim()].filter(Boolean).join('\n'));
  }
  if (!result.done) return verdict('fail', 'skip', skipped?.found ?? 'No check could be made.');
  return verdict('fail', 'pass', skipped === undefined ? '' : `Not checked: ${skipped.say}`);
}

function isSettled(result: ExerciseResult): boolean {
  return result.checks.every((check) => check.outcome !== 'fail');
}

async function applySolution(
  solution: readonly Block[],
  bench: Workbench,
): Promise<{ answers: Record<string, string>; output: string }> {
  const answers: Record<string, string> = {};
  let output = '';
  for (const block of solution) {
    if (block.kind === 'file') await bench.writeFile(block.path, block.content);
    if (block.kind === 'run') output += (await bench.run(block.command)).all;
    if (block.kind === 'answer') {
      answers[block.check] = (await bench.run(block.command)).output.trim();
    }
  }
  return { answers, output };
}

async function runToEnd(command: string, bench: Workbench): Promise<void> {
  const { exitCode, all } = await bench.run(command);
  if (exitCode !== 0) {
    throw new LabError('cannot-start', `The set-up failed: ${command.trim()}\n${all.trim()}`);
  }
}

/** Undoes the exercise: its own commands may fail, the removal of what it made may not. */
async function tidy(exercise: ExerciseBlock, bench: Workbench): Promise<void> {
  for (const command of exercise.cleanup) await bench.run(command).catch(() => undefined);
  await bench.cleanUp();
}
