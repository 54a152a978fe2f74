import type { Outcome } from '../../core/command/execution';
import type { PushRequest } from '../../core/command/image-requests';
import { LabError } from '../../core/lab-error';
import { authForImage } from '../credentials/registry-auth';
import { checkReference, fullRepository, parseReference } from '../reference';
import { Refusal } from '../refusal';
import { type Context, print } from './context';
import { showProgress } from './progress-stream';

/** `docker push`. */
export async function executePush(request: PushRequest, context: Context): Promise<Outcome> {
  const { connection, streams, options } = context;
  checkReference(request.image);
  const { repository, tag, digest } = parseReference(request.image);
  if (request.allTags && (tag ?? digest) !== undefined) {
    throw new LabError('usage', 'With --all-tags the image is named without a tag.', {
      clientWords: "tag can't be used with --all-tags/-a",
    });
  }
  if (!request.allTags && (tag ?? digest) === undefined && !request.quiet) {
    await print(streams, 'Using default tag: latest\n');
  }
  const report = (text: string): Promise<void> => print(streams, request.quiet ? '' : text);
  try {
    const stream = await connection.stream({
      method: 'POST',
      path: `/images/${fullRepository(repository)}/push`,
      query: { tag: request.allTags ? undefined : (tag ?? digest ?? 'latest') },
      registryAuth: await authForImage(repository),
      signal: options.signal,
    });
    await showProgress(stream, report, context);
  } catch (error) {
    throw fromPushError(error, request.image);
  }
  const name = request.allTags ? repository : `${repository}:${tag ?? 'latest'}`;
  if (request.quiet) await print(streams, `${fullRepository(name)}\n`);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function fromPushError(error: unknown, image: string): unknown {
  if (error instanceof LabError && error.code === 'engine-gone') {
    return new LabError('pull-failed', `The push of ${image} broke off: ${error.message}`, {
      advice: 'Try again: layers that have arrived are not sent again.',
      cause: error,
    });
  }
  if (!(error instanceof Refusal)) return error;
  const { message } = error;
  if (/does not exist locally/.test(message)) {
    return new LabError('image-missing', `There is no image ${image} on the engine to push.`, {
      advice: `docker images lists those there are; docker tag IMAGE ${image} gives one that name.`,
      cause: error,
    });
  }
  if (/denied|unauthorized|no basic auth/i.test(message)) {
    return new LabError('not-allowed', `The registry does not let you push ${image}.`, {
      advice: 'Sign in with docker login, and name the image with your own account first.',
      cause: error,
    });
  }
  return new LabError('pull-failed', `The image ${image} could not be pushed: ${message}`, {
    advice: 'Is the registry there? Layers that have arrived are not sent again.',
    cause: error,
  });
}
