import type { Outcome } from '../../core/command/execution';
import type { RemoveImagesRequest, TagRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { asAnswers, text } from '../answer';
import { checkReference, encodeReference, parseReference } from '../reference';
import { Refusal } from '../refusal';
import { type Context, print, printError } from './context';
import { forEachName } from './each';

/** `docker rmi`. */
export async function executeRemoveImages(
  { images, force, noPrune }: RemoveImagesRequest,
  context: Context,
): Promise<Outcome> {
  return forEachName(images, context, async (image) => {
    const removed = await context.connection
      .json({
        method: 'DELETE',
        path: `/images/${encodeReference(image)}`,
        query: { force: force ? 1 : undefined, noprune: noPrune ? 1 : undefined },
      })
      .catch((error) => {
        const isGone = force && error instanceof Refusal && error.status === 404;
        if (!isGone) throw fromRemoval(error, image);
        // Whoever forces wants it gone, and gone it is.
        return printError(context.streams, `${error.clientWords}\n`);
      });
    for (const item of asAnswers(removed, 'removed images')) {
      const untagged = text(item, 'Untagged');
      const line = untagged === '' ? `Deleted: ${text(item, 'Deleted')}` : `Untagged: ${untagged}`;
      await print(context.streams, `${line}\n`);
    }
  });
}

function fromRemoval(error: unknown, image: string): unknown {
  if (!(error instanceof Refusal) || error.status !== 409) return error;
  const container = /container (?:.*\s)?([0-9a-f]{12})/.exec(error.message)?.[1];
  const who = container === undefined ? 'a container' : `the container ${container}`;
  return new LabError(
    'not-allowed',
    `The image ${image} is not removed: ${who} was made from it.`,
    {
      advice:
        container === undefined
          ? error.message
          : `Remove the container first: docker rm ${container} (docker ps --all shows stopped ones too).`,
      cause: error,
    },
  );
}

/** `docker tag`. */
export async function executeTag(
  { source, target }: TagRequest,
  { connection }: Context,
): Promise<Outcome> {
  checkTarget(target);
  const { repository, tag } = parseReference(target);
  await connection.text({
    method: 'POST',
    path: `/images/${encodeReference(source)}/tag`,
    query: { repo: repository, tag: tag ?? 'latest' },
  });
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** The client says it in other words here than elsewhere. */
function checkTarget(target: string): void {
  try {
    checkReference(target);
  } catch (cause) {
    if (!(cause instanceof LabError)) throw cause;
    const { code, message, advice = '', clientWords } = cause;
    throw new LabError(code, message, {
      advice,
      cause,
      clientWords: `Error parsing reference: ${JSON.stringify(target)} is not a valid repository/tag: ${clientWords}`,
    });
  }
}
