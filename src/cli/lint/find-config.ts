import { join } from 'node:path';
import { LabError } from '../../core/lab-error';
import { defaultConfig, type LintConfig, readLintConfig } from '../../core/lint/config';
import type { LintSurroundings } from './surroundings';

/** The configuration that was named, else the first that is found where hadolint looks, else ours. */
export async function findConfig(
  named: string | undefined,
  surroundings: LintSurroundings,
): Promise<LintConfig> {
  for (const path of named === undefined ? usualPlaces(surroundings) : [named]) {
    const bytes = await readIfThere(path, surroundings);
    if (bytes !== undefined) return readLintConfig(new TextDecoder().decode(bytes), path);
  }
  if (named === undefined) return defaultConfig;
  throw new LabError('file', `There is no file ${named}.`, {
    advice: 'Name a file in the form of .hadolint.yaml, or leave --config away.',
  });
}

/** hadolint's order; nothing above the current folder is looked at. */
function usualPlaces({ home, environment }: LintSurroundings): readonly string[] {
  const configuration = environment.XDG_CONFIG_HOME || join(home, '.config');
  return [
    '.hadolint',
    join(configuration, 'hadolint'),
    join(home, '.hadolint', 'hadolint'),
    join(home, '.hadolint', 'config'),
    join(home, '.hadolint'),
  ].flatMap((name) => [`${name}.yaml`, `${name}.yml`]);
}

async function readIfThere(
  path: string,
  { readFile }: LintSurroundings,
): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new LabError('file', `${path} cannot be read: ${code ?? String(error)}.`, {
      cause: error,
    });
  }
}
