import { findInBackground } from './background-process.mjs';
import { daemon, useMirror } from './daemon.mjs';
import { reachesHub } from './docker-hub.mjs';
import { tellEngine } from './engine-api.mjs';
import { ensureRegistry, holdsStandIns, registryAddress } from './registry.mjs';
import { removeOutdated } from './shelves.mjs';

/** @typedef {import('./engine-api.mjs').Endpoint} Endpoint */
/** @typedef {import('./recipes.mjs').Recipe} Recipe */

/**
 * The address of a registry with stand-ins that the engine asks before Docker Hub: of ours, or of
 * another user of this machine. Anybody's own mirror is left alone.
 * @param {Endpoint} endpoint
 */
export async function findMirror(endpoint) {
  if (endpoint.connect.socketPath === undefined) return undefined;
  const info = JSON.parse(await tellEngine(endpoint, { path: '/info' }));
  /** @type {readonly string[]} */
  const mirrors = info.RegistryConfig?.Mirrors ?? [];
  const ours = await registryAddress();
  for (const mirror of mirrors.map((each) => each.replace(/\/$/, ''))) {
    if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(mirror)) continue;
    if (mirror === ours && (await ensureRegistry()) === mirror) return mirror;
    if (await holdsStandIns(mirror)) return mirror;
  }
  return undefined;
}

/**
 * A machine that was offline may be online again: an engine of ours then gets the real images.
 * @param {Endpoint} endpoint
 * @param {readonly Recipe[]} recipes
 */
export async function returnToHub(endpoint, recipes) {
  if (!(await isOurs(endpoint)) || !(await reachesHub())) return false;
  await useMirror();
  for (const recipe of recipes) await removeOutdated(endpoint, { ...recipe, hash: '' });
  return true;
}

/** Whether the engine is the one that these scripts have started. @param {Endpoint} endpoint */
async function isOurs({ url }) {
  return url === 'unix:///var/run/docker.sock' && (await findInBackground(daemon)) !== undefined;
}

/** Gives the engine a mirror if that is ours to do. @param {Endpoint} endpoint */
export async function startMirror(endpoint) {
  if (!(await isOurs(endpoint))) return undefined;
  const address = await ensureRegistry();
  return (await useMirror(address)) ? address : undefined;
}
