import { homedir } from 'node:os';
import type { ExecuteOptions, Outcome } from '../../src/core/command/execution';
import type { DockerRequest } from '../../src/core/command/request';
import { lessonLabel } from '../../src/core/engine';
import { describeError, LabError } from '../../src/core/lab-error';
import { listLabObjects, removeLabObjects } from '../../src/docker/clean-up';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { findEngine } from '../../src/docker/find-engine';
import { CollectedStreams } from './engine-streams';

/** The engine of this machine; without one the suite is skipped, and says why. */
export async function realEngine(context: Mocha.Context): Promise<Engine> {
  try {
    const { env: environment, platform } = process;
    return connectEngine(await findEngine({ environment, home: homedir(), platform }));
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    process.stderr.write(`SKIPPED: ${describeError(error)}\n`);
    return context.skip();
  }
}

/** The labels of everything that a suite makes. */
export function testLabels(suite: string): Readonly<Record<string, string>> {
  return { [lessonLabel]: `test/${suite}` };
}

/** Removes what a suite made; what others made at the same time stays. */
export async function removeAll(engine: Engine, suite: string): Promise<void> {
  const objects = await listLabObjects(engine);
  const own = objects.filter(({ lesson }) => lesson === `test/${suite}`);
  await removeLabObjects(engine, own);
  engine.close();
}

/** Carries a request out with streams that keep the output; a `LabError` is given back. */
export async function carryOut(
  engine: Engine,
  request: DockerRequest,
  given: {
    readonly suite: string;
    readonly streams?: CollectedStreams;
    readonly options?: Partial<ExecuteOptions>;
  },
): Promise<Result> {
  const streams = given.streams ?? new CollectedStreams();
  const options: ExecuteOptions = {
    workingDirectory: process.cwd(),
    labels: testLabels(given.suite),
    signal: new AbortController().signal,
    ...given.options,
  };
  const result = { outcome: undefined, error: undefined };
  const ending = await engine.execute(request, streams, options).then(
    (outcome) => ({ ...result, outcome }),
    (error: unknown) => {
      if (!(error instanceof LabError)) throw error;
      return { ...result, error };
    },
  );
  return { ...ending, output: streams.output, errors: streams.errors };
}

export interface Result {
  readonly outcome: Outcome | undefined;
  readonly error: LabError | undefined;
  readonly output: string;
  readonly errors: string;
}
