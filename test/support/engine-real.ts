import { homedir } from 'node:os';
import { lessonLabel } from '../../src/core/engine';
import { describeError, LabError } from '../../src/core/lab-error';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { findEngine } from '../../src/docker/find-engine';

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
