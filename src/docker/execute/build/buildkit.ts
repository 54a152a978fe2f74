import type { BuildRequest } from '../../../core/command/request';
import { type Answer, text } from '../../answer';
import { readJsonLines } from '../../json-lines';
import { type Context, printError } from '../context';
import type { BuildEnd } from './build-end';
import { buildQuery } from './build-query';
import { failureOf, imageIdOf } from './builder-answers';
import { cancelWith } from './cancel-build';
import { openBuildSession } from './open-build-session';
import type { BuildSource } from './open-source';
import { ProgressTeller } from './progress-teller';
import { readSolveStatus } from './read-solve-status';
import { openUpload } from './upload';

/**
 * Builds with BuildKit: the engine fetches the files that it needs over a session while it builds.
 * Only an archive from standard input is sent with the build itself.
 */
export async function buildWithBuildKit(
  request: BuildRequest,
  source: BuildSource,
  context: Context,
): Promise<BuildEnd> {
  const { connection, options } = context;
  const session = await openBuildSession(request, source, context);
  const upload =
    source.kind === 'archive' || source.kind === 'remote' ? await openUpload(source) : undefined;
  const quiet = request.quiet || request.progress === 'quiet';
  const kept: string[] = [];
  const teller = new ProgressTeller(async (words) => {
    if (quiet) kept.push(words);
    else await printError(context.streams, words);
  });
  const cancelling = cancelWith(session.id, connection, options.signal);
  try {
    const stream = await connection.stream({
      method: 'POST',
      path: '/build',
      query: {
        ...(upload?.query ?? { remote: 'client-session', dockerfile: session.dockerfile }),
        ...buildQuery({ ...request, quiet: false }, options.labels),
        session: session.id,
        buildid: session.id,
        version: 2,
      },
      upload: upload?.tar,
      signal: options.signal,
    });
    const end = await follow(readJsonLines(stream, connection.endpoint, options.signal), teller);
    await teller.end();
    if (end.failure !== undefined) await printError(context.streams, kept.join(''));
    return end;
  } catch (error) {
    throw options.signal.aborted ? error : (upload?.failure() ?? error);
  } finally {
    cancelling.dispose();
    teller.dispose();
    upload?.tar?.destroy();
    session.close();
  }
}

async function follow(answers: AsyncIterable<Answer>, teller: ProgressTeller): Promise<BuildEnd> {
  let imageId: string | undefined;
  for await (const answer of answers) {
    const failure = failureOf(answer);
    if (failure !== undefined) return { failure };
    if (text(answer, 'id') !== 'moby.buildkit.trace') imageId = imageIdOf(answer) ?? imageId;
    else await teller.add(readSolveStatus(Buffer.from(text(answer, 'aux'), 'base64')));
  }
  return { imageId };
}
