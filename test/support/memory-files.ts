import { LabError } from '../../src/core/lab-error';
import type { LabFiles } from '../../src/core/ports';

/** Lab files in memory, by their paths. */
export function memoryFiles(files: Readonly<Record<string, string>>): LabFiles {
  return {
    list: async () => Object.keys(files).sort(),
    async read(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) throw new LabError('file', `The lab file ${path} cannot be read.`);
      return text;
    },
  };
}
