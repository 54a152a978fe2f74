import type { Check, ExerciseResult } from '../core/check/check';
import type { PlanStep } from '../core/command/plan';
import { describeError, LabError } from '../core/lab-error';
import type { Ability, Block, ExerciseBlock, Lesson } from '../core/lesson/lesson';

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
  /** Names of containers and references of images that exist and are not this run's own. */
  isTaken(kind: 'container' | 'image', name: string): Promise<boolean>;
  /** Removes everything this run made on the engine. */
  cleanUp(): Promise<void>;
  /** Waits between two looks at the engine. */
  pause(): Promise<void>;
}

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
  const verdict = (
    before: ExerciseVerdict['before'],
    after: ExerciseVerdict['after'],
    reason = '',
  ): ExerciseVerdict => ({ lesson: lesson.id, exercise: exercise.id, before, after, reason });

  for (const ability of new Set([...lesson.needs, ...exercise.needs])) {
    const lack = await bench.lacks(ability);
    if (lack !== undefined) return verdict('skip', 'skip', lack);
  }
  const taken = await findTakenName(exercise, bench);
  if (taken !== undefined) return verdict('skip', 'fail', taken);
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
  } finally {
    await tidy(exercise, bench);
  }
}

async function applyAndCheck(
  exercise: ExerciseBlock,
  bench: Workbench,
  verdict: (before: 'fail', after: 'pass' | 'fail' | 'skip', reason?: string) => ExerciseVerdict,
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

/**
 * A solution may remove and replace what it names. On a machine where such a name is somebody's
 * own, nothing is run at all.
 */
async function findTakenName(
  exercise: ExerciseBlock,
  bench: Workbench,
): Promise<string | undefined> {
  const solution = exercise.solution.flatMap((block) =>
    block.kind === 'run' ? [block.command] : [],
  );
  const names = [...exercise.setup, ...solution, ...exercise.cleanup]
    .flatMap((command) => bench.plan(command))
    .flatMap(namesIn);
  for (const { kind, name } of names) {
    if (await bench.isTaken(kind, name)) {
      const remove = kind === 'container' ? 'rm' : 'rmi';
      return `There is ${kind === 'container' ? 'a container' : 'an image'} named ${name} already, and it is not ours to replace. Remove it first: docker ${remove} ${name}`;
    }
  }
  return undefined;
}

function namesIn(step: PlanStep): readonly { kind: 'container' | 'image'; name: string }[] {
  if (step.kind !== 'docker') return [];
  const { request } = step;
  switch (request.kind) {
    case 'run':
      return request.name === undefined ? [] : [{ kind: 'container', name: request.name }];
    case 'containers':
      return request.containers.map((name) => ({ kind: 'container', name }));
    case 'build':
      return request.tags.map((name) => ({ kind: 'image', name }));
    case 'tag':
      return [{ kind: 'image', name: request.target }];
    case 'remove-images':
      return request.images.map((name) => ({ kind: 'image', name }));
    default:
      return [];
  }
}

async function tidy(exercise: ExerciseBlock, bench: Workbench): Promise<void> {
  try {
    for (const command of exercise.cleanup) await bench.run(command);
  } finally {
    await bench.cleanUp();
  }
}
