import { posix } from 'node:path';

/** One side of a copy: a path with forward slashes, and what is there. */
export interface CopySide {
  readonly path: string;
  /** `undefined`: nothing. */
  readonly is: 'folder' | 'file' | undefined;
}

/** Where an archive is unpacked, and what its entries are called there. */
export interface Landing {
  readonly folder: string;
  readonly rename: (entry: string) => string;
}

/**
 * Where a copy lands, by the docker client's rules: into a folder that exists, else under the name
 * that is asked for. `entries` is the name that the archive's entries begin with. Gives the client's
 * own words for what cannot be.
 */
export function landing(source: CopySide, target: CopySide, entries: string): Landing | string {
  if (target.is === 'folder') return { folder: target.path, rename: (entry) => entry };
  if (target.is === 'file' && source.is === 'folder') return 'cannot copy directory';
  if (target.is === undefined && source.is !== 'folder' && isFolderPath(target.path)) {
    return 'no such directory';
  }
  const { folder, base } = splitEntry(target.path);
  return { folder, rename: (entry) => rebase(entry, entries, base) };
}

/** The folder that an entry lies in, and its name; of `d/.` they are `d` and `.`. */
export function splitEntry(path: string): { readonly folder: string; readonly base: string } {
  const clean = cleanPath(path);
  const whole = isCurrent(path) && !isCurrent(clean) ? `${clean}/.` : clean;
  return { folder: posix.dirname(whole), base: baseOf(whole) };
}

/** An entry with another first name: `d/a` as `e/a`. */
export function rebase(entry: string, from: string, to: string): string {
  const name = entry.replace(/^\.\//, '');
  if (from === '.' || from === '/') return isCurrent(name) ? to : posix.join(to, name);
  if (name === from) return to;
  return name.startsWith(`${from}/`) ? to + name.slice(from.length) : name;
}

/** A cleaned path with the slash or dot that the path as written has at its end. */
export function withEnding(clean: string, written: string): string {
  if (isCurrent(written) && !isCurrent(clean)) {
    return clean.endsWith('/') ? `${clean}.` : `${clean}/.`;
  }
  return written.endsWith('/') && !clean.endsWith('/') ? `${clean}/` : clean;
}

/** Whether a path says by itself that it is a folder. */
export function isFolderPath(path: string): boolean {
  return path.endsWith('/') || isCurrent(path);
}

function isCurrent(path: string): boolean {
  return baseOf(path) === '.';
}

/** The last name of a path; of none it is `.`, of the root `/`. */
export function baseOf(path: string): string {
  if (path === '') return '.';
  return posix.basename(path) || '/';
}

function cleanPath(path: string): string {
  const clean = posix.normalize(path);
  return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean;
}
