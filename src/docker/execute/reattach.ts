import type { Outcome } from '../../core/command/execution';
import type { ContainersRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { asAnswer, below, text } from '../answer';
import { attachAndFollow } from './attach-and-follow';
import { type Context, containerPath } from './context';
import { requireTerminal } from './run';
import { startContainer } from './start-container';

/** What must be known of a container before its streams can be taken up. */
interface Known {
  readonly id: string;
  readonly name: string;
  readonly tty: boolean;
  readonly hasInput: boolean;
  readonly running: boolean;
  readonly paused: boolean;
  readonly removesItself: boolean;
}

/** `docker start --attach`. */
export async function startAttached(
  request: ContainersRequest,
  context: Context,
): Promise<Outcome> {
  const container = await inspectOne(request, context);
  const interactive = request.interactive && container.hasInput;
  return follow(container, interactive, request, context, () =>
    startContainer(container.id, context.lasting, request.detachKeys),
  );
}

/** `docker attach`. */
export async function executeAttach(
  request: ContainersRequest,
  context: Context,
): Promise<Outcome> {
  const container = await inspectOne(request, context);
  if (!container.running) {
    throw new LabError('not-allowed', `The container ${container.name} is not running.`, {
      advice: `docker start --attach ${container.name} starts it and shows its output.`,
      clientWords: 'You cannot attach to a stopped container, start it first',
    });
  }
  if (container.paused) {
    throw new LabError('not-allowed', `The container ${container.name} is paused.`, {
      advice: `docker unpause ${container.name} lets it go on.`,
      clientWords: 'You cannot attach to a paused container, unpause it first',
    });
  }
  const interactive = request.interactive && container.hasInput;
  return follow(container, interactive, request, context, () => Promise.resolve());
}

async function follow(
  container: Known,
  interactive: boolean,
  request: ContainersRequest,
  context: Context,
  begin: () => Promise<void>,
): Promise<Outcome> {
  const { tty } = container;
  if (tty && interactive) requireTerminal(context);
  const { detachKeys, replay } = request;
  const how = {
    interactive,
    detachKeys,
    replay,
    stdout: true,
    stderr: true,
    signalProxy: request.signalProxy,
  };
  return attachAndFollow({ ...container, ...how }, context, begin);
}

async function inspectOne(
  { containers, verb }: ContainersRequest,
  { connection }: Context,
): Promise<Known> {
  const [nameOrId, ...others] = containers;
  if (nameOrId === undefined || others.length > 0) {
    throw new LabError('usage', `Only one container can be attached to by docker ${verb}.`, {
      clientWords: 'you cannot start and attach multiple containers at once',
    });
  }
  const path = containerPath(nameOrId, '/json');
  const answer = asAnswer(await connection.json({ method: 'GET', path }), 'the container');
  const config = below(answer, 'Config');
  return {
    id: text(answer, 'Id'),
    name: text(answer, 'Name').replace(/^\//, ''),
    tty: config.Tty === true,
    hasInput: config.OpenStdin === true,
    running: below(answer, 'State').Running === true,
    paused: below(answer, 'State').Paused === true,
    removesItself: below(answer, 'HostConfig').AutoRemove === true,
  };
}
