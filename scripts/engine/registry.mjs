import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../editor/server-process.mjs';
import { findInBackground, lastWords, startInBackground } from './background-process.mjs';
import { stateFolder } from './places.mjs';
import { parentPrefix } from './recipes.mjs';

/** The registry that serves the stand-in images, on loopback only. */
export const registry = { name: 'registry', program: 'docker-registry' };

const portFile = join(stateFolder, 'registry.port');

/** Its address if it was ever started here, running or not. */
export async function registryAddress() {
  const port = Number(await readFile(portFile, 'utf8').catch(() => ''));
  return port ? addressOf(port) : undefined;
}

/**
 * Starts the registry unless it runs, at the address it had before if that is still free: the
 * engine may know it by that. Docker's usual 5000 is what other programs like, too.
 * @returns {Promise<string>} Its address, `http://127.0.0.1:PORT`.
 */
export async function ensureRegistry() {
  const before = await registryAddress();
  if (before !== undefined && (await findInBackground(registry)) && (await isRegistry(before))) {
    return before;
  }
  await mkdir(stateFolder, { recursive: true });
  const ports = before === undefined ? [] : [Number(new URL(before).port)];
  for (const port of [...ports, await freePort()]) {
    if (await startAt(port)) return addressOf(port);
  }
  throw new Error(
    `The registry for the images does not come up. It said:\n${await lastWords(registry)}`,
  );
}

/** @param {number} port */
async function startAt(port) {
  const config = join(stateFolder, 'registry.yml');
  await writeFile(config, configuration(port));
  await startInBackground(registry, ['serve', config]);
  const deadline = Date.now() + 10_000;
  while ((await findInBackground(registry)) && Date.now() < deadline) {
    if (await isRegistry(addressOf(port))) {
      await writeFile(portFile, String(port));
      return true;
    }
    await setTimeout(20);
  }
  return false;
}

/** @param {number} port */
function addressOf(port) {
  return `http://127.0.0.1:${port}`;
}

/** @param {number} port */
function configuration(port) {
  return `version: 0.1
log: { level: warn, accesslog: { disabled: true } }
storage:
  filesystem: { rootdirectory: ${JSON.stringify(join(stateFolder, 'registry'))} }
  delete: { enabled: true }
http: { addr: "127.0.0.1:${port}" }
`;
}

/** @param {string} address */
function isRegistry(address) {
  return isThere(`${address}/v2/`);
}

/** Whether a registry answers there that these scripts have filled. @param {string} address */
export function holdsStandIns(address) {
  return isThere(`${address}/v2/${parentPrefix}base/tags/list`);
}

/** @param {string} url */
function isThere(url) {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * @param {string} address
 * @param {string} image
 * @param {string} tag
 */
export async function hasTag(address, image, tag) {
  const accept = 'application/vnd.docker.distribution.manifest.v2+json';
  const response = await fetch(`${address}/v2/${image}/manifests/${tag}`, {
    method: 'HEAD',
    headers: { accept },
    signal: AbortSignal.timeout(5000),
  });
  return response.ok;
}
