import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

/** Everything that the engine and the registry of these scripts keep, apart from /var/lib/docker. */
export const stateFolder = join(cache, 'container-labs', 'engine');

/** The recipes of the stand-in images. */
export const recipesFolder = resolve(import.meta.dirname, '..', '..', 'images');
