import { join } from 'node:path';
import { readContext } from './docker-context';
import { type Endpoint, parseEndpoint } from './endpoint';
import { endpointTrouble, nowhere } from './endpoint-trouble';
import { type PingResult, type PingTrouble, ping } from './ping';

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
  const chosen = await chosenEndpoint(search);
  if (chosen !== undefined) {
    const result = await ask(chosen, search);
    if (result.kind === 'answers') return { ...chosen, apiVersion: result.apiVersion };
    throw endpointTrouble(chosen, result, search.platform);
  }
  let worth: { endpoint: Endpoint; result: PingTrouble } | undefined;
  for (const endpoint of await usualEndpoints(search)) {
    const result = await ask(endpoint, search);
    if (result.kind === 'answers') return { ...endpoint, apiVersion: result.apiVersion };
    // Something is there and cannot be used: the first such, but one that is only forbidden counts more.
    const isThere = result.kind !== 'absent' && result.kind !== 'refuses';
    const isForbidden = result.kind === 'denied' && worth?.result.kind !== 'denied';
    if (isThere && (worth === undefined || isForbidden)) worth = { endpoint, result };
  }
  throw worth === undefined
    ? nowhere(search.platform)
    : endpointTrouble(worth.endpoint, worth.result, search.platform);
}

/** A machine far away may take longer, and ssh itself says after half a minute that it is not there. */
const sshPatience = 16;

function ask(endpoint: Endpoint, { timeout = 2000 }: EngineSearch): Promise<PingResult> {
  return ping(endpoint, endpoint.kind === 'ssh' ? timeout * sshPatience : timeout);
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
