import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LabError } from '../../core/lab-error';

/**
 * The `NAME=value` lines of environment or label files. A name alone takes its value from
 * `environment`, and is left out when that has none; without `environment` it stays as it is.
 */
export async function readPairs(
  paths: readonly string[],
  folder: string,
  environment?: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const files = await Promise.all(
    paths.map(async (path) => {
      try {
        return { path, content: await readFile(resolve(folder, path), 'utf8') };
      } catch (cause) {
        throw new LabError('file', `The file ${path} cannot be read.`, {
          advice: 'Its path is relative to the working folder.',
          cause,
        });
      }
    }),
  );
  return files.flatMap(({ path, content }) => parsePairs(content, path, environment));
}

/** The same for text that has been read. */
export function parsePairs(
  content: string,
  path: string,
  environment?: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const pair = line.trimStart();
    if (pair === '' || pair.startsWith('#')) return [];
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    if (name === '' || /\s/.test(name)) {
      throw new LabError('file', `Line ${index + 1} of ${path} is not NAME=value: ${pair}`, {
        advice: 'A name has no spaces, and none stand before the equals sign.',
      });
    }
    if (at >= 0 || environment === undefined) return [pair];
    const value = environment[name];
    return value === undefined ? [] : [`${name}=${value}`];
  });
}
