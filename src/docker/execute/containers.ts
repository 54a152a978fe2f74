import type { Outcome } from '../../core/command/execution';
import type { ContainersRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { Refusal, toLabError, withExitCode } from '../refusal';
import { type Context, containerPath, print, printError } from './context';
import { forEachName } from './each';
import { readExit, watchExit } from './exit';
import { executeAttach, startAttached } from './reattach';
import { startContainer } from './start-container';

/** One verb on containers that are named: `docker stop web db`. */
export async function executeContainers(
  request: ContainersRequest,
  context: Context,
): Promise<Outcome> {
  const { containers, verb } = request;
  if (verb === 'attach') return executeAttach(request, context);
  if (verb === 'rename') return rename(containers, context);
  if (verb === 'start' && (request.attach || request.interactive)) {
    return startAttached(request, context).catch((error) => Promise.reject(asRefusedStart(error)));
  }
  const failed: string[] = [];
  const outcome = await forEachName(containers, context, async (name) => {
    try {
      await print(context.streams, await actOn(name, request, context));
    } catch (error) {
      failed.push(name);
      throw containers.length === 1 ? inVerbWords(error, request) : error;
    }
  });
  if (failed.length === 0) return outcome;
  // The client is content when what shall be gone is not there.
  if (verb === 'rm' && request.force) return { ...outcome, exitCode: 0 };
  if (verb === 'start') await printError(context.streams, `${failedStart(failed)}\n`);
  return outcome;
}

const failedStart = (names: readonly string[]): string =>
  `Error: failed to start containers: ${names.join(', ')}`;

/** What the docker client adds to the engine's no. */
function inVerbWords(error: unknown, { verb, force, containers }: ContainersRequest): unknown {
  const known = toLabError(error);
  if (!(known instanceof LabError) || known.clientWords === undefined) return known;
  if (verb === 'start') return withClientLine(known, failedStart(containers));
  return verb === 'rm' && force && known.code === 'not-found' ? withExitCode(known, 0) : known;
}

function withClientLine(error: LabError, line: string): LabError {
  const { code, message, advice, exitCode, clientWords } = error;
  return new LabError(code, message, {
    cause: error,
    clientWords: `${clientWords}\n${line}`,
    ...(advice !== undefined && { advice }),
    ...(exitCode !== undefined && { exitCode }),
  });
}

/** Acts on one container and returns what to print: its name, or the exit code of `wait`. */
async function actOn(name: string, request: ContainersRequest, context: Context): Promise<string> {
  const { connection } = context;
  const { verb, signal, timeout } = request;
  const post = async (rest: string, query: Readonly<Record<string, unknown>>): Promise<void> => {
    await connection.text({ method: 'POST', path: containerPath(name, rest), query });
  };
  switch (verb) {
    case 'start':
      await startContainer(name, connection, request.detachKeys).catch((error) =>
        Promise.reject(asRefusedStart(error)),
      );
      break;
    case 'stop':
      await post('/stop', { t: timeout, signal });
      break;
    case 'restart':
      await post('/restart', { t: timeout, signal });
      break;
    case 'kill':
      await post('/kill', { signal: signal ?? 'KILL' });
      break;
    case 'pause':
      await post('/pause', {});
      break;
    case 'unpause':
      await post('/unpause', {});
      break;
    case 'rm':
      await remove(name, request, context);
      break;
    case 'wait': {
      const exit = await watchExit(name, 'not-running', connection);
      return `${await readExit(exit, connection, context.options.signal)}\n`;
    }
  }
  return `${name}\n`;
}

/** Only a run tells by its exit code why a program could not be started. */
function asRefusedStart(error: unknown): unknown {
  const known = toLabError(error);
  return known instanceof LabError && known.code === 'cannot-start'
    ? withExitCode(known, 1)
    : known;
}

async function remove(
  name: string,
  { force, volumes }: ContainersRequest,
  { connection }: Context,
): Promise<void> {
  const query = { force: force ? 1 : undefined, v: volumes ? 1 : undefined };
  try {
    await connection.text({ method: 'DELETE', path: containerPath(name), query });
  } catch (error) {
    if (!(error instanceof Refusal) || !/running|paused/.test(error.message)) throw error;
    throw new LabError('not-allowed', `The container ${name} is running, so it is not removed.`, {
      advice: `Stop it first (docker stop ${name}), or remove it at once: docker rm --force ${name}.`,
      cause: error,
    });
  }
}

async function rename(
  [from = '', to = '']: readonly string[],
  { connection }: Context,
): Promise<Outcome> {
  const path = containerPath(from, '/rename');
  try {
    await connection.text({ method: 'POST', path, query: { name: to } });
  } catch (error) {
    const known = toLabError(error);
    const line = `Error: failed to rename container named ${from}`;
    throw known instanceof LabError && known.clientWords !== undefined
      ? withClientLine(withExitCode(known, 1), line)
      : known;
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}
