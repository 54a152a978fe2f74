import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a path is wanted: one of these, in one of these, or on the way to one of these. */
export type IsWanted = (path: string) => boolean;

/**
 * What an engine names because some `COPY` needs it; a part may hold `*`, `?` and `[…]`. Where a link
 * stands on the way everything is wanted, since the engine follows it on its own.
 */
export async function openSelection(folder: string, paths: readonly string[]): Promise<IsWanted> {
  const wanted = paths.map((path) => path.split('/').filter((part) => part !== '' && part !== '.'));
  const isWhole = wanted.length === 0 || wanted.some((parts) => parts.length === 0);
  if (
    isWhole ||
    (await Promise.all(wanted.map((parts) => hasLink(folder, parts)))).includes(true)
  ) {
    return () => true;
  }
  const patterns = wanted.map((parts) => parts.map(toPattern));
  return (path) => {
    const parts = path.split('/');
    return patterns.some((pattern) =>
      parts.every((part, index) => pattern[index]?.test(part) ?? true),
    );
  };
}

async function hasLink(folder: string, parts: readonly string[]): Promise<boolean> {
  let place = folder;
  for (const [index, part] of parts.entries()) {
    if (/[*?[\\]/.test(part)) {
      const isLast = index === parts.length - 1;
      const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
      const matching = entries.filter(({ name }) => toPattern(part).test(name));
      return matching.some((entry) => entry.isSymbolicLink() || (!isLast && entry.isDirectory()));
    }
    place = join(place, part);
    const stats = await lstat(place).catch(() => undefined);
    if (stats === undefined) return false;
    if (stats.isSymbolicLink()) return true;
  }
  return false;
}

/** As Go matches one part of a path. */
function toPattern(part: string): RegExp {
  const source = part.replace(
    /\\(.)|\[(\^?)([^\]]*)\]|[*?]|[.+^${}()|[\]\\]/g,
    (token, escaped, not, set) => {
      if (token === '*') return '.*';
      if (token === '?') return '.';
      if (set !== undefined) return `[${not}${set.replace(/[[\\]/g, '\\$&')}]`;
      return `\\${escaped ?? token}`;
    },
  );
  return new RegExp(`^${source}$`, 's');
}
