import type { CommandExecutor } from '../../core/command/execution';
import { LabError } from '../../core/lab-error';

/** Stands in where nothing is asked of an engine, so that none has to be there. */
export const noExecutor: CommandExecutor = {
  execute: () => Promise.reject(new LabError('no-engine', 'No container engine was asked for.')),
};
