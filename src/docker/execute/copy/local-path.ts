import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { LabError } from '../../../core/lab-error';
import { baseOf, type CopySide, splitEntry, withEnding } from './copy-paths';

/** A path as written, from the root on; the slash or dot at its end stays, since it has a meaning. */
export function absolutePath(written: string, folder: string): string {
  const slashes = sep === '/' ? written : written.replaceAll(sep, '/');
  return withEnding(resolve(folder, written).replaceAll(sep, '/'), slashes);
}

/** What is copied from this machine; `entries` is the name that it has in the archive. */
export interface LocalSource extends CopySide {
  readonly entries: string;
}

/** Looks at what is to be copied, through the link that it may be when `followLink` says so. */
export async function readLocalSource(path: string, followLink: boolean): Promise<LocalSource> {
  try {
    const through = followLink || path.endsWith('/') || baseOf(path) === '.';
    const stats = through ? await stat(path) : await lstat(path);
    const real = through ? withEnding((await realpath(path)).replaceAll(sep, '/'), path) : path;
    return {
      path: real,
      is: stats.isDirectory() ? 'folder' : 'file',
      entries: splitEntry(path).base,
    };
  } catch (cause) {
    throw new LabError('file', `There is nothing at ${path} to copy.`, {
      advice: 'Is the path right, seen from the folder you are in?',
      clientWords: `lstat ${path}: no such file or directory`,
      cause,
    });
  }
}

/** Looks at where a copy shall go, through links. Rejects where it cannot. */
export async function readLocalTarget(path: string): Promise<CopySide> {
  const there = await stat(path).catch(() => undefined);
  if (there !== undefined) {
    if (there.isDirectory()) return { path, is: 'folder' };
    if (there.isFile()) {
      const real = (await realpath(path)).replaceAll(sep, '/');
      return { path: real, is: 'file' };
    }
    throw new LabError('file', `${path} is neither a file nor a folder.`, {
      advice: 'Copy to a file, or to a folder.',
      clientWords: `invalid output path: "${path}" must be a directory or a regular file: got a device`,
    });
  }
  const parent = dirname(path.replace(/\/\.?$/, ''));
  const parentStats = await stat(parent).catch(() => undefined);
  if (parentStats?.isDirectory()) return { path, is: undefined };
  throw new LabError('file', `There is no folder ${parent} to copy to.`, {
    advice: `Make it first: mkdir -p ${parent}`,
    clientWords: `invalid output path: directory "${parent}" does not exist`,
  });
}
