import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { askEngine } from './engine-api.mjs';

/** @typedef {import('./engine-api.mjs').Endpoint} Endpoint */

/**
 * Finds an engine that answers and runs Linux containers; `undefined` when there is none. An engine
 * that someone named (DOCKER_HOST, DOCKER_CONTEXT) is the only one asked, and rejects when it does
 * not answer: nothing must run on an engine that nobody meant.
 * @returns {Promise<Endpoint | undefined>}
 */
export async function findEngine() {
  const named = await namedEndpoint();
  if (named !== undefined) {
    const obstacle = await findObstacle(named);
    if (obstacle === undefined) return named;
    throw new Error(
      `${named.origin} names the engine ${named.url}, but ${obstacle}. Start that engine, or take the name away.`,
    );
  }
  const obstacles = [];
  for (const endpoint of await usualEndpoints()) {
    const obstacle = await findObstacle(endpoint);
    if (obstacle === undefined) return endpoint;
    if (obstacle !== 'nothing answers there') obstacles.push(`At ${endpoint.url}, ${obstacle}.`);
  }
  if (obstacles.length > 0) throw new Error(obstacles.join(' '));
  return undefined;
}

/** Why an engine cannot be used, or `undefined`. @param {Endpoint} endpoint */
async function findObstacle(endpoint) {
  try {
    const { status, headers } = await askEngine(endpoint, { path: '/_ping', timeout: 2000 });
    if (headers.ostype === 'windows') {
      return 'an engine runs Windows containers: switch it to Linux containers';
    }
    return status === 200 ? undefined : `what answers there is no container engine (${status})`;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EACCES' || code === 'EPERM') {
      return 'an engine is there, but you are not allowed to use it: sudo usermod -aG docker "$USER", then sign out and in again';
    }
    return 'nothing answers there';
  }
}

/** @returns {Promise<Endpoint | undefined>} */
async function namedEndpoint() {
  const { DOCKER_HOST: host, DOCKER_CONTEXT: context } = process.env;
  if (host) {
    const wantsTls = process.env.DOCKER_TLS_VERIFY || process.env.DOCKER_TLS;
    const certificates = process.env.DOCKER_CERT_PATH || configuration;
    return endpointOf(host, 'DOCKER_HOST', wantsTls ? certificates : undefined);
  }
  return context ? contextEndpoint(context) : undefined;
}

const configuration = process.env.DOCKER_CONFIG || join(homedir(), '.docker');

/**
 * The engine of one of the docker client's contexts. `default` is where engines usually are.
 * @param {string} name
 */
async function contextEndpoint(name) {
  if (name === 'default') return undefined;
  const id = createHash('sha256').update(name).digest('hex');
  const file = join(configuration, 'contexts', 'meta', id, 'meta.json');
  const meta = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const host = meta.Endpoints?.docker?.Host;
  const certificates = join(configuration, 'contexts', 'tls', id, 'docker');
  const tls = /^tcp:.*:2376$/.test(host) ? certificates : undefined;
  return host ? endpointOf(host, `The docker context ${name}`, tls) : undefined;
}

/** Where engines listen by themselves, the likeliest first. @returns {Promise<readonly Endpoint[]>} */
async function usualEndpoints() {
  const config = await readFile(join(configuration, 'config.json'), 'utf8').catch(() => '{}');
  const name = JSON.parse(config).currentContext;
  const context = name ? await contextEndpoint(name) : undefined;
  const sockets = await Promise.all(
    usualSockets().map((url) => endpointOf(url, 'The usual place')),
  );
  return context === undefined ? sockets : [context, ...sockets];
}

function usualSockets() {
  if (process.platform === 'win32') {
    return ['docker_engine', 'dockerDesktopLinuxEngine', 'podman-machine-default'].map(
      (name) => `npipe:////./pipe/${name}`,
    );
  }
  const home = homedir();
  const runtime = process.env.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.()}`;
  return [
    '/var/run/docker.sock',
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(runtime, 'docker.sock'),
    join(runtime, 'podman/podman.sock'),
    '/run/podman/podman.sock',
    join(home, '.local/share/containers/podman/machine/podman.sock'),
    join(process.env.TMPDIR ?? '/tmp', 'podman/podman-machine-default-api.sock'),
    join(home, '.orbstack/run/docker.sock'),
    join(home, '.colima/default/docker.sock'),
    join(home, '.config/colima/default/docker.sock'),
    join(home, '.rd/docker.sock'),
  ].map((path) => `unix://${path}`);
}

/**
 * @param {string} url
 * @param {string} origin
 * @param {string} [certificates] The folder of ca.pem, cert.pem and key.pem.
 * @returns {Promise<Endpoint>}
 */
async function endpointOf(url, origin, certificates) {
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/s.exec(url) ?? [];
  if (scheme === 'unix') return { url, origin, connect: { socketPath: rest } };
  if (scheme === 'npipe') {
    return { url, origin, connect: { socketPath: rest.replaceAll('/', '\\') } };
  }
  if (scheme === 'tcp' || scheme === 'http' || scheme === 'https') {
    const { hostname, port } = new URL(`http://${rest}`);
    const tls = certificates === undefined ? {} : await readTls(certificates);
    const usual = certificates === undefined ? 2375 : 2376;
    return { url, origin, connect: { host: hostname, port: Number(port) || usual, ...tls } };
  }
  throw new Error(`${origin} names an engine at ${url}. Only unix, npipe and tcp can be used.`);
}

/** @param {string} folder */
async function readTls(folder) {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) =>
      readFile(join(folder, name)).catch(() => undefined),
    ),
  );
  return { protocol: 'https:', ca, cert, key };
}
