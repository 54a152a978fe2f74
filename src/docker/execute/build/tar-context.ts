import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pack } from 'tar-fs';
import { noRules, parseIgnoreRules } from './ignore-rules';
import type { FolderSource, TextSource } from './open-source';
import { walkContext } from './walk-context';

/** What is sent to a classic builder to build from. */
export interface BuildContext {
  /** The files as a tar stream, read as it is sent. */
  readonly tar: Readable;
  /** The Dockerfile's path in it. */
  readonly dockerfile: string;
}

/**
 * Reads what an image is built from, without what `.dockerignore` leaves out. A Dockerfile from
 * elsewhere goes along under a name of its own, which the ignore rules then keep out of the image.
 */
export async function openContext(source: FolderSource | TextSource): Promise<BuildContext> {
  if (source.kind === 'text') {
    const tar = packFolder('.', new Set(), { Dockerfile: source.text });
    return { tar, dockerfile: 'Dockerfile' };
  }
  const { folder, dockerfile } = source;
  const inside = 'path' in dockerfile ? toPosix(relative(folder, dockerfile.path)) : '..';
  const isInside = !inside.startsWith('../') && inside !== '..' && !isAbsolute(inside);
  const ignore = await readIgnoreFile(folder, 'path' in dockerfile ? dockerfile.path : undefined);
  // The engine reads these two itself, whatever the rules say.
  const needed = isInside ? ['.dockerignore', inside] : ['.dockerignore'];
  const rules = ignore === undefined ? noRules : parseIgnoreRules(ignore, needed);
  const included = new Set<string>();
  for await (const path of walkContext(folder, rules)) included.add(path);
  if (isInside) return { tar: packFolder(folder, included, {}), dockerfile: inside };
  const name = `.dockerfile.${randomBytes(10).toString('hex')}`;
  included.delete('.dockerignore');
  const texts = {
    [name]: 'path' in dockerfile ? await readFile(dockerfile.path) : dockerfile.text,
    '.dockerignore': Buffer.from(`${ignore ?? '.dockerignore'}\n${name}\n`),
  };
  return { tar: packFolder(folder, included, texts), dockerfile: name };
}

/** A Dockerfile may have an ignore file of its own, beside it. */
async function readIgnoreFile(
  folder: string,
  dockerfile: string | undefined,
): Promise<string | undefined> {
  const own = dockerfile && (await readOptional(`${dockerfile}.dockerignore`));
  return own ?? (await readOptional(join(folder, '.dockerignore')));
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

type Texts = Readonly<Record<string, Buffer>>;

/** Modes go as they are, and what is neither file, folder nor link stays behind. */
const asTheyAre = { umask: 0, strict: false };

/** The paths of a folder that are included, if any, and files besides. */
function packFolder(folder: string, included: ReadonlySet<string>, texts: Texts): Readable {
  const tar = pack(folder, {
    entries: [...included],
    // All that is sent is named above.
    ignore: () => true,
    map: (header) => ({ ...header, uid: 0, gid: 0, mode: modeOf(header.mode) }),
    ...asTheyAre,
    finalize: false,
    finish: (stream) => {
      for (const [name, content] of Object.entries(texts)) stream.entry({ name }, content);
      stream.finalize();
    },
  });
  return tar as unknown as Readable;
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}

/** Windows has no modes: everything may be executed then, as the docker client does it. */
function modeOf(mode: number | undefined): number {
  return process.platform === 'win32' ? 0o755 : (mode ?? 0o644);
}
