import type { ContainerFacts } from '../../engine';
import type { ContainerCheck, GoneCheck } from '../check';
import { isSameImage } from '../image-reference';
import { fail, firstFailure, type Judge, type Judgement, pass } from './judgement';
import { describeSelector, selectContainer } from './select-container';

/** Judges what is so about a container now. */
export const judgeContainer: Judge<ContainerCheck> = async (check, facts) => {
  const container = await selectContainer(check.container, facts);
  if (container === undefined) {
    return fail(describeSelector(check.container), 'there is none on the engine');
  }
  return firstFailure([
    judgeImage(check, container),
    judgeState(check, container),
    judgeExitCode(check, container),
    judgePorts(check, container),
    judgeMount(check, container),
    judgeRecord('the variable', check.environment, container.environment),
    judgeRecord('the label', check.labels, container.labels),
    judgeUser(check, container),
  ]);
};

/** Gone: it was there since the exercise was begun, and is there no more. */
export const judgeGone: Judge<GoneCheck> = async (check, facts, { since }) => {
  const { container: selector } = check;
  const there = await selectContainer(selector, facts);
  const expected = `${describeSelector(selector)} was there and is removed`;
  if (there !== undefined) return fail(expected, `it is still there: ${there.state}`);
  const events = await facts.eventsSince(since);
  const removed = events.some(
    (event) =>
      event.kind === 'container' &&
      event.action === 'destroy' &&
      ('name' in selector
        ? event.name === selector.name
        : isSameImage(event.image, selector.image)),
  );
  return removed ? pass : fail(expected, 'it was not there since you began');
};

function judgeImage({ image }: ContainerCheck, container: ContainerFacts): Judgement {
  if (image === undefined || isSameImage(image, container.image)) return pass;
  return fail(`made from the image ${image}`, `it is made from ${container.image}`);
}

function judgeState({ is }: ContainerCheck, container: ContainerFacts): Judgement {
  if (is === undefined || is === container.state) return pass;
  return fail(is, describeState(container));
}

/** How a container is, with the reason when it ended. */
function describeState({ state, exitCode, outOfMemory }: ContainerFacts): string {
  if (state === 'created') return 'it is created, but was never started';
  if (state !== 'exited' || exitCode === undefined) return `it is ${state}`;
  const reason = outOfMemory ? ', killed because it was out of memory' : '';
  return `it has ended with exit code ${exitCode}${reason}`;
}

function judgeExitCode({ exitCode }: ContainerCheck, container: ContainerFacts): Judgement {
  if (exitCode === undefined || exitCode === container.exitCode) return pass;
  const found =
    container.exitCode === undefined ? 'it has not ended' : `exit code ${container.exitCode}`;
  return fail(`exit code ${exitCode}`, found);
}

function judgePorts({ publishes = {} }: ContainerCheck, container: ContainerFacts): Judgement {
  return firstFailure(
    Object.entries(publishes).map(([port, hostPort]) => {
      const published = container.ports
        .filter((each) => `${each.containerPort}/${each.protocol}` === port)
        .map((each) => each.hostPort);
      if (published.includes(hostPort)) return pass;
      return fail(`its port ${port} published on ${hostPort}`, describePort(published, container));
    }),
  );
}

/**
 * Sides of `-p` that were swapped, or a wrong port inside, show in what is published instead. The
 * engine tells the ports of running containers only.
 */
function describePort([first]: readonly number[], { state, ports }: ContainerFacts): string {
  const [other] = ports;
  if (other === undefined && state !== 'running') return `it is ${state}: no port of it is open`;
  const where =
    first !== undefined
      ? `it is published on ${first}`
      : other === undefined
        ? 'it is not published'
        : `it is not published, but ${other.containerPort}/${other.protocol} is, on ${other.hostPort}`;
  return `${where}: a container’s ports are fixed when it is created`;
}

function judgeMount({ mount }: ContainerCheck, container: ContainerFacts): Judgement {
  if (mount === undefined) return pass;
  const found = container.mounts.find((each) => trimSlash(each.target) === trimSlash(mount.at));
  if (found === undefined) {
    return fail(
      `something mounted at ${mount.at}`,
      'nothing is mounted there: mounts are fixed when a container is created',
    );
  }
  if (mount.kind !== undefined && mount.kind !== found.kind) {
    return fail(
      `${mountWords[mount.kind]} mounted at ${mount.at}`,
      `${mountWords[found.kind]} is mounted there`,
    );
  }
  if (mount.readOnly !== undefined && mount.readOnly !== found.readOnly) {
    const words = (readOnly: boolean) => (readOnly ? 'read-only' : 'writable');
    return fail(
      `a ${words(mount.readOnly)} mount at ${mount.at}`,
      `it is ${words(found.readOnly)}`,
    );
  }
  return pass;
}

const mountWords = {
  bind: 'a folder or file of your machine',
  volume: 'a volume',
  tmpfs: 'a file system in memory',
  other: 'something else',
};

function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

function judgeRecord(
  what: string,
  expected: Readonly<Record<string, string>> = {},
  actual: Readonly<Record<string, string>>,
): Judgement {
  return firstFailure(
    Object.entries(expected).map(([name, value]) => {
      const found = Object.hasOwn(actual, name) ? actual[name] : undefined;
      if (found === value) return pass;
      return fail(
        `${what} ${name} is “${value}”`,
        found === undefined ? 'it is not set' : `it is “${found}”`,
      );
    }),
  );
}

function judgeUser({ user }: ContainerCheck, container: ContainerFacts): Judgement {
  if (user === undefined || user === container.user) return pass;
  return fail(
    `the user ${user}`,
    container.user === '' ? 'it is root: no user is set' : `it is ${container.user}`,
  );
}
