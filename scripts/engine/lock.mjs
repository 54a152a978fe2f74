import { mkdir, open, readFile, rm } from 'node:fs/promises';
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

/** @param {string} file */
async function take(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
async function removeIfAbandoned(file) {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  // Empty for the moment between its creation and the number: that holder is alive.
  if (holder !== 0 && !isAlive(holder)) await rm(file, { force: true });
}
