import { removeImage } from './build-image.mjs';
import { parentPrefix } from './recipes.mjs';

/** @typedef {import('./engine-api.mjs').Endpoint} Endpoint */
/** @typedef {import('./recipes.mjs').Recipe} Recipe */
/** @typedef {import('./shelves.mjs').Shelf} Shelf */

/**
 * All at once, each as soon as its parent is there; the engine's own names for the parents go in
 * the end.
 * @param {Endpoint} endpoint
 * @param {readonly Recipe[]} recipes
 * @param {readonly Recipe[]} missing
 * @param {Shelf} shelf
 */
export async function buildAll(endpoint, recipes, missing, shelf) {
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
