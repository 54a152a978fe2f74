import { join } from 'node:path';
import { ensureDebianPackages } from '../editor/debian-packages.mjs';
import { buildAll } from './build-all.mjs';
import { canPull } from './docker-hub.mjs';
import { findEngine } from './find-engine.mjs';
import { withLock } from './lock.mjs';
import { findMirror, returnToHub, startMirror } from './mirror.mjs';
import { recipesFolder, stateFolder } from './places.mjs';
import { readRecipes } from './recipes.mjs';
import { inRegistry, onEngine } from './shelves.mjs';

/** @typedef {import('../editor/debian-packages.mjs').Talk} Talk */
/** @typedef {import('./engine-api.mjs').Endpoint} Endpoint */
/** @typedef {import('./recipes.mjs').Recipe} Recipe */

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
  const hub = mirror === undefined ? await canPull(endpoint) : await returnToHub(endpoint, recipes);
  if (hub) {
    talk.report?.('Images come from Docker Hub');
    return;
  }
  const address = mirror ?? (await startMirror(endpoint));
  const shelf = address === undefined ? onEngine(endpoint) : inRegistry(endpoint, address);
  const missing = await selectMissing(recipes, shelf);
  const place =
    address === undefined ? 'the engine itself' : `a registry of this machine (${address})`;
  if (missing.length === 0) {
    talk.report?.(`Stand-in images are in ${place}, since Docker Hub cannot be reached`);
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
 * @param {readonly Recipe[]} recipes
 * @param {import('./shelves.mjs').Shelf} shelf
 */
async function selectMissing(recipes, shelf) {
  const wanted = recipes.filter(({ tags }) => tags.length > 0);
  const present = await Promise.all(wanted.map((recipe) => shelf.has(recipe)));
  return wanted.filter((_, index) => !present[index]);
}
