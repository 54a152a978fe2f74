import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { IgnoreRules } from './ignore-rules';
import { unreadableFile } from './unreadable-file';

/**
 * The paths below a folder that are sent, relative and with forward slashes: parents before what is
 * in them, names in the order of their bytes, as the engine expects it. A folder that is left out
 * comes only with something of it that is taken in again.
 */
export async function* walkContext(folder: string, rules: IgnoreRules): AsyncGenerator<string> {
  yield* walk(folder, '', rules, []);
}

async function* walk(
  folder: string,
  below: string,
  rules: IgnoreRules,
  /** Parents that are left out themselves; they are told once something in them is sent. */
  untold: string[],
): AsyncGenerator<string> {
  const place = resolve(folder, below);
  const entries = await readdir(place, { withFileTypes: true }).catch((error) => {
    throw unreadableFile(error);
  });
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const isIgnored = rules.ignores(path);
    if (!isIgnored) {
      yield* untold.splice(0);
      yield path;
    }
    if (!entry.isDirectory() || (isIgnored && !rules.hasExceptions)) continue;
    if (isIgnored) untold.push(path);
    yield* walk(folder, path, rules, untold);
    if (untold.at(-1) === path) untold.pop();
  }
}
