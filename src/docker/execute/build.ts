import { resolve } from 'node:path';
import type { Outcome } from '../../core/command/execution';
import type { BuildRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { type Answer, below, number, text } from '../answer';
import { authsForBuild } from '../credentials/registry-auth';
import { readJsonLines } from '../json-lines';
import { Refusal } from '../refusal';
import { openContext, unreadableFile } from './build-context';
import { type Context, print, printError } from './context';
import { ProgressPrinter } from './progress-printer';
import { toProgressMessage } from './pull-progress';

/** `docker build`, with the engine's own builder. A build that fails ends with its exit code. */
export async function executeBuild(request: BuildRequest, context: Context): Promise<Outcome> {
  const { connection, options, streams } = context;
  const source = await openSource(request, options.workingDirectory);
  const printer = new ProgressPrinter(streams.terminal);
  // It breaks the request off, whose own error knows nothing of files.
  let unreadable: LabError | undefined;
  source.tar?.on('error', (error) => {
    unreadable = unreadableFile(error);
  });
  try {
    const stream = await connection.stream({
      method: 'POST',
      path: '/build',
      query: { ...source.query, ...buildQuery(request, options.labels) },
      registryAuths: await authsForBuild(),
      upload: source.tar,
      signal: options.signal,
    });
    for await (const answer of readJsonLines(stream, connection.endpoint, options.signal)) {
      const failure = failureOf(answer);
      if (failure !== undefined) {
        await printError(streams, `${failure.reason}\n`);
        return { exitCode: failure.exitCode, detached: false, outOfMemory: false };
      }
      await print(streams, lineOf(answer, printer, request.quiet));
    }
  } catch (error) {
    throw options.signal.aborted ? error : (unreadable ?? fromBuildError(error));
  } finally {
    source.tar?.destroy();
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}

async function openSource({ context, file }: BuildRequest, workingDirectory: string) {
  if (context === '-') {
    throw new LabError('unsupported', 'A build from standard input is not possible here.', {
      advice: 'Name a folder instead: docker build . builds from the one you are in.',
    });
  }
  if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(context)) {
    return { query: { remote: context, dockerfile: file }, tar: undefined };
  }
  const path = file === undefined ? undefined : resolve(workingDirectory, file);
  const { tar, dockerfile } = await openContext(resolve(workingDirectory, context), path);
  return { query: { dockerfile }, tar };
}

function buildQuery(request: BuildRequest, labels: Readonly<Record<string, string>>) {
  return {
    t: request.tags,
    buildargs: request.buildArguments,
    labels: { ...request.labels, ...labels },
    target: request.target,
    platform: request.platform,
    nocache: request.noCache ? 1 : undefined,
    pull: request.pull ? 1 : undefined,
    q: request.quiet ? 1 : undefined,
    networkmode: request.network,
    rm: 1,
    forcerm: 1,
    version: 1,
  };
}

/** Steps come as text, pulls of base images as progress, the rest is for programs. */
function lineOf(answer: Answer, printer: ProgressPrinter, quiet: boolean): string {
  const stream = text(answer, 'stream');
  if (stream !== '') return stream;
  const message = toProgressMessage(answer);
  return message.status === '' || quiet ? '' : printer.text(message);
}

function failureOf(
  answer: Answer,
): { readonly reason: string; readonly exitCode: number } | undefined {
  const reason = text(answer, 'error');
  if (reason === '') return undefined;
  return { reason, exitCode: number(below(answer, 'errorDetail'), 'code') || 1 };
}

function fromBuildError(error: unknown): unknown {
  if (!(error instanceof Refusal) || !/dockerfile|instruction|build stage/i.test(error.message)) {
    return error;
  }
  return new LabError('usage', `The Dockerfile cannot be built: ${error.message}`, {
    advice: 'The number of the line stands in the message. Correct it there, then build again.',
    cause: error,
  });
}
