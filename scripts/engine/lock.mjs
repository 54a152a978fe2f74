import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from './background-process.mjs';

/**
 * Runs `action` while no other process holds the lock `file`. A lock whose holder has died is
 * taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(file, action) {
  await mkdir(dirname(file), { recursive: true });
  while (!(await take(file))) {
    await removeIfAbandoned(file);
    await setTimeout(100);
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * The file appears at once with the holder's number in it, as a link to one that is complete.
 * @param {string} file
 */
async function take(file) {
  const own = `${file}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** @param {string} file */
async function removeIfAbandoned(file) {
  if (await hasLiveHolder(file)) return;
  const aside = `${file}.${process.pid}.old`;
  try {
    await rename(file, aside);
    // Another process may have taken the lock over in between: it gets it back.
    if (await hasLiveHolder(aside)) await link(aside, file);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  await rm(aside, { force: true });
}

/** @param {string} file */
async function hasLiveHolder(file) {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  return holder !== 0 && isAlive(holder);
}
