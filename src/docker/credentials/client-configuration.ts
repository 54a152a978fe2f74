import { chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { LabError } from '../../core/lab-error';
import { type Answer, asAnswer } from '../answer';

/** The folder of the docker client's own files. */
export function configurationFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home = homedir(),
): string {
  return environment.DOCKER_CONFIG || join(home, '.docker');
}

/** The client's `config.json`; empty when there is none. Rejects with `file` what cannot be read. */
export async function readConfiguration(folder: string): Promise<Answer> {
  const path = join(folder, 'config.json');
  try {
    return asAnswer(JSON.parse(await readFile(path, 'utf8')), path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new LabError('file', `The docker client's ${path} cannot be read.`, {
      advice: 'It must be a file of JSON that you may read. Correct it, or move it away.',
      cause,
    });
  }
}

/**
 * Changes one thing in `config.json` and keeps all else, also what we do not know. The file is
 * replaced as a whole, so that nobody ever reads half of it; it stays closed to other users.
 */
export async function changeConfiguration(
  folder: string,
  change: (configuration: Answer) => Answer,
): Promise<void> {
  const changed = change(await readConfiguration(folder));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A file that is a link, as some keep it, stays one.
  const path = await realpath(join(folder, 'config.json')).catch(() => join(folder, 'config.json'));
  const mode = await stat(path).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  const draft = join(dirname(path), `.config.json.${process.pid}.${Date.now()}`);
  try {
    await writeFile(draft, JSON.stringify(changed, undefined, '\t'), { mode });
    await chmod(draft, mode);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new LabError('file', `The docker client's ${path} cannot be written.`, {
      advice: 'Is it yours, and is there room on the disk?',
      cause,
    });
  }
}
