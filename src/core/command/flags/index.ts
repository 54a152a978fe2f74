import type { Flag } from './flag';
import { otherFlags } from './other-flags';
import { runFlags } from './run-flags';

/** The flags of a command, by its short form; `undefined` when it is not one of ours. */
export function flagsOf(command: string): readonly Flag[] | undefined {
  if (command === 'run' || command === 'create') return runFlags;
  const known = command.endsWith(' inspect') ? 'inspect' : command;
  return Object.hasOwn(otherFlags, known) ? otherFlags[known] : undefined;
}
