import type { Outcome } from '../../core/command/execution';
import type { PullRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { authForImage } from '../credentials/registry-auth';
import { readJsonLines } from '../json-lines';
import { checkReference, fullRepository, parseReference, withTag } from '../reference';
import { fromRefusal, Refusal, toLabError } from '../refusal';
import { type Context, print, printError } from './context';
import { ProgressPrinter } from './progress-printer';
import { LayerStates, toProgressMessage } from './pull-progress';

/** `docker pull`. */
export async function executePull(request: PullRequest, context: Context): Promise<Outcome> {
  const { streams } = context;
  checkReference(request.image);
  const { tag, digest } = parseReference(request.image);
  if (request.allTags && (tag ?? digest) !== undefined) {
    throw new LabError('usage', 'With --all-tags the image is named without a tag.', {
      clientWords: "tag can't be used with --all-tags/-a",
    });
  }
  if (!request.allTags && tag === undefined && digest === undefined && !request.quiet) {
    await print(streams, 'Using default tag: latest\n');
  }
  const report = (text: string): Promise<void> => print(streams, request.quiet ? '' : text);
  await pullImage(request, report, context);
  const name = request.allTags ? request.image : withTag(request.image);
  await print(streams, `${fullRepository(name)}\n`);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** Gets an image that a run needs, told on standard error as the docker client does. */
export async function pullForRun(
  image: string,
  platform: string | undefined,
  context: Context,
): Promise<void> {
  const report = (text: string): Promise<void> => printError(context.streams, text);
  await pullImage({ image, platform, allTags: false }, report, context);
}

async function pullImage(
  request: Pick<PullRequest, 'image' | 'platform' | 'allTags'>,
  report: (text: string) => Promise<void>,
  { connection, streams, options }: Context,
): Promise<void> {
  const { repository, tag, digest } = parseReference(request.image);
  const { signal } = options;
  const layers = new LayerStates(request.image);
  const printer = new ProgressPrinter(streams.terminal);
  try {
    const stream = await connection.stream({
      method: 'POST',
      path: '/images/create',
      query: {
        fromImage: repository,
        tag: digest ?? tag ?? (request.allTags ? undefined : 'latest'),
        platform: request.platform,
      },
      registryAuth: await authForImage(repository),
      signal,
    });
    for await (const answer of readJsonLines(stream, connection.endpoint, signal)) {
      const message = toProgressMessage(answer);
      if (message.error !== undefined) throw new Refusal(500, message.error, message.error);
      const progress = layers.add(message);
      if (progress !== undefined) options.onPull?.(progress);
      await report(printer.text(message));
    }
  } catch (error) {
    throw fromPullError(error, request.image);
  }
}

/** A pull that breaks has lost nothing: what is there of the image stays on the engine. */
function fromPullError(error: unknown, image: string): unknown {
  if (error instanceof LabError && error.code === 'engine-gone') {
    return new LabError('pull-failed', `The pull of ${image} broke off: ${error.message}`, {
      advice: 'Nothing is lost. Try again: layers that are there already are not fetched again.',
      cause: error,
    });
  }
  if (!(error instanceof Refusal)) return toLabError(error);
  const known = fromRefusal(error);
  if (known.code === 'image-missing') return known;
  return new LabError(
    'pull-failed',
    `The image ${withTag(image)} could not be pulled: ${error.message}`,
    { advice: pullAdvice(error.message), cause: error },
  );
}

const advices: readonly (readonly [RegExp, string])[] = [
  [
    /toomanyrequests|rate limit/i,
    'The registry lets everyone pull only so often. Wait an hour or so, then try again.',
  ],
  [
    /no matching manifest|does not match the specified platform/i,
    'The image is not made for this processor. Another tag may be, or try --platform linux/amd64.',
  ],
  [
    /no space left on device/i,
    'The disk of the engine is full. docker system df shows what takes the room.',
  ],
  [
    /dial tcp|lookup|timeout|connection (?:refused|reset)|EOF|no such host|unreachable|TLS/i,
    'Is this machine online? Nothing is lost. Try again: layers that are there already are not fetched again.',
  ],
  [
    /content-type|invalid character|parsing HTTP|not a valid|unexpected status/i,
    'Is it a registry that answers there? Check the part of the name before the first slash.',
  ],
];

function pullAdvice(reason: string): string {
  const known = advices.find(([words]) => words.test(reason));
  return known?.[1] ?? 'Try again in a while: layers that are there already are not fetched again.';
}
