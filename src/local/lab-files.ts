import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LabError } from '../core/lab-error';
import type { LabFiles } from '../core/ports';

/** The labs in a folder of this machine. */
export function openLabFiles(folder: string): LabFiles {
  return {
    async list() {
      try {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => relative(folder, path).split(sep).join('/'))
          .sort();
      } catch (cause) {
        throw new LabError('file', `The folder of the labs cannot be read: ${folder}`, {
          advice: 'Check the path, and that you may read it.',
          cause,
        });
      }
    },
    async read(path) {
      try {
        return await readFile(join(folder, path), 'utf8');
      } catch (cause) {
        throw new LabError('file', `The lab file ${path} cannot be read.`, { cause });
      }
    },
  };
}
