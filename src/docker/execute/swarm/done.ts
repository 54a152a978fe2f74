import type { Outcome } from '../../../core/command/execution';

/** The outcome of what has simply been done. */
export const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };
