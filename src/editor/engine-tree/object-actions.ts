import type { CommandExecutor } from '../../core/command/execution';
import type { DockerRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import type { CommandStreams } from '../../core/ports';

/** Carries a request out and returns what it prints. Rejects when it ends badly. */
export async function ask(executor: CommandExecutor, request: DockerRequest): Promise<string> {
  const output = collect();
  const complaint = collect();
  const streams: CommandStreams = {
    stdin: undefined,
    terminal: undefined,
    stdout: output.add,
    stderr: complaint.add,
  };
  const { exitCode } = await executor.execute(request, streams, {
    workingDirectory: '.',
    labels: {},
    signal: new AbortController().signal,
  });
  if (exitCode === 0) return output.text();
  throw new LabError(
    'engine-answer',
    complaint.text().trim() || 'The engine refused, without a reason.',
  );
}

function collect() {
  const decoder = new TextDecoder();
  let text = '';
  return {
    add(chunk: Uint8Array) {
      text += decoder.decode(chunk, { stream: true });
    },
    text: () => text,
  };
}
