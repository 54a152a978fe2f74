import { join } from 'node:path';
import { LabError } from '../core/lab-error';
import { readContext } from './docker-context';
import { type Endpoint, parseEndpoint } from './endpoint';
import { type PingResult, ping } from './ping';

/** The machine, as far as it tells where an engine may listen. */
export interface EngineSearch {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** An address that the user has set for us; nothing else is tried then. */
  readonly configured?: string | undefined;
  /** Milliseconds that one endpoint may take to answer. */
  readonly timeout?: number | undefined;
}

/**
 * Finds an engine that answers. An address that someone chose (a setting, `DOCKER_HOST`,
 * `DOCKER_CONTEXT`) is the only one tried, so that nothing runs on an engine nobody meant.
 * Rejects with `no-engine` and what to do about it.
 */
export async function findEngine(search: EngineSearch): Promise<Endpoint> {
  const timeout = search.timeout ?? 2000;
  const chosen = await chosenEndpoint(search);
  if (chosen !== undefined) {
    const result = await ping(chosen, timeout);
    if (result === 'answers') return chosen;
    throw chosenDoesNotAnswer(chosen, result, search.platform);
  }
  let denied: Endpoint | undefined;
  let stuck: { endpoint: Endpoint; result: Exclude<PingResult, 'answers'> } | undefined;
  for (const endpoint of await usualEndpoints(search)) {
    const result = await ping(endpoint, timeout);
    if (result === 'answers') return endpoint;
    if (result === 'denied') denied ??= endpoint;
    if (result === 'hangs' || result === 'no engine' || result === 'too old') {
      stuck ??= { endpoint, result };
    }
  }
  if (denied !== undefined) throw notAllowed(denied, search.platform);
  if (stuck !== undefined) {
    throw chosenDoesNotAnswer(stuck.endpoint, stuck.result, search.platform);
  }
  throw new LabError('no-engine', 'No container engine answers on this machine.', {
    advice: howToGetOne(search.platform),
  });
}

async function chosenEndpoint(search: EngineSearch): Promise<Endpoint | undefined> {
  const { environment, configured } = search;
  if (configured) return parseEndpoint(configured, 'the setting for the engine');
  const { DOCKER_HOST: host, DOCKER_CONTEXT: context } = environment;
  if (host) {
    const wantsTls = Boolean(environment.DOCKER_TLS_VERIFY || environment.DOCKER_TLS);
    const certificates = environment.DOCKER_CERT_PATH || configurationFolder(search);
    return parseEndpoint(host, 'DOCKER_HOST', wantsTls ? certificates : undefined);
  }
  return context ? readContext(configurationFolder(search), context) : undefined;
}

function configurationFolder({ environment, home }: EngineSearch): string {
  return environment.DOCKER_CONFIG || join(home, '.docker');
}

/** The places where engines listen by themselves, the likeliest first. */
async function usualEndpoints(search: EngineSearch): Promise<readonly Endpoint[]> {
  const context = await readContext(configurationFolder(search), undefined);
  const usual = socketsOf(search).map(
    ([path, origin]): Endpoint => ({
      kind: 'socket',
      path,
      url: `${search.platform === 'win32' ? 'npipe' : 'unix'}://${path}`,
      origin,
    }),
  );
  return context === undefined ? usual : [context, ...usual];
}

type Socket = readonly [path: string, origin: string];

function socketsOf({ environment, home, platform }: EngineSearch): readonly Socket[] {
  if (platform === 'win32') {
    return [
      ['//./pipe/docker_engine', 'Docker'],
      ['//./pipe/dockerDesktopLinuxEngine', 'Docker Desktop'],
      ['//./pipe/podman-machine-default', 'Podman'],
    ];
  }
  const below = (path: string): string => join(home, path);
  const runtime = environment.XDG_RUNTIME_DIR;
  const rootless: readonly Socket[] = runtime
    ? [
        [join(runtime, 'docker.sock'), 'Docker without root'],
        [join(runtime, 'podman/podman.sock'), 'Podman without root'],
      ]
    : [];
  const machines: readonly Socket[] =
    platform === 'darwin'
      ? [
          [below('.local/share/containers/podman/machine/podman.sock'), 'Podman'],
          [join(environment.TMPDIR ?? '/tmp', 'podman/podman-machine-default-api.sock'), 'Podman'],
          [below('.orbstack/run/docker.sock'), 'OrbStack'],
        ]
      : [];
  return [
    ['/var/run/docker.sock', 'Docker'],
    [below('.docker/run/docker.sock'), 'Docker Desktop'],
    [below('.docker/desktop/docker.sock'), 'Docker Desktop'],
    ...rootless,
    ['/run/podman/podman.sock', 'Podman'],
    ...machines,
    [below('.colima/default/docker.sock'), 'Colima'],
    [below('.config/colima/default/docker.sock'), 'Colima'],
    [below('.rd/docker.sock'), 'Rancher Desktop'],
  ];
}

function chosenDoesNotAnswer(
  endpoint: Endpoint,
  result: Exclude<PingResult, 'answers'>,
  platform: NodeJS.Platform,
): LabError {
  if (result === 'denied') return notAllowed(endpoint, platform);
  if (result === 'too old') {
    return new LabError('unsupported', `The container engine at ${endpoint.url} is too old.`, {
      advice: 'Update it to Docker 20.10, Podman 4 or later.',
    });
  }
  const what = {
    hangs: `The container engine at ${endpoint.url} does not answer in time.`,
    refuses: `No container engine listens at ${endpoint.url}: the connection is refused.`,
    absent: `No container engine is at ${endpoint.url}.`,
    'no engine': `What answers at ${endpoint.url} is not a container engine.`,
  }[result];
  return new LabError('no-engine', `${what} The address comes from ${endpoint.origin}.`, {
    advice: howToGetOne(platform),
  });
}

function notAllowed(endpoint: Endpoint, platform: NodeJS.Platform): LabError {
  const advice =
    platform === 'linux'
      ? 'Add yourself to its group with sudo usermod -aG docker "$USER", then sign out and in again. Whoever is in that group is root on this machine in all but name; Podman or Docker without root need no such group.'
      : 'Start the engine as the user you are now, or ask who administers this machine.';
  return new LabError(
    'no-engine',
    `A container engine is at ${endpoint.url}, but you are not allowed to open its socket.`,
    { advice },
  );
}

function howToGetOne(platform: NodeJS.Platform): string {
  if (platform === 'darwin') {
    return 'Start Docker Desktop, OrbStack or Podman Desktop, or run colima start. None installed? brew install colima docker is the shortest way to one.';
  }
  if (platform === 'win32') {
    return 'Start Docker Desktop, or run podman machine start. None installed? winget install Docker.DockerDesktop gets one.';
  }
  return 'Is it installed? Start it: sudo systemctl start docker. If not, install it: sudo apt-get install docker.io on Debian and Ubuntu, sudo dnf install podman-docker on Fedora.';
}
