import type { Outcome } from '../../../core/command/execution';
import type { RemoveSwarmObjectsRequest, SwarmRequest } from '../../../core/command/swarm-request';
import { type Context, print } from '../context';
import { forEachName } from '../each';
import {
  executeCreateService,
  executeScaleServices,
  executeUpdateService,
} from './change-services';
import { executeListServices } from './list-services';
import { executeListTasks } from './list-tasks';
import {
  executeInitSwarm,
  executeJoinSwarm,
  executeJoinToken,
  executeLeaveSwarm,
} from './membership';
import { executeListNodes, executeUpdateNodes } from './nodes';
import { executeSecret } from './secrets';
import { executeServiceLogs } from './service-logs';

/** Carries out a command about a swarm. */
export async function executeSwarm(request: SwarmRequest, context: Context): Promise<Outcome> {
  switch (request.kind) {
    case 'init-swarm':
      return executeInitSwarm(request, context);
    case 'join-swarm':
      return executeJoinSwarm(request, context);
    case 'leave-swarm':
      return executeLeaveSwarm(request, context);
    case 'join-token':
      return executeJoinToken(request, context);
    case 'list-nodes':
      return executeListNodes(request, context);
    case 'update-nodes':
      return executeUpdateNodes(request, context);
    case 'create-service':
      return executeCreateService(request, context);
    case 'update-service':
      return executeUpdateService(request, context);
    case 'scale-services':
      return executeScaleServices(request, context);
    case 'list-services':
      return executeListServices(request, context);
    case 'list-tasks':
      return executeListTasks(request, context);
    case 'service-logs':
      return executeServiceLogs(request, context);
    case 'secret':
    case 'config':
      return executeSecret(request, context);
    case 'remove-swarm-objects':
      return remove(request, context);
  }
}

/** `docker service rm` and its like. */
async function remove(
  { of, names, force }: RemoveSwarmObjectsRequest,
  context: Context,
): Promise<Outcome> {
  return forEachName(names, context, async (name) => {
    const path = `/${of}s/${encodeURIComponent(name)}`;
    const query = { force: force ? 1 : undefined };
    await context.connection.text({ method: 'DELETE', path, query });
    await print(context.streams, `${name}\n`);
  });
}
