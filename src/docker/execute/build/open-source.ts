import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { BuildRequest } from '../../../core/command/request';
import { LabError } from '../../../core/lab-error';
import type { CommandStreams } from '../../../core/ports';
import { readAll, readStart } from './standard-input';

/** What an image is built from. */
export type BuildSource = RemoteSource | ArchiveSource | FolderSource | TextSource;

/** The engine fetches it itself: a git repository, an archive. */
export interface RemoteSource {
  readonly kind: 'remote';
  readonly url: string;
  /** The Dockerfile's path in it. */
  readonly dockerfile: string | undefined;
}

/** A tar archive from standard input. */
export interface ArchiveSource {
  readonly kind: 'archive';
  readonly archive: Readable;
  readonly dockerfile: string | undefined;
}

/** A folder of this machine, with a Dockerfile that may lie elsewhere or come from standard input. */
export interface FolderSource {
  readonly kind: 'folder';
  readonly folder: string;
  readonly dockerfile: { readonly path: string } | { readonly text: Buffer };
}

/** A Dockerfile alone, from standard input. */
export interface TextSource {
  readonly kind: 'text';
  readonly text: Buffer;
}

/** Finds what a build is made from, and rejects what is not there before the engine is asked. */
export async function openSource(
  { context, file }: BuildRequest,
  workingDirectory: string,
  stdin: CommandStreams['stdin'],
): Promise<BuildSource> {
  if (context === '-') {
    if (file === '-') throw bothFromInput();
    const { isArchive, stream } = await readStart(stdin);
    return isArchive
      ? { kind: 'archive', archive: stream, dockerfile: file }
      : { kind: 'text', text: await readAll(stream) };
  }
  if (isRemote(context)) return { kind: 'remote', url: context, dockerfile: file };
  const folder = resolve(workingDirectory, context);
  await requireFolder(folder, context);
  if (file === '-') {
    return { kind: 'folder', folder, dockerfile: { text: await readAll(stdin ?? []) } };
  }
  const path = await findDockerfile(folder, file && resolve(workingDirectory, file));
  return { kind: 'folder', folder, dockerfile: { path } };
}

/** What the docker client takes for an address. */
function isRemote(context: string): boolean {
  return /^(?:https?|git|ssh):\/\/|^git@|^github\.com\//.test(context);
}

async function requireFolder(folder: string, written: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory()) return;
  const reason =
    stats === undefined ? `path "${written}" not found` : `context must be a directory: ${folder}`;
  throw new LabError('file', `There is no folder ${folder} to build from.`, {
    advice: 'The last argument of docker build is the folder: . for the one you are in.',
    clientWords: `unable to prepare context: ${reason}`,
  });
}

async function findDockerfile(folder: string, given: string | undefined): Promise<string> {
  const usual = join(folder, 'Dockerfile');
  const path = given ?? usual;
  if (await isReadable(path)) return path;
  const small = join(folder, basename(usual).toLowerCase());
  if (given === undefined && (await isReadable(small))) return small;
  throw new LabError('file', `There is no Dockerfile at ${path}.`, {
    advice: 'Name it with -f, or build in the folder that has it.',
    clientWords: `unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${path}: no such file or directory`,
  });
}

async function isReadable(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

function bothFromInput(): LabError {
  return new LabError('usage', 'Standard input cannot be both the Dockerfile and the context.', {
    advice: 'Name a folder as the context: docker build -f - .',
    clientWords: "invalid argument: can't use stdin for both build context and dockerfile",
  });
}
