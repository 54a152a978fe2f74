import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { ShellRunner } from '../core/command/run-plan';
import { LabError } from '../core/lab-error';

/**
 * The machine's own shell, for what is more than docker commands: pipes, loops, other programs. On
 * Windows it is the `sh` of WSL or Git, if one is on the path.
 */
export const localShell: ShellRunner = {
  run(text, streams, { workingDirectory, signal, environment }) {
    return new Promise((resolve, reject) => {
      if (signal.aborted) throw cancelled();
      const shell = spawn('sh', ['-c', text], {
        cwd: workingDirectory,
        env: { ...process.env, ...environment },
        detached: hasGroups,
      });
      const interrupt = () => {
        interruptAll(shell);
        reject(cancelled());
      };
      signal.addEventListener('abort', interrupt);
      shell.on('error', (cause) => reject(noShell(cause)));
      const written = Promise.all([
        forward(shell.stdout, streams.stdout),
        forward(shell.stderr, streams.stderr),
      ]);
      written.catch(reject);
      shell.stdin.on('error', () => {
        // The program ended without reading all of its input: that is its own business.
      });
      shell.stdin.end();
      shell.on('close', (exitCode, ending) => {
        signal.removeEventListener('abort', interrupt);
        const code = exitCode ?? (ending === null ? 1 : 128 + constants.signals[ending]);
        written.then(() => resolve(code), reject);
      });
    });
  },
};

/** The shell leads a group of its own, so that what it started ends with it. */
const hasGroups = process.platform !== 'win32';

function interruptAll(shell: ChildProcessWithoutNullStreams): void {
  if (shell.pid === undefined) return;
  try {
    if (hasGroups) process.kill(-shell.pid, 'SIGTERM');
    else shell.kill('SIGTERM');
  } catch {
    // All of them have ended already.
  }
}

async function forward(
  source: NodeJS.ReadableStream,
  write: (chunk: Uint8Array) => Promise<void> | void,
): Promise<void> {
  for await (const chunk of source) await write(Buffer.from(chunk));
}

function cancelled(): LabError {
  return new LabError('cancelled', 'Interrupted.');
}

function noShell(cause: Error): LabError {
  return new LabError('missing-tool', 'There is no shell here to run this command.', {
    advice: 'On Windows, install WSL or Git for Windows, which bring a shell called sh.',
    cause,
  });
}
