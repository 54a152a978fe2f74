import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { CommandStreams } from '../../core/ports';

/** How a program of this machine is run. */
export interface ProgramOptions {
  readonly workingDirectory?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** An interrupt for it: it may end by itself after that. */
  readonly signal?: AbortSignal | undefined;
  /** Where its output goes; nowhere when left out. */
  readonly streams?: Pick<CommandStreams, 'stdout' | 'stderr'> | undefined;
}

/** Milliseconds a program has to end after an interrupt: Compose gives each container ten seconds. */
const grace = 30_000;

/** Runs a program with a list of arguments, without a shell. Resolves to its exit code. */
export async function runProgram(
  program: string,
  words: readonly string[],
  { workingDirectory, environment, signal, streams }: ProgramOptions,
): Promise<number> {
  const output = streams === undefined ? 'ignore' : 'pipe';
  const child = spawn(program, [...words], {
    cwd: workingDirectory,
    env: environment,
    stdio: ['ignore', output, output],
    windowsHide: true,
    // A group of its own: a terminal would interrupt it once more besides us, and Compose takes the
    // second interrupt for a wish to drop everything.
    detached: process.platform !== 'win32',
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  closed.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    signalGroup(child, 'SIGINT');
    timer = setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  if (signal?.aborted) interrupt();
  try {
    await Promise.all([
      pass(child.stdout, streams?.stdout.bind(streams)),
      pass(child.stderr, streams?.stderr.bind(streams)),
      closed,
    ]);
    const [code] = await closed;
    return code ?? 130;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    clearTimeout(timer);
  }
}

/** The program and those that it has started, as a terminal does it. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || process.platform === 'win32') {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // It has just ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whether a program can be found, and may be run, by its name alone. */
export async function isOnPath(program: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => endings.map((end) => join(folder, program + end)));
  const found = await Promise.all(
    paths.map((path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function pass(
  source: Readable | null,
  take: CommandStreams['stdout'] | undefined,
): Promise<void> {
  if (source === null || take === undefined) return;
  for await (const chunk of source) await take(chunk as Uint8Array);
}
