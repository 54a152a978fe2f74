import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LabError } from '../core/lab-error';
import { isInnerPath } from '../core/validation/inner-path';
import { isCode, isReallyInside } from './real-path';

/** The learner's own folder for one chapter: commands run in it, files are written to it. */
export interface WorkingFolder {
  readonly path: string;
  /** Text of a file in it; `undefined` when there is none. */
  read(path: string): Promise<string | undefined>;
  /** Writes a file, making its folders; replaces what was there. */
  write(path: string, content: string): Promise<void>;
}

/**
 * A working folder at `path`; it need not exist yet. Paths that lead out of it are refused, and so
 * are links in it that do. Rejects with `file`.
 */
export function openWorkingFolder(path: string): WorkingFolder {
  return {
    path,
    async read(file) {
      const full = await inside(path, file);
      try {
        return await readFile(full, 'utf8');
      } catch (error) {
        if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
        throw describe(`The file ${file} cannot be read.`, error);
      }
    },
    async write(file, content) {
      const full = await inside(path, file);
      try {
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, content);
      } catch (error) {
        throw describe(`The file ${full} cannot be written.`, error);
      }
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
  try {
    await mkdir(to, { recursive: true });
  } catch (error) {
    throw describe(`The folder ${to} cannot be made.`, error);
  }
  for (const file of files) {
    const target = await inside(to, file);
    try {
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(from, file), target, constants.COPYFILE_EXCL);
      copied.push(file);
    } catch (error) {
      // Whatever is there is the learner's: a file in the place of a folder as well.
      if (!isCode(error, 'EEXIST', 'ENOTDIR')) {
        throw describe(`The file ${target} cannot be written.`, error);
      }
    }
  }
  return copied;
}

/** The full path of a file of the folder. */
async function inside(folder: string, file: string): Promise<string> {
  const full = join(folder, file);
  if (isInnerPath(file) && (await isReallyInside(folder, full))) return full;
  throw new LabError('file', `The path ${file} leads out of the working folder.`, {
    advice: `Only what lies in ${folder} is read and written.`,
  });
}

function describe(message: string, cause: unknown): LabError {
  return new LabError('file', message, {
    advice: 'Is something else of that name in its place, is the disk full, may you write there?',
    cause,
  });
}
