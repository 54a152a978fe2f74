import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The docker client, or our command line as it is built; each is given the words after `docker`. */
export type Program = 'theirs' | 'ours';

export function start(program: Program, words: readonly string[]): ChildProcess {
  const [command = '', ...given] =
    program === 'theirs'
      ? ['docker', ...words]
      : [process.execPath, 'dist/cli.js', 'run', '--lesson', 'test/attached', line(words)];
  return spawn(command, given, { stdio: 'pipe' });
}

function line(words: readonly string[]): string {
  return ['docker', ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}

/** How a program ended, and all it said. */
export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Sends a signal each time the output holds the next of some words, and waits for the end. */
export async function signalled(
  child: ChildProcess,
  steps: readonly (readonly [string, NodeJS.Signals])[],
): Promise<Ended> {
  const said = { output: '', errors: '' };
  const left = [...steps];
  child.stdin?.end();
  child.stderr?.on('data', (chunk) => {
    said.errors += chunk;
  });
  child.stdout?.on('data', (chunk) => {
    said.output += chunk;
    for (let next = left[0]; next && said.output.includes(next[0]); next = left[0]) {
      child.kill(next[1]);
      left.shift();
    }
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, ...said };
}

/** What came of sending bytes through a program. */
export interface Passed {
  readonly exitCode: number | null;
  readonly sent: string;
  readonly received: string;
  /** The most memory that its process had, in bytes; 0 where the system does not tell. */
  readonly memory: number;
}

/** Sends pieces through a program's input and output; both are told by their checksum. */
export async function passThrough(
  child: ChildProcess,
  pieces: Iterable<Uint8Array>,
): Promise<Passed> {
  const [sent, received] = [createHash('sha256'), createHash('sha256')];
  let memory = 0;
  const look = setInterval(async () => {
    memory = Math.max(memory, await mostMemory(child.pid));
  }, 100);
  child.stdout?.on('data', (chunk) => received.update(chunk));
  child.stderr?.resume();
  const ended = once(child, 'close');
  const read = function* (): Generator<Uint8Array> {
    for (const piece of pieces) {
      sent.update(piece);
      yield piece;
    }
  };
  if (child.stdin !== null) await pipeline(Readable.from(read()), child.stdin);
  const [exitCode] = await ended;
  clearInterval(look);
  return { exitCode, sent: sent.digest('hex'), received: received.digest('hex'), memory };
}

async function mostMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
