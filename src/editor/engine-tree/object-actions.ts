import type { CommandExecutor } from '../../core/command/execution';
import type { DockerRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import type { CommandStreams } from '../../core/ports';
import type { LabObject } from '../engine-service';
import { labObjectKinds } from './lab-objects';

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

/** "2 containers and 1 image": how many of each kind. */
export function countWords(objects: readonly LabObject[]): string {
  const counts = labObjectKinds
    .map((kind) => ({ kind, count: objects.filter((object) => object.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`);
  const last = counts.pop() ?? 'nothing';
  return counts.length === 0 ? last : `${counts.join(', ')} and ${last}`;
}
