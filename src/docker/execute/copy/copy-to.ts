import { Readable } from 'node:stream';
import { type PackOptions, pack } from 'tar-fs';
import type { CopyRequest } from '../../../core/command/request';
import { LabError } from '../../../core/lab-error';
import { type Context, containerPath } from '../context';
import { type Copied, cannotCopy, countBytes } from './copied';
import { type CopySide, landing, rebase, splitEntry } from './copy-paths';
import { absolutePath, readLocalSource } from './local-path';
import { type PathStat, sideOf, statPath, targetOf } from './path-stat';

/** Copies into a container, from a path of this machine or an archive on standard input. */
export async function copyTo(request: CopyRequest, context: Context): Promise<Copied> {
  const { container, localPath } = request;
  const target = await targetSide(request, context);
  const { folder, archive } =
    localPath === '-'
      ? { folder: archiveTarget(request, target), archive: standardInput(context) }
      : await packLocal(request, target, context);
  const bytes = countBytes(archive);
  await context.connection.text({
    method: 'PUT',
    path: containerPath(container, '/archive'),
    query: {
      path: folder,
      noOverwriteDirNonDir: 'true',
      copyUIDGID: request.archive ? 'true' : undefined,
    },
    upload: archive,
  });
  return { bytes: bytes(), target: `${container}:${target.path}` };
}

/** What is where the copy shall go, behind the link that it may be. */
async function targetSide(
  { container, containerPath: path }: CopyRequest,
  { connection }: Context,
): Promise<CopySide> {
  const look = (at: string): Promise<PathStat | undefined> =>
    statPath(container, at, connection).catch((error) => {
      if (error instanceof LabError) throw error;
      return undefined;
    });
  const stat = await look(path);
  if (stat?.is !== 'link') return sideOf(path, stat);
  const target = targetOf(path, stat);
  return sideOf(target, await look(target));
}

async function packLocal(
  { localPath, followLink }: CopyRequest,
  target: CopySide,
  { options }: Context,
) {
  const path = absolutePath(localPath, options.workingDirectory);
  const source = await readLocalSource(path, followLink);
  const { folder: from, base } = splitEntry(source.path);
  const lands = landing(source, target, source.entries);
  if (typeof lands === 'string') throw cannotCopy(lands);
  // The library's types do not know `umask`: modes stay what they are.
  const how = {
    entries: [base],
    umask: 0,
    map: (header) => ({ ...header, name: lands.rename(rebase(header.name, base, source.entries)) }),
  } satisfies PackOptions & { readonly umask: number };
  const archive = pack(from, how);
  return { folder: lands.folder, archive: Readable.from(archive, { objectMode: false }) };
}

function archiveTarget({ container, containerPath: path }: CopyRequest, target: CopySide): string {
  if (target.is === 'folder') return target.path;
  throw new LabError('usage', `${path} in ${container} is no folder to unpack an archive in.`, {
    advice: `Make it first: docker exec ${container} mkdir -p ${path}`,
    clientWords: `destination "${container}:${path}" must be a directory`,
  });
}

function standardInput({ streams }: Context): Readable {
  return Readable.from(streams.stdin ?? [], { objectMode: false });
}
