import type { EngineEvent } from '../engine';
import type { Check } from './check';

/** Whether an engine event may change how these checks come out. */
export function isRelevant(event: EngineEvent, checks: readonly Check[]): boolean {
  // Our own checks run commands in containers; answering to those would never end.
  if (event.action.startsWith('exec_')) {
    return checks.some((check) => check.kind === 'happened' && check.action.startsWith('exec_'));
  }
  return checks.some((check) => check.kind !== 'file');
}

/** The files of the learner's that these checks read, relative to the working folder. */
export function watchedFiles(checks: readonly Check[]): readonly string[] {
  return checks.flatMap((check) => {
    if (check.kind === 'file') return [check.path];
    return check.kind === 'http' && check.containsFile !== undefined ? [check.containsFile] : [];
  });
}
