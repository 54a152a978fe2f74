import type { BuildRequest } from '../../../core/command/request';
import { formatSize } from '../../../core/format/size';
import { type Answer, text } from '../../answer';
import { authsForBuild } from '../../credentials/registry-auth';
import { readJsonLines } from '../../json-lines';
import { Refusal } from '../../refusal';
import { type Context, print } from '../context';
import { ProgressPrinter } from '../progress-printer';
import { toProgressMessage } from '../pull-progress';
import type { BuildEnd } from './build-end';
import { buildQuery } from './build-query';
import { failureOf, imageIdOf } from './builder-answers';
import type { BuildSource } from './open-source';
import { openUpload } from './upload';

/** Builds with the engine's classic builder: everything is sent first, then it says what it does. */
export async function buildClassic(
  request: BuildRequest,
  source: BuildSource,
  context: Context,
): Promise<BuildEnd> {
  const { connection, options, streams } = context;
  const upload = await openUpload(source);
  const printer = new ProgressPrinter(streams.terminal);
  const isTold = source.kind !== 'remote' && !request.quiet;
  const tellSent = () => print(streams, isTold ? sentLine(upload.size()) : '');
  let imageId: string | undefined;
  try {
    const stream = await connection
      .stream({
        method: 'POST',
        path: '/build',
        query: { ...upload.query, ...buildQuery(request, options.labels), version: 1 },
        registryAuths: await authsForBuild(),
        upload: upload.tar,
        signal: options.signal,
      })
      .catch(async (error: unknown) => {
        if (error instanceof Refusal) await tellSent();
        throw error;
      });
    await tellSent();
    for await (const answer of readJsonLines(stream, connection.endpoint, options.signal)) {
      const failure = failureOf(answer);
      if (failure !== undefined) return { failure };
      imageId = imageIdOf(answer) ?? imageId;
      await print(streams, lineOf(answer, printer, request.quiet));
    }
  } catch (error) {
    throw options.signal.aborted ? error : (upload.failure() ?? error);
  } finally {
    upload.tar?.destroy();
  }
  return { imageId };
}

function sentLine(bytes: number): string {
  return `Sending build context to Docker daemon  ${formatSize(bytes, 4)}\r\r\n`;
}

/** Steps come as text, pulls of base images as progress, the rest is for programs. */
function lineOf(answer: Answer, printer: ProgressPrinter, quiet: boolean): string {
  const stream = text(answer, 'stream');
  if (stream !== '') return stream;
  const message = toProgressMessage(answer);
  return message.status === '' || quiet ? '' : printer.text(message);
}
