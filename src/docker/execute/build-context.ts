import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import dockerignore from '@balena/dockerignore';
import { pack } from 'tar-fs';
import { LabError } from '../../core/lab-error';

/** What is sent to the engine to build from. */
export interface BuildContext {
  /** The folder as a tar stream, read as it is sent. */
  readonly tar: Readable;
  /** The Dockerfile's path in it. */
  readonly dockerfile: string;
}

/**
 * Reads the folder that an image is built from, without what `.dockerignore` leaves out. `folder` is
 * absolute; `file` is the Dockerfile's path, which may lie elsewhere.
 */
export async function openContext(folder: string, file: string | undefined): Promise<BuildContext> {
  await requireFolder(folder);
  const path = file ?? join(folder, 'Dockerfile');
  const content = await readDockerfile(path);
  const inside = relative(folder, path);
  const isInside = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  const dockerfile = isInside ? toPosix(inside) : `.container-labs.${basename(path)}`;
  const rules = await readIgnoreRules(folder, path, isInside ? dockerfile : undefined);
  const included = await listIncluded(folder, rules);
  const tar = pack(folder, {
    ignore: (name) => !included.has(toPosix(relative(folder, name))),
    map: (header) => ({ ...header, uid: 0, gid: 0, mode: modeOf(header.mode) }),
    finalize: isInside,
    finish: (stream) => {
      if (isInside) return;
      stream.entry({ name: dockerfile }, content);
      stream.finalize();
    },
  });
  return { tar: tar as unknown as Readable, dockerfile };
}

/** A file of the folder that cannot be sent to the engine. */
export function unreadableFile(cause: NodeJS.ErrnoException): LabError {
  const { path = 'of the folder', code } = cause;
  const why = code === 'ENOENT' ? 'it is gone' : 'it may not be read';
  return new LabError('file', `The file ${path} cannot be sent to the engine: ${why}.`, {
    advice: 'If the image does not need it, leave it out with a line in .dockerignore.',
    cause,
  });
}

async function requireFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  throw new LabError('file', `There is no folder ${folder} to build from.`, {
    advice: 'The last argument of docker build is the folder: . for the one you are in.',
  });
}

async function readDockerfile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new LabError('file', `There is no Dockerfile at ${path}.`, {
      advice: 'Name it with -f, or build in the folder that has it.',
      cause,
    });
  }
}

interface Rules {
  readonly ignores: (path: string) => boolean;
  /** Something is taken in again with `!`, so that an ignored folder must still be looked into. */
  readonly hasExceptions: boolean;
}

/** A Dockerfile may have an ignore file of its own, beside it. */
async function readIgnoreRules(
  folder: string,
  path: string,
  dockerfile: string | undefined,
): Promise<Rules> {
  const content =
    (await readOptional(`${path}.dockerignore`)) ??
    (await readOptional(join(folder, '.dockerignore')));
  if (content === undefined) return { ignores: () => false, hasExceptions: false };
  const needed = ['.dockerignore', ...(dockerfile === undefined ? [] : [dockerfile])];
  const rules = dockerignore({ ignorecase: false }).add(content.replace(/^\uFEFF/, ''));
  return {
    // The engine reads these two itself, whatever the rules say.
    ignores: (name) => !needed.includes(name) && rules.ignores(name),
    hasExceptions: /^\s*!/m.test(content),
  };
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Paths to send, with forward slashes; folders of what is taken in again included. */
async function listIncluded(
  folder: string,
  { ignores, hasExceptions }: Rules,
): Promise<ReadonlySet<string>> {
  const included = new Set(['']);
  async function visit(below: string): Promise<void> {
    const entries = await readdir(resolve(folder, below), { withFileTypes: true }).catch((error) =>
      Promise.reject(unreadableFile(error)),
    );
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const isIgnored = ignores(path);
      if (!isIgnored) addWithParents(path);
      if (entry.isDirectory() && (!isIgnored || hasExceptions)) await visit(path);
    }
  }
  function addWithParents(path: string): void {
    included.add(path);
    const end = path.lastIndexOf('/');
    if (end > 0 && !included.has(path.slice(0, end))) addWithParents(path.slice(0, end));
  }
  await visit('');
  return included;
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}

/** Windows has no modes: everything may be executed then, as the docker client does it. */
function modeOf(mode: number | undefined): number {
  return process.platform === 'win32' ? 0o755 : (mode ?? 0o644);
}
