import type { CommandExecutor, Outcome } from '../../core/command/execution';
import type { DockerRequest } from '../../core/command/request';
import type { Connection } from '../connection';
import { toLabError } from '../refusal';
import type { Context } from './context';
import { executePull } from './pull';
import { executeRun } from './run';

/** Carries out requests on one engine. */
export function createExecutor(connection: Connection): CommandExecutor {
  return {
    async execute(request, streams, options) {
      try {
        return await carryOut(request, { connection, streams, options });
      } catch (error) {
        throw toLabError(error);
      }
    },
  };
}

function carryOut(request: DockerRequest, context: Context): Promise<Outcome> {
  switch (request.kind) {
    case 'run':
      return executeRun(request, context);
    case 'pull':
      return executePull(request, context);
  }
}
