import { join } from 'node:path';
import { ensureDebianPackages } from '../editor/debian-packages.mjs';
import { findInBackground } from './background-process.mjs';
import {
  buildImage,
  pullImage,
  pushImage,
  readStandIn,
  removeImage,
  tagImage,
} from './build-image.mjs';
import { daemon, useMirror } from './daemon.mjs';
import { canPull } from './docker-hub.mjs';
import { tellEngine } from './engine-api.mjs';
import { findEngine } from './find-engine.mjs';
import { withLock } from './lock.mjs';
import { recipesFolder, stateFolder } from './places.mjs';
import { parentPrefix, readRecipes } from './recipes.mjs';
import { ensureRegistry, hasTag, isRegistry, registryAddress } from './registry.mjs';

/** @typedef {import('../editor/debian-packages.mjs').Talk} Talk */
/** @typedef {import('./engine-api.mjs').Endpoint} Endpoint */
/** @typedef {import('./recipes.mjs').Recipe} Recipe */

/**
 * Where finished stand-ins go, and how to know those that are there.
 * @typedef {object} Shelf
 * @property {(recipe: Recipe) => Promise<boolean>} has
 * @property {(recipe: Recipe) => Promise<void>} put Builds it, and puts it there.
 * @property {(parent: Recipe) => Promise<void>} fetchParent Makes it ready for those that begin with it.
 */

/**
 * Makes sure that the lessons' images can be had: from Docker Hub, or where that cannot be reached,
 * as stand-ins built here once. Needs an engine that answers.
 * @param {Talk} talk
 */
export async function ensureImages(talk) {
  const endpoint = await findEngine();
  if (endpoint === undefined) throw new Error('No container engine answers.');
  const recipes = await readRecipes(recipesFolder);
  await withLock(join(stateFolder, 'images.lock'), () => provide(endpoint, recipes, talk));
}

/**
 * @param {Endpoint} endpoint
 * @param {readonly Recipe[]} recipes
 * @param {Talk} talk
 */
async function provide(endpoint, recipes, talk) {
  const mirror = await findMirror(endpoint);
  if (mirror === undefined && (await canPull(endpoint))) {
    talk.report?.('Images come from Docker Hub');
    return;
  }
  const address = mirror ?? (await startMirror(endpoint));
  const shelf = address === undefined ? onEngine(endpoint) : inRegistry(endpoint, address);
  const missing = await selectMissing(recipes, shelf);
  const place =
    address === undefined ? 'the engine itself' : `a registry of this machine (${address})`;
  if (missing.length === 0) {
    talk.report?.(`Docker Hub cannot be reached: the stand-in images are in ${place}`);
    return;
  }
  const names = missing.map(({ name }) => name).join(', ');
  talk.report?.('Docker Hub cannot be reached from here, so the lessons’ images cannot be pulled');
  const question = `Build small stand-ins from Debian’s packages (${names}) into ${place}?`;
  if (talk.ask && !(await talk.ask(question))) {
    talk.report?.('Lessons can be read, but commands that need an image will fail');
    return;
  }
  await ensureDebianPackages(['mmdebstrap', 'gcc', 'libc6-dev'], 'to build stand-in images', talk);
  talk.report?.(`Building stand-ins, about a minute: ${names}`);
  await buildAll(endpoint, recipes, missing, shelf);
}

/**
 * The address of a registry on this machine that the engine asks before Docker Hub.
 * @param {Endpoint} endpoint
 */
async function findMirror(endpoint) {
  if (endpoint.connect.socketPath === undefined) return undefined;
  const info = JSON.parse(await tellEngine(endpoint, { path: '/info' }));
  /** @type {readonly string[]} */
  const mirrors = info.RegistryConfig?.Mirrors ?? [];
  const ours = await registryAddress();
  for (const mirror of mirrors.map((each) => each.replace(/\/$/, ''))) {
    if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(mirror)) continue;
    if (await isRegistry(mirror)) return mirror;
    if (mirror === ours && (await ensureRegistry()) === mirror) return mirror;
  }
  return undefined;
}

/** Gives the engine a mirror if that is ours to do. @param {Endpoint} endpoint */
async function startMirror(endpoint) {
  if (endpoint.url !== 'unix:///var/run/docker.sock') return undefined;
  if ((await findInBackground(daemon)) === undefined) return undefined;
  const address = await ensureRegistry();
  return (await useMirror(address)) ? address : undefined;
}

/**
 * @param {readonly Recipe[]} recipes
 * @param {Shelf} shelf
 */
async function selectMissing(recipes, shelf) {
  const wanted = recipes.filter(({ tags }) => tags.length > 0);
  const present = await Promise.all(wanted.map((recipe) => shelf.has(recipe)));
  return wanted.filter((_, index) => !present[index]);
}

/**
 * All at once, each as soon as its parent is there; the engine's own names for the parents go in
 * the end.
 * @param {Endpoint} endpoint
 * @param {readonly Recipe[]} recipes
 * @param {readonly Recipe[]} missing
 * @param {Shelf} shelf
 */
async function buildAll(endpoint, recipes, missing, shelf) {
  /** @type {Map<string, Promise<void>>} */
  const parents = new Map();
  const fetchParent = (/** @type {Recipe} */ { parent }) => {
    const recipe = recipes.find(({ name }) => name === parent);
    if (recipe === undefined) return undefined;
    const started = parents.get(recipe.name);
    if (started !== undefined) return started;
    const promise = (async () => {
      await fetchParent(recipe);
      if (await shelf.has(recipe)) await shelf.fetchParent(recipe);
      else await shelf.put(recipe);
    })();
    parents.set(recipe.name, promise);
    return promise;
  };
  const results = await Promise.allSettled(
    missing.map(async (recipe) => {
      await fetchParent(recipe);
      await shelf.put(recipe).catch((error) => {
        throw new Error(`The stand-in for ${recipe.name} could not be built. ${error.message}`);
      });
    }),
  );
  for (const name of parents.keys()) await removeImage(endpoint, `${parentPrefix}${name}:latest`);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/**
 * Stand-ins in a registry: the engine pulls them as it would from Docker Hub, and keeps nothing of
 * the building.
 * @param {Endpoint} endpoint
 * @param {string} address
 * @returns {Shelf}
 */
function inRegistry(endpoint, address) {
  const host = new URL(address).host;
  const repositoryOf = (/** @type {Recipe} */ { name, tags }) =>
    tags.length > 0 ? `library/${name}` : `${parentPrefix}${name}`;
  const markOf = (/** @type {Recipe} */ { hash }) => `h-${hash}`;
  return {
    has: (recipe) => hasTag(address, repositoryOf(recipe), markOf(recipe)),
    put: async (recipe) => {
      const repository = `${host}/${repositoryOf(recipe)}`;
      // The mark comes last: it says that all the others are there.
      const tags = [...recipe.tags, markOf(recipe)];
      const names = tags.map((tag) => `${repository}:${tag}`);
      const parentName = recipe.tags.length > 0 ? [] : [`${parentPrefix}${recipe.name}:latest`];
      await buildImage(endpoint, recipe, [...names, ...parentName]);
      for (const tag of tags) await pushImage(endpoint, repository, tag);
      for (const name of names) await removeImage(endpoint, name);
      await removeOutdated(endpoint, recipe);
    },
    fetchParent: async (parent) => {
      const repository = `${host}/${repositoryOf(parent)}`;
      await pullImage(endpoint, repository, markOf(parent));
      const pulled = `${repository}:${markOf(parent)}`;
      await tagImage(endpoint, pulled, `${parentPrefix}${parent.name}`, 'latest');
      await removeImage(endpoint, pulled);
    },
  };
}

/**
 * Old stand-ins that the engine has pulled would be used on. Images in use stay.
 * @param {Endpoint} endpoint
 * @param {Recipe} recipe
 */
async function removeOutdated(endpoint, { name, tags, hash }) {
  for (const tag of tags) {
    const standIn = await readStandIn(endpoint, `${name}:${tag}`);
    if (standIn && standIn !== hash) await removeImage(endpoint, `${name}:${tag}`);
  }
}

/**
 * Stand-ins on the engine itself, for an engine whose settings are not ours to change. An image
 * that is no stand-in is somebody's: it is left alone, and serves the lessons as well.
 * @param {Endpoint} endpoint
 * @returns {Shelf}
 */
function onEngine(endpoint) {
  const isRight = async (/** @type {string} */ reference, /** @type {string} */ hash) => {
    const standIn = await readStandIn(endpoint, reference);
    return standIn === '' || standIn === hash;
  };
  return {
    has: async ({ name, tags, hash }) => {
      const references =
        tags.length > 0 ? tags.map((tag) => `${name}:${tag}`) : [`${parentPrefix}${name}:latest`];
      const right = await Promise.all(references.map((each) => isRight(each, hash)));
      return right.every(Boolean);
    },
    put: async (recipe) => {
      const { name, tags } = recipe;
      if (tags.length === 0) return buildImage(endpoint, recipe, [`${parentPrefix}${name}:latest`]);
      const references = [];
      for (const tag of tags) {
        const reference = `${name}:${tag}`;
        if ((await readStandIn(endpoint, reference)) !== '') references.push(reference);
      }
      return buildImage(endpoint, recipe, references);
    },
    fetchParent: async () => undefined,
  };
}
