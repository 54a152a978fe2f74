import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Outcome } from '../../core/command/execution';
import type { BuildRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { Refusal } from '../refusal';
import { buildWithBuildKit } from './build/buildkit';
import { chooseBuilder } from './build/choose-builder';
import { buildClassic } from './build/classic';
import { openSource } from './build/open-source';
import { type Context, print, printError } from './context';

/** `docker build`. A build that fails has said why, and ends with its exit code. */
export async function executeBuild(request: BuildRequest, context: Context): Promise<Outcome> {
  const { connection, options, streams } = context;
  const { workingDirectory } = options;
  const idFile = request.idFile && resolve(workingDirectory, request.idFile);
  // An old id must not outlive a build that fails.
  if (idFile) await rm(idFile, { force: true });
  const source = await openSource(request, workingDirectory, streams.stdin);
  const builder = await chooseBuilder(request, connection);
  if (builder === 'classic' && request.secrets.length > 0) throw needsBuildKit();
  const build = builder === 'classic' ? buildClassic : buildWithBuildKit;
  const end = await build(request, source, context).catch((error: unknown) => {
    throw fromBuildError(error);
  });
  if (end.failure !== undefined) {
    const { reason, exitCode } = end.failure;
    await printError(streams, `${reason}\n`);
    return { exitCode, detached: false, outOfMemory: false };
  }
  if (end.imageId !== undefined) {
    if (idFile) await writeFile(idFile, end.imageId);
    // The classic builder prints it by itself.
    if (request.quiet && builder === 'buildkit') await print(streams, `${end.imageId}\n`);
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function needsBuildKit(): LabError {
  return new LabError('unsupported', 'Only BuildKit knows secrets of a build.', {
    advice: 'Unset DOCKER_BUILDKIT, or use an engine that has BuildKit: Docker 20.10 or later.',
  });
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
