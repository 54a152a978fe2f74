import { LabError } from '../core/lab-error';

/** The engine's no: an HTTP status and its own words. Becomes a `LabError` before it leaves here. */
export class Refusal extends Error {
  readonly status: number;
  readonly clientWords: string;

  /** Reasons in the middle of a stream are printed by the client as they are. */
  constructor(status: number, reason: string, clientWords?: string) {
    super(reason === '' ? `status ${status}` : reason);
    this.name = 'Refusal';
    this.status = status;
    this.clientWords = clientWords ?? `Error response from daemon: ${this.message}`;
  }
}

/**
 * The engine's no in plain words with a way out. What is not recognized keeps the engine's own
 * words, since they are all there is to go by.
 */
export function fromRefusal(refusal: Refusal): LabError {
  for (const explain of explanations) {
    const error = explain(refusal.message, refusal);
    if (error !== undefined) return error;
  }
  const code = refusal.status === 404 ? 'not-found' : 'engine-answer';
  const message = `The engine refuses: ${refusal.message}`;
  if (refusal.status < 500) return new LabError(code, message, { cause: refusal });
  const advice = 'Try again. If it stays so, restart the engine.';
  return new LabError(code, message, { advice, cause: refusal });
}

/** Any error of this layer as what a caller may see. */
export function toLabError(error: unknown): unknown {
  return error instanceof Refusal ? fromRefusal(error) : error;
}

/** The same error for a command that ends with a number of its own. */
export function withExitCode(error: LabError, exitCode: number): LabError {
  const { code, message, advice } = error;
  return new LabError(code, message, { cause: error, exitCode, ...(advice && { advice }) });
}

type Explain = (reason: string, cause: Refusal) => LabError | undefined;

const explanations: readonly Explain[] = [
  nameTaken,
  portTaken,
  imageMissing,
  otherPlatform,
  objectMissing,
  programMissing,
  programNotExecutable,
  stillRunning,
  notRunning,
  inUse,
  tooOld,
];

function nameTaken(reason: string, cause: Refusal): LabError | undefined {
  const match =
    /name "\/?([^"]+)" is already in use by (?:container )?"?([0-9a-f]{12})?/i.exec(reason) ??
    /name "?\/?([^"]+?)"? is already in use/i.exec(reason);
  if (match === null) return undefined;
  const [, name, id] = match;
  return new LabError(
    'name-taken',
    `A container named ${name} exists already${id === undefined ? '' : ` (${id})`}. Names are unique, for stopped containers too.`,
    {
      advice: `Choose another --name, or remove the old one first: docker rm ${name} (with --force while it runs).`,
      cause,
    },
  );
}

function portTaken(reason: string, cause: Refusal): LabError | undefined {
  const port = takenPort(reason);
  return port === undefined ? undefined : portTakenBy(port, undefined, cause);
}

/** The host port that the engine says is taken, of any of the ways in which engines say it. */
export function takenPort(reason: string): number | undefined {
  const match =
    /:(\d+)\D*failed: port is already allocated/.exec(reason) ??
    /listen (?:tcp|udp|sctp)[46]? \S*?:(\d+): bind: address already in use/.exec(reason) ??
    /:(\d+)\D*(?:bind: )?address already in use/i.exec(reason) ??
    /ports are not available: exposing port \w+ \S*?:(\d+)/i.exec(reason);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** `holder` is the name of the container that has the port, or `undefined` for another program. */
export function portTakenBy(port: number, holder: string | undefined, cause: unknown): LabError {
  const who =
    holder === undefined
      ? `Port ${port} of this machine is taken by another program.`
      : `Port ${port} of this machine is taken by the container ${holder}.`;
  const stop = holder === undefined ? 'stop that program' : `stop it: docker stop ${holder}`;
  const advice = `Publish another port, the number before the colon of -p, such as ${otherPort(port)}; or ${stop}.`;
  return new LabError('port-taken', who, { advice, cause });
}

function otherPort(port: number): number {
  return port < 1024 ? port + 8000 : port < 65_535 ? port + 1 : 8080;
}

function imageMissing(reason: string, cause: Refusal): LabError | undefined {
  const denied =
    /pull access denied for (\S+?),|repository (\S+) not found|requested access to the resource is denied/.exec(
      reason,
    );
  if (denied !== null) {
    const name = denied[1] ?? denied[2] ?? 'the image';
    return new LabError(
      'image-missing',
      `The registry has no image ${name}, or it is private and you are not signed in.`,
      { advice: 'Check the spelling of its name.', cause },
    );
  }
  const unknownTag = /manifest for (\S+) not found|manifest unknown/.exec(reason);
  if (unknownTag !== null) {
    return new LabError(
      'image-missing',
      `The registry has no image ${unknownTag[1] ?? 'with that tag'}.`,
      { advice: 'Check the tag: the word after the colon.', cause },
    );
  }
  const local = /no such image: (\S+)/i.exec(reason);
  if (local === null) return undefined;
  return new LabError('image-missing', `There is no image ${local[1]} on the engine.`, {
    advice: `docker images lists those there are; docker pull ${local[1]} gets it from a registry.`,
    cause,
  });
}

function otherPlatform(reason: string, cause: Refusal): LabError | undefined {
  const match =
    /image with reference (\S+) was found but (?:does not match the specified platform: wanted|its platform \((\S+)\) does not match the specified platform) \(?([\w/]+)\)?(?:, actual: (\S+))?/.exec(
      reason,
    );
  if (match === null) return undefined;
  const [, image, before, wanted, after] = match;
  const message = `The image ${image} is on the engine for ${after ?? before}, not for ${wanted}.`;
  return new LabError('image-missing', message, {
    advice: `Leave out --platform, or get the other one first: docker pull --platform ${wanted} ${image}.`,
    cause,
  });
}

function objectMissing(reason: string, cause: Refusal): LabError | undefined {
  // Podman: no container with name or ID "web" found: no such container
  const podman = /no (container|volume|pod) with (?:name or ID|name) "([^"]+)" found/i.exec(reason);
  const volume = /get ([^\s:]+): no such volume/i.exec(reason);
  const match =
    podman ??
    /no such (container|volume|network|object|exec instance)(?:: ?| )"?([^\s"]+)/i.exec(reason) ??
    /(network|volume) ([^\s"]+) not found/i.exec(reason);
  if (match === null && volume === null) return undefined;
  const [kind, name] = volume === null ? [match?.[1], match?.[2]] : ['volume', volume[1]];
  const list = {
    container: 'docker ps --all',
    volume: 'docker volume ls',
    network: 'docker network ls',
  };
  const command = list[(kind ?? '').toLowerCase() as keyof typeof list] ?? 'docker ps --all';
  return new LabError('not-found', `There is no ${kind?.toLowerCase()} named ${name}.`, {
    advice: `${command} lists those there are.`,
    cause,
  });
}

function programMissing(reason: string, cause: Refusal): LabError | undefined {
  if (!/executable file not found|no such file or directory/.test(reason)) return undefined;
  const match =
    /exec: "([^"]+)"|error stat'?ing file `([^`]+)`|executable file `([^`]+)` not found/.exec(
      reason,
    );
  const program = match?.[1] ?? match?.[2] ?? match?.[3];
  if (program === undefined) return undefined;
  return new LabError(
    'cannot-start',
    `The container cannot start: there is no program ${program} in the image.`,
    {
      advice:
        'What stands after the image’s name is the program to run inside. Options for docker belong before the image’s name.',
      cause,
      exitCode: 127,
    },
  );
}

function programNotExecutable(reason: string, cause: Refusal): LabError | undefined {
  if (!/permission denied|is a directory|exec format error/.test(reason)) return undefined;
  const program = /exec: "([^"]+)"/.exec(reason)?.[1] ?? /exec (\S+):/.exec(reason)?.[1];
  if (program === undefined) return undefined;
  const why = reason.includes('exec format error')
    ? 'is built for another processor'
    : 'is not executable';
  return new LabError('cannot-start', `The container cannot start: ${program} ${why}.`, {
    advice: 'Name a program, or make the file executable in the image: RUN chmod +x FILE.',
    cause,
    exitCode: 126,
  });
}

function stillRunning(reason: string, cause: Refusal): LabError | undefined {
  const match =
    /(?:cannot remove container|remove a running container|cannot remove a running container).*?"?\/?([\w.-]+)"?[.:]/i.exec(
      reason,
    );
  if (match === null || !/running|stop the container/i.test(reason)) return undefined;
  return new LabError('not-allowed', `A running container cannot be removed. ${sentence(reason)}`, {
    advice: 'Stop it first with docker stop, or remove it at once with docker rm --force.',
    cause,
  });
}

function notRunning(reason: string, cause: Refusal): LabError | undefined {
  // Podman does not name it.
  if (/can only create exec sessions on running containers/.test(reason)) {
    return new LabError('not-allowed', 'The container is not running.', {
      advice: 'docker start NAME starts it again.',
      cause,
    });
  }
  const match = /container (\S+) is not running/i.exec(reason);
  if (match === null) return undefined;
  const name = match[1]?.replace(/^"|"$|:$/g, '').slice(0, 64);
  return new LabError('not-allowed', `The container ${short(name)} is not running.`, {
    advice: `docker start ${short(name)} starts it again.`,
    cause,
  });
}

function inUse(reason: string, cause: Refusal): LabError | undefined {
  if (
    !/is being used by|is using its referenced image|volume is in use|has active endpoints/.test(
      reason,
    )
  ) {
    return undefined;
  }
  return new LabError('not-allowed', `It is still in use. ${sentence(reason)}`, {
    advice: 'Remove the container that uses it first: docker ps --all shows all of them.',
    cause,
  });
}

function tooOld(reason: string, cause: Refusal): LabError | undefined {
  if (!/client version .* is too (new|old)|requires API version/i.test(reason)) return undefined;
  return new LabError('unsupported', `The engine is too old for this. ${sentence(reason)}`, {
    advice: 'Update the engine to Docker 20.10 or Podman 4 or later.',
    cause,
  });
}

function sentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function short(id: string | undefined): string {
  return id !== undefined && /^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : (id ?? '');
}
