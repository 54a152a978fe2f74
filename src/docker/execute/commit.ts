import type { Outcome } from '../../core/command/execution';
import type { CommitRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { asAnswer, required } from '../answer';
import { parseReference } from '../reference';
import { type Context, print } from './context';

/** `docker commit`: an image of what a container is now. */
export async function executeCommit(
  { container, image, author, message, changes, pause }: CommitRequest,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  const name = image === undefined ? undefined : nameOf(image);
  const labels = Object.entries(options.labels).map(
    ([label, value]) => `LABEL ${JSON.stringify(label)}=${JSON.stringify(value)}`,
  );
  const answer = await connection.json({
    method: 'POST',
    path: '/commit',
    query: {
      container,
      repo: name?.repository,
      tag: name?.tag,
      author,
      comment: message,
      changes: [...changes, ...labels],
      pause: pause ? undefined : 0,
    },
  });
  await print(streams, `${required(asAnswer(answer, 'the new image'), 'Id', 'the new image')}\n`);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** The image's name; rejects what the docker client does not even ask the engine for. */
function nameOf(image: string) {
  const name = parseReference(image);
  const { repository, tag, digest } = name;
  if (digest !== undefined && /^\w+:[0-9a-f]{32,}$/.test(digest)) {
    throw wrongName(image, 'refusing to create a tag with a digest reference');
  }
  if (/[A-Z]/.test(repository) && !/^[^/]*[A-Z][^/]*\//.test(repository)) {
    const whole = repository.includes('/') ? repository : `library/${repository}`;
    const reason = `repository name (${whole}) must be lowercase`;
    throw wrongName(image, `invalid reference format: ${reason}`);
  }
  const isTag = tag === undefined || /^\w[\w.-]{0,127}$/.test(tag);
  if (!isTag || digest !== undefined || !/^[\w.:-]+(?:\/[\w.-]+)*$/.test(repository)) {
    throw wrongName(image, 'invalid reference format');
  }
  return name;
}

function wrongName(image: string, clientWords: string): LabError {
  return new LabError('usage', `“${image}” cannot be the name of a new image.`, {
    advice: 'It has small letters, digits and dashes, and may have a tag: team/web:1.0.',
    clientWords,
  });
}
