import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { LabError } from '../core/lab-error';

/** The learner's own folder for one chapter: commands run in it, files are written to it. */
export interface WorkingFolder {
  readonly path: string;
  /** Text of a file in it; `undefined` when there is none. */
  read(path: string): Promise<string | undefined>;
  /** Writes a file, making its folders; replaces what was there. */
  write(path: string, content: string): Promise<void>;
}

/** A working folder at `path`; it need not exist yet. Paths that lead out of it are refused. */
export function openWorkingFolder(path: string): WorkingFolder {
  const inside = (file: string) => {
    const full = join(path, file);
    const way = relative(path, full);
    if (way === '' || way.startsWith('..') || isAbsolute(way)) {
      throw new LabError('file', `The path ${file} leads out of the working folder.`);
    }
    return full;
  };
  return {
    path,
    async read(file) {
      try {
        return await readFile(inside(file), 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(file, content) {
      const full = inside(file);
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, content);
    },
  };
}

/**
 * Copies a chapter's files to its working folder: only what is not there yet, so that nothing the
 * learner changed is touched. `files` are paths below `from`. The folder is there afterwards, even
 * when there are none. Returns the paths that were copied.
 */
export async function copyChapterFiles(
  from: string,
  files: readonly string[],
  to: string,
): Promise<readonly string[]> {
  const copied: string[] = [];
  await mkdir(to, { recursive: true });
  for (const file of files) {
    const target = join(to, file);
    await mkdir(dirname(target), { recursive: true });
    try {
      await copyFile(join(from, file), target, constants.COPYFILE_EXCL);
      copied.push(file);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
  }
  return copied;
}

function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
