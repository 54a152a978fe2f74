import {
  buildImage,
  pullImage,
  pushImage,
  readStandIn,
  removeImage,
  tagImage,
} from './build-image.mjs';
import { parentPrefix } from './recipes.mjs';
import { hasTag } from './registry.mjs';

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
 * Stand-ins in a registry: the engine pulls them as it would from Docker Hub, and keeps nothing of
 * the building.
 * @param {Endpoint} endpoint
 * @param {string} address
 * @returns {Shelf}
 */
export function inRegistry(endpoint, address) {
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
 * Stand-ins on the engine itself, for an engine whose settings are not ours to change. An image
 * that is no stand-in is somebody's: it is left alone, and serves the lessons as well.
 * @param {Endpoint} endpoint
 * @returns {Shelf}
 */
export function onEngine(endpoint) {
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

/**
 * Old stand-ins that the engine has pulled would be used on. Images in use stay.
 * @param {Endpoint} endpoint
 * @param {Recipe} recipe
 */
export async function removeOutdated(endpoint, { name, tags, hash }) {
  for (const tag of tags) {
    const standIn = await readStandIn(endpoint, `${name}:${tag}`);
    if (standIn && standIn !== hash) await removeImage(endpoint, `${name}:${tag}`);
  }
}
