import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * How a stand-in image is made. `tags` are those that the lessons use; none for an image that only
 * others begin with. `hash` changes with everything that goes into it, the parent's recipe included.
 * @typedef {object} Recipe
 * @property {string} name
 * @property {string} folder
 * @property {readonly string[]} tags
 * @property {string | undefined} parent Name of another recipe.
 * @property {string} hash
 */

/** What stands before the name of a recipe in `FROM`, where one begins with another. */
export const parentPrefix = 'stand-in/';

/**
 * Reads all recipes, parents before those that begin with them.
 * @param {string} folder
 * @returns {Promise<readonly Recipe[]>}
 */
export async function readRecipes(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = await Promise.all(names.map((name) => readRecipe(join(folder, name), name)));
  /** @type {Map<string, Recipe>} */
  const done = new Map();
  const finish = (/** @type {Recipe} */ recipe) => {
    if (done.has(recipe.name)) return;
    const parent = read.find(({ name }) => name === recipe.parent);
    if (parent !== undefined) finish(parent);
    const parentHash = done.get(recipe.parent ?? '')?.hash ?? '';
    done.set(recipe.name, { ...recipe, hash: digest([recipe.hash, parentHash]) });
  };
  read.forEach(finish);
  return [...done.values()];
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Recipe>}
 */
async function readRecipe(folder, name) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const dockerfile = await readFile(join(folder, 'Dockerfile'), 'utf8');
  const [, tags = ''] = /^# tags:(.*)$/m.exec(dockerfile) ?? [];
  const [, parent] = new RegExp(`^FROM ${parentPrefix}(\\S+)`, 'm').exec(dockerfile) ?? [];
  const paths = files.map((file) => file.slice(folder.length));
  return {
    name,
    folder,
    tags: tags.split(/\s+/).filter((tag) => tag !== ''),
    parent,
    hash: digest([process.arch, ...paths, ...contents]),
  };
}

/** @param {readonly string[]} parts */
function digest(parts) {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
