import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';

/**
 * Whether a path lies inside a folder once all links are followed. Neither need exist; a link to
 * nothing counts as outside, since what is written through it would come to be there.
 */
export async function isReallyInside(folder: string, path: string): Promise<boolean> {
  const [root, real] = await Promise.all([realPathOf(folder), realPathOf(path)]);
  if (root === undefined || real === undefined) return false;
  const way = relative(root, real);
  return way !== '' && way.split(/[\\/]/)[0] !== '..' && !isAbsolute(way);
}

/** The real path of what is there, and the rest as it is; `undefined` when a link leads to nothing. */
async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) throw error;
  }
  if (await isThere(path)) return undefined;
  const parent = dirname(path);
  if (parent === path) return path;
  const above = await realPathOf(parent);
  return above && join(above, basename(path));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return false;
    throw error;
  }
}

/** Whether the file system says one of these. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
