import { join } from 'node:path';
import { contextPrefix } from '../core/engine-choice';
import { readContext } from './docker-context';
import { type Endpoint, parseEndpoint } from './endpoint';
import { type PingResult, ping } from './ping';
import { defaultSocket, usualSockets } from './usual-sockets';

/** The machine, as far as it tells where an engine may listen. */
export interface EngineSearch {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** An address that the user has set for us, or `context:NAME`; nothing else is tried then. */
  readonly configured?: string | undefined;
  /** Milliseconds that one endpoint may take to answer. */
  readonly timeout?: number | undefined;
}

/** The engine that someone chose: by our setting, by `DOCKER_HOST`, or by `DOCKER_CONTEXT`. */
export async function chosenEndpoint(search: EngineSearch): Promise<Endpoint | undefined> {
  const { environment, configured } = search;
  if (configured?.startsWith(contextPrefix)) {
    return contextEndpoint(search, configured.slice(contextPrefix.length));
  }
  if (configured) return endpointAt(search, configured, 'the setting for the engine');
  const { DOCKER_HOST: host, DOCKER_CONTEXT: context } = environment;
  if (host) return endpointAt(search, host, 'DOCKER_HOST');
  return context ? contextEndpoint(search, context) : undefined;
}

/** An address, with the certificates that the environment names. */
function endpointAt(search: EngineSearch, url: string, origin: string): Promise<Endpoint> {
  const { environment } = search;
  const wantsTls = Boolean(environment.DOCKER_TLS_VERIFY || environment.DOCKER_TLS);
  const certificates = environment.DOCKER_CERT_PATH || configurationFolder(search);
  return parseEndpoint(url, origin, wantsTls ? certificates : undefined);
}

/** A docker context. The one called `default` is where Docker listens by itself. */
async function contextEndpoint(search: EngineSearch, name: string): Promise<Endpoint> {
  const endpoint = await readContext(configurationFolder(search), name);
  return endpoint ?? socketEndpoint(defaultSocket(search), 'the docker context “default”', search);
}

/** The current docker context, then the places where engines listen by themselves. */
export async function usualEndpoints(search: EngineSearch): Promise<readonly Endpoint[]> {
  const context = await readContext(configurationFolder(search), undefined);
  const usual = await socketEndpoints(search);
  return context === undefined ? usual : [context, ...usual];
}

/** The places where engines listen by themselves, the likeliest first. */
export async function socketEndpoints(search: EngineSearch): Promise<readonly Endpoint[]> {
  const sockets = await usualSockets(search);
  return sockets.map(([path, origin]) => socketEndpoint(path, origin, search));
}

function socketEndpoint(path: string, origin: string, { platform }: EngineSearch): Endpoint {
  const scheme = platform === 'win32' ? 'npipe' : 'unix';
  return { kind: 'socket', path, url: `${scheme}://${path}`, origin };
}

/** The folder of the docker client's configuration. */
export function configurationFolder({ environment, home }: EngineSearch): string {
  return environment.DOCKER_CONFIG || join(home, '.docker');
}

/** A machine far away may take longer, and ssh itself says after half a minute that it is not there. */
const sshPatience = 16;

/** Asks an endpoint for a sign of life, with the patience that the way to it wants. */
export function askEndpoint(
  endpoint: Endpoint,
  { timeout = 2000 }: EngineSearch,
): Promise<PingResult> {
  return ping(endpoint, endpoint.kind === 'ssh' ? timeout * sshPatience : timeout);
}

/** The endpoint with what it said of itself. */
export function withAnswer(
  endpoint: Endpoint,
  { apiVersion, isPodman }: Pick<Endpoint, 'apiVersion' | 'isPodman'>,
): Endpoint {
  return { ...endpoint, apiVersion, isPodman };
}
