import type { Outcome } from '../../core/command/execution';
import { LabError } from '../../core/lab-error';
import { toLabError } from '../refusal';
import { type Context, printError } from './context';

/**
 * Does one thing to each of several names, as the docker client does: one that fails is told on
 * standard error and the others go on. A single one that fails is an error as it is.
 */
export async function forEachName(
  names: readonly string[],
  context: Context,
  act: (name: string) => Promise<void>,
): Promise<Outcome> {
  let exitCode = 0;
  for (const name of names) {
    try {
      await act(name);
    } catch (thrown) {
      const error = toLabError(thrown);
      const isOnlyOne = names.length === 1;
      if (isOnlyOne || !(error instanceof LabError) || isFatal(error)) throw error;
      await printError(context.streams, `${error.clientWords ?? error.message}\n`);
      exitCode = 1;
    }
  }
  return { exitCode, detached: false, outOfMemory: false };
}

/** What would be as true of every other name. */
function isFatal({ code }: LabError): boolean {
  return ['no-engine', 'engine-gone', 'cancelled'].includes(code);
}
