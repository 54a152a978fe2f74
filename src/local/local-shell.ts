import { spawn } from 'node:child_process';
import type { ShellRunner } from '../core/command/run-plan';
import { LabError } from '../core/lab-error';

/**
 * The machine's own shell, for what is more than docker commands: pipes, loops, other programs. On
 * Windows it is the `sh` of WSL or Git, if one is on the path.
 */
export const localShell: ShellRunner = {
  run(text, streams, { workingDirectory, signal }) {
    return new Promise((resolve, reject) => {
      const shell = spawn('sh', ['-c', text], { cwd: workingDirectory, signal });
      shell.on('error', (cause) => reject(signal.aborted ? cancelled() : noShell(cause)));
      const outputs = [
        forward(shell.stdout, streams.stdout),
        forward(shell.stderr, streams.stderr),
      ];
      shell.stdin.on('error', () => {
        // The program ended without reading all of its input: that is its own business.
      });
      shell.stdin.end();
      shell.on('close', (exitCode, ending) => {
        if (signal.aborted) return;
        const code = exitCode ?? (ending === null ? 1 : 128);
        Promise.all(outputs).then(() => resolve(code), reject);
      });
    });
  },
};

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
