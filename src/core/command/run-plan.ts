import { exitCodeOf, LabError } from '../lab-error';
import type { CommandStreams } from '../ports';
import type { CommandExecutor, ExecuteOptions, Outcome } from './execution';

import type { Plan, PlanStep } from './plan';

/** Runs text in the machine's own shell. */
export interface ShellRunner {
  /** Resolves with the exit code. Rejects with `missing-tool` where there is no shell. */
  run(text: string, streams: CommandStreams, options: ShellOptions): Promise<number>;
}

export interface ShellOptions {
  readonly workingDirectory: string;
  readonly signal: AbortSignal;
  /** Laid over the machine's own environment. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** What a plan is carried out with. */
export interface PlanTools {
  readonly executor: CommandExecutor;
  /** `undefined`: steps that need a shell are refused. */
  readonly shell: ShellRunner | undefined;
  readonly streams: CommandStreams;
  readonly options: ExecuteOptions;
  /** Called before each step that is carried out. */
  onStep?(step: PlanStep): void;
}

/** How a whole plan ended: the outcome of its last step, and the error that step met, if any. */
export interface PlanOutcome extends Outcome {
  readonly error: LabError | undefined;
}

/**
 * Carries out the steps of a plan one after another, as a shell would. An error of a step is printed
 * to standard error (in the docker client's words where it has some) and becomes its exit code.
 * Rejects with `cancelled` after the signal, and with whatever is a defect.
 */
export async function runPlan(plan: Plan, tools: PlanTools): Promise<PlanOutcome> {
  let outcome: PlanOutcome = {
    exitCode: 0,
    detached: false,
    outOfMemory: false,
    error: undefined,
  };
  for (const step of plan.steps) {
    if (step.runs === 'after success' && outcome.exitCode !== 0) continue;
    if (step.runs === 'after failure' && outcome.exitCode === 0) continue;
    tools.onStep?.(step);
    outcome = await runStep(step, tools);
  }
  return outcome;
}

async function runStep(step: PlanStep, tools: PlanTools): Promise<PlanOutcome> {
  const { executor, shell, streams, options } = tools;
  try {
    if (step.kind === 'docker') {
      return { ...(await executor.execute(step.request, streams, options)), error: undefined };
    }
    if (shell === undefined) throw noShell(step.because);
    const { workingDirectory, signal } = options;
    const { clientEnvironment: environment } = executor;
    const given = { workingDirectory, signal, environment };
    if (step.needsClient && (await shell.run(findClient, silent, given)) !== 0) throw noClient();
    const exitCode = await shell.run(step.text, streams, given);
    return { exitCode, detached: false, outOfMemory: false, error: undefined };
  } catch (error) {
    if (!(error instanceof LabError) || error.code === 'cancelled') throw error;
    await streams.stderr(new TextEncoder().encode(errorText(error, streams)));
    return { exitCode: exitCodeOf(error), detached: false, outOfMemory: false, error };
  }
}

/**
 * Where nobody watches, what the docker client would print, since a program may read it; on a
 * terminal our own words after it.
 */
export function errorText(error: LabError, { terminal }: Pick<CommandStreams, 'terminal'>): string {
  const theirs = error.clientWords === undefined ? '' : `${error.clientWords}\n`;
  if (theirs !== '' && terminal === undefined) return theirs;
  const advice = error.advice === undefined ? '' : `${error.advice}\n`;
  return `${theirs}docker: ${error.message}\n${advice}`;
}

/** Asks a shell for the docker client, and nothing else. */
const findClient = 'command -v docker >/dev/null 2>&1';

const silent: CommandStreams = {
  stdin: undefined,
  terminal: undefined,
  stdout() {},
  stderr() {},
};

function noClient(): LabError {
  return new LabError(
    'missing-tool',
    'This needs the docker client: a shell runs it, or it is something that only the client can do.',
    {
      advice:
        'It is not installed here. On Debian and Ubuntu: sudo apt-get install docker-cli or docker.io; on macOS: brew install docker; Docker Desktop brings it. Docker commands without pipes need no client.',
      exitCode: 127,
    },
  );
}

function noShell(because: string): LabError {
  return new LabError('missing-tool', `This needs a shell, because of ${because}.`, {
    advice: 'Copy the command to a shell of yours, such as bash, and run it there.',
  });
}
