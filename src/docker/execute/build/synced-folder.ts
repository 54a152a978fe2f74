import { randomInt } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { lstat, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyncedFile, SyncedFolder } from '../../build-session/file-sync';
import { parseIgnoreRules } from './ignore-rules';
import { openSelection } from './selection';
import { unreadableFile } from './unreadable-file';
import { walkContext } from './walk-context';

/** A folder on this machine, read as the engine asks for it. */
export function syncedFolder(folder: string): SyncedFolder {
  return async function* list({ wanted, excluded }) {
    const isWanted = await openSelection(folder, wanted);
    const rules = parseIgnoreRules(excluded.join('\n'));
    for await (const path of walkContext(folder, rules)) {
      if (!isWanted(path)) continue;
      const file = await readEntry(folder, path);
      if (file !== undefined) yield file;
    }
  };
}

/** Some files of a folder, as far as they exist; where one is a link, what it leads to. */
export function syncedFiles(folder: string, names: readonly string[]): SyncedFolder {
  return async function* list() {
    for (const name of names.toSorted()) {
      const file = await readEntry(folder, name, stat);
      if (file !== undefined) yield file;
    }
  };
}

/** Files that are held in memory, such as a Dockerfile that came on standard input. */
export function syncedTexts(texts: Readonly<Record<string, Uint8Array>>): SyncedFolder {
  // The engine takes a file of the same name, size and time for the one that it has got already.
  const modified = BigInt(Date.now()) * 1_000_000n + BigInt(randomInt(1_000_000));
  return async function* list() {
    for (const path of Object.keys(texts).sort()) {
      const content = texts[path] ?? new Uint8Array();
      yield {
        path,
        mode: 0o644,
        size: content.length,
        modified,
        link: undefined,
        open: async function* read() {
          if (content.length > 0) yield content;
        },
      };
    }
  };
}

/** `undefined` when it has gone since it was listed. */
async function readEntry(
  folder: string,
  path: string,
  look: (path: string) => Promise<Stats> = lstat,
): Promise<SyncedFile | undefined> {
  const whole = join(folder, path);
  try {
    const stats = await look(whole);
    return {
      path,
      mode: modeOf(stats),
      size: stats.isDirectory() ? 0 : stats.size,
      modified: BigInt(Math.trunc(stats.mtimeMs * 1000)) * 1000n,
      link: stats.isSymbolicLink() ? await readlink(whole) : undefined,
      open: stats.isFile() ? () => readContent(whole) : undefined,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadableFile(error as NodeJS.ErrnoException);
  }
}

async function* readContent(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 32 * 1024 });
  } catch (error) {
    throw unreadableFile(error as NodeJS.ErrnoException);
  }
}

/** The kind and the special permissions have places of their own in Go's mode. */
function modeOf(stats: Stats): number {
  const permissions = process.platform === 'win32' ? 0o755 : stats.mode & 0o777;
  const kind = kinds.find(([is]) => is(stats))?.[1] ?? 0;
  const special = specials.filter(([bit]) => (stats.mode & bit) !== 0);
  return permissions + kind + special.reduce((sum, [, bit]) => sum + bit, 0);
}

const kinds: readonly (readonly [(stats: Stats) => boolean, number])[] = [
  [(stats) => stats.isDirectory(), 2 ** 31],
  [(stats) => stats.isSymbolicLink(), 2 ** 27],
  [(stats) => stats.isFIFO(), 2 ** 25],
  [(stats) => stats.isSocket(), 2 ** 24],
  [(stats) => stats.isCharacterDevice(), 2 ** 26 + 2 ** 21],
  [(stats) => stats.isBlockDevice(), 2 ** 26],
];

/** Set user id, set group id, sticky. */
const specials = [
  [0o4000, 2 ** 23],
  [0o2000, 2 ** 22],
  [0o1000, 2 ** 20],
] as const;
