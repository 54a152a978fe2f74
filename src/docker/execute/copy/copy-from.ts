import type { CopyRequest } from '../../../core/command/request';
import { wouldFillTerminal } from '../archive-terminal';
import { type Context, containerPath } from '../context';
import { type Copied, cannotCopy, countBytes } from './copied';
import { landing, splitEntry } from './copy-paths';
import { absolutePath, readLocalTarget } from './local-path';
import { readPathStat, sideOf, statPath, targetOf } from './path-stat';
import { readable } from './readable';
import { unpack } from './unpack';

/** Copies out of a container, to a path of this machine or as an archive to standard output. */
export async function copyFrom(request: CopyRequest, context: Context): Promise<Copied> {
  const { container, localPath } = request;
  const { connection, streams, options } = context;
  if (localPath === '-' && streams.terminal !== undefined) throw wouldFillTerminal();
  const path = absolutePath(localPath, options.workingDirectory);
  const target = localPath === '-' ? undefined : await readLocalTarget(path);
  const from = await sourcePath(request, context);
  const call = {
    method: 'GET',
    path: containerPath(container, '/archive'),
    query: { path: from },
  } as const;
  const answer = await connection.stream(call);
  if (target === undefined) {
    for await (const chunk of readable(answer, context)) await streams.stdout(chunk);
    return { bytes: 0, target: '-' };
  }
  const source = sideOf(from, readPathStat(answer));
  const lands = landing(source, target, splitEntry(from).base);
  if (typeof lands === 'string') {
    answer.destroy();
    throw cannotCopy(lands);
  }
  const renamed = renameOf(request.containerPath, from);
  const archive = readable(answer, context);
  const bytes = countBytes(archive);
  await unpack(archive, {
    folder: lands.folder,
    rename: (entry) => (target.is === 'folder' ? renamed(entry) : lands.rename(entry)),
  });
  return { bytes: bytes(), target: path };
}

/** The path in the container; with `-L` where the link leads that it may be. */
async function sourcePath(
  { container, containerPath: path, followLink }: CopyRequest,
  { connection }: Context,
): Promise<string> {
  if (!followLink) return path;
  const stat = await statPath(container, path, connection).catch(() => undefined);
  return stat?.is === 'link' ? targetOf(path, stat) : path;
}

/** What a link led to keeps the link's name. */
function renameOf(asked: string, from: string): (entry: string) => string {
  const [wanted, real] = [splitEntry(asked).base, splitEntry(from).base];
  if (asked === from || wanted === real) return (entry) => entry;
  return (entry) =>
    entry === real
      ? wanted
      : entry.startsWith(`${real}/`)
        ? wanted + entry.slice(real.length)
        : entry;
}
