import type { CommandExecutor, Outcome } from '../../core/command/execution';
import type { DockerRequest } from '../../core/command/request';
import type { Connection } from '../connection';
import { toLabError } from '../refusal';
import { executeImport, executeLoad, executeSave } from './archives';
import { executeCommit } from './commit';
import { executeContainers } from './containers';
import type { Context } from './context';
import { executeContext } from './contexts';
import { executeDiff } from './diff';
import { executeDiskUsage } from './disk-usage';
import { executeEvents } from './events';
import { executeExec } from './exec';
import { executeExport } from './export';
import { executeHistory } from './history';
import { executeRemoveImages, executeTag } from './images';
import { executeInfo } from './info';
import { executeInspect } from './inspect';
import { executeListContainers } from './list-containers';
import { executeListImages } from './list-images';
import { executeLogin, executeLogout } from './login';
import { executeLogs } from './logs';
import { executeNamedObject } from './named-objects';
import { executeConnectNetwork, executeCreateNetwork } from './networks';
import { executePort } from './port';
import { executePrune } from './prune';
import { executePruneContainers } from './prune-containers';
import { executeEnginePrune } from './prune-engine';
import { executePull } from './pull';
import { executePush } from './push';
import { executeRun } from './run';
import { executeSearch } from './search';
import { executeStats } from './stats';
import { executeTop } from './top';
import { executeUpdate } from './update';
import { executeVersion } from './version';

/** Carries out requests on one engine. */
export function createExecutor(connection: Connection): CommandExecutor {
  return {
    async execute(request, streams, options) {
      try {
        return await carryOut(request, {
          connection: connection.endingWith(options.signal),
          lasting: connection,
          streams,
          options,
        });
      } catch (error) {
        throw toLabError(error);
      }
    },
  };
}

async function carryOut(request: DockerRequest, context: Context): Promise<Outcome> {
  switch (request.kind) {
    case 'run':
      return executeRun(request, context);
    case 'pull':
      return executePull(request, context);
    case 'list-containers':
      return executeListContainers(request, context);
    case 'list-images':
      return executeListImages(request, context);
    case 'containers':
      return executeContainers(request, context);
    case 'logs':
      return executeLogs(request, context);
    case 'exec':
      return executeExec(request, context);
    case 'inspect':
      return executeInspect(request, context);
    case 'port':
      return executePort(request, context);
    case 'remove-images':
      return executeRemoveImages(request, context);
    case 'tag':
      return executeTag(request, context);
    case 'version':
      return executeVersion(request, context);
    case 'info':
      return executeInfo(request, context);
    case 'network':
    case 'volume':
      return executeNamedObject(request, context);
    case 'create-network':
      return executeCreateNetwork(request, context);
    case 'connect-network':
      return executeConnectNetwork(request, context);
    case 'prune':
      return executePrune(request, context);
    case 'push':
      return executePush(request, context);
    case 'history':
      return executeHistory(request, context);
    case 'save':
      return executeSave(request, context);
    case 'load':
      return executeLoad(request, context);
    case 'import':
      return executeImport(request, context);
    case 'search':
      return executeSearch(request, context);
    case 'prune-engine':
      return executeEnginePrune(request, context);
    case 'disk-usage':
      return executeDiskUsage(request, context);
    case 'context':
      return executeContext(request, context);
    case 'login':
      return executeLogin(request, context);
    case 'logout':
      return executeLogout(request, context);
    case 'top':
      return executeTop(request, context);
    case 'stats':
      return executeStats(request, context);
    case 'diff':
      return executeDiff(request, context);
    case 'events':
      return executeEvents(request, context);
    case 'update':
      return executeUpdate(request, context);
    case 'commit':
      return executeCommit(request, context);
    case 'export':
      return executeExport(request, context);
    case 'prune-containers':
      return executePruneContainers(request, context);
    // Their libraries are loaded only when they are used.
    case 'build':
      return (await import('./build.js')).executeBuild(request, context);
    case 'copy':
      return (await import('./copy.js')).executeCopy(request, context);
    case 'compose':
      return (await import('./compose.js')).executeCompose(request, context);
    default:
      return (await import('./swarm/index.js')).executeSwarm(request, context);
  }
}
