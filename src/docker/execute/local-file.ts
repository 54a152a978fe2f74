import type { ReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { LabError } from '../../core/lab-error';

/** Opens a file of the user's, its name as written. Rejects with `file`, in the client's words too. */
export async function openFile(name: string, workingDirectory: string): Promise<ReadStream> {
  try {
    return (await open(resolve(workingDirectory, name))).createReadStream();
  } catch (cause) {
    throw new LabError('file', `The file ${name} cannot be read.`, {
      advice: 'Is its name right, seen from the folder you are in?',
      clientWords: `open ${name}: ${reasonOf(cause)}`,
      cause,
    });
  }
}

/** A place to write an archive to. Rejects with `file` what cannot be one; `what` is the work. */
export async function checkOutput(
  name: string,
  workingDirectory: string,
  what: string,
): Promise<string> {
  const path = resolve(workingDirectory, name);
  // Go's way to name the folder of a path.
  const folder = dirname(name);
  const refuse = (message: string, reason: string): LabError =>
    new LabError('file', message, {
      advice: 'Name a file in a folder that exists.',
      clientWords: `failed to ${what}: ${reason}`,
    });
  const parent = await stat(resolve(workingDirectory, folder)).catch(() => undefined);
  if (parent === undefined) {
    const reason = `invalid output path: stat ${folder}: no such file or directory`;
    throw refuse(`There is no folder ${folder} to write to.`, reason);
  }
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw refuse(`${name} is a folder.`, 'cannot write to a directory');
  if (there?.isCharacterDevice()) {
    throw refuse(`${name} is a device.`, 'cannot write to a character device file');
  }
  return path;
}

/** Takes chunks into a file that has its name only when all of it is there. */
export async function writeFileWhole(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.${Date.now()}`);
  const file = await orFileError(path, open(draft, 'wx', 0o600));
  try {
    for await (const chunk of chunks) await orFileError(path, writeAll(file, chunk));
    await file.close();
    await orFileError(path, rename(draft, path));
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}

async function orFileError<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    throw new LabError('file', `The file ${path} cannot be written: ${reasonOf(cause)}.`, {
      advice: 'May you write there, and is there room on the disk?',
      clientWords: `open ${path}: ${reasonOf(cause)}`,
      cause,
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  ENOTDIR: 'not a directory',
  ENOSPC: 'no space left on device',
};

function reasonOf(error: unknown): string {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
