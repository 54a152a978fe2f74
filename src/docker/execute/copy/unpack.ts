import fs from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExtractOptions, extract } from 'tar-fs';
import { LabError } from '../../../core/lab-error';
import type { Landing } from './copy-paths';

/** What the library's types leave out of an archive's entry. */
interface Entry {
  readonly name: string;
  readonly mode?: number;
  readonly type?: string;
  readonly linkname?: string;
}

/**
 * Unpacks an archive as the docker client does: files belong to who copies them, and have the
 * archive's modes and links, wherever those lead.
 */
export async function unpack(archive: Readable, { folder, rename }: Landing): Promise<void> {
  const wanted = new Map<string, { readonly mode: number; readonly link: string }>();
  const files = {
    ...fs,
    symlink: (given: string, path: string, done: fs.NoParamCallback) =>
      fs.symlink(wanted.get(path)?.link ?? given, path, done),
    chmod: (path: string, mode: number, done: fs.NoParamCallback) =>
      fs.chmod(path, wanted.get(path)?.mode ?? mode, done),
  };
  const options = {
    chown: false,
    fs: files,
    map: (header: Entry): Entry => {
      const name = rename(header.name);
      const link = header.linkname ?? '';
      wanted.set(join(folder, join('/', name)), { mode: (header.mode ?? 0o644) & 0o7777, link });
      if (header.type === 'link') return { ...header, name, linkname: rename(link) };
      // A link of the container's root leads out of the folder, which the library does not allow.
      return header.type === 'symlink' ? { ...header, name, linkname: '.' } : { ...header, name };
    },
  };
  const broken: { error?: unknown } = {};
  archive.once('error', (error) => {
    broken.error = error;
  });
  try {
    await pipeline(archive, extract(folder, options as object as ExtractOptions));
  } catch (cause) {
    if (broken.error !== undefined) throw broken.error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LabError('file', `The copy cannot be written: ${reason}.`, {
      advice: 'May you write there, is there room on the disk, and is no folder in a file’s place?',
      cause,
    });
  }
}
