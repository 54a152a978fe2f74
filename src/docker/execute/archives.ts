import { Readable } from 'node:stream';
import type { Outcome } from '../../core/command/execution';
import type { ImportRequest, LoadRequest, SaveRequest } from '../../core/command/image-requests';
import { LabError } from '../../core/lab-error';
import { fromSocketError } from '../errors';
import { checkReference, parseReference } from '../reference';
import { type Context, print } from './context';
import { checkOutput, openFile, writeFileWhole } from './local-file';
import { showProgress } from './progress-stream';

const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };

/** `docker save`: an archive of images, untouched, as fast as it is taken. */
export async function executeSave(
  { images, output }: SaveRequest,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  const { signal, workingDirectory } = options;
  if (output === undefined && streams.terminal !== undefined) {
    throw new LabError('usage', 'An archive is no text: it would only upset the terminal.', {
      advice: 'Name a file: docker save -o FILE.tar IMAGE',
      clientWords: 'cowardly refusing to save to a terminal. Use the -o flag or redirect',
    });
  }
  const path = output && (await checkOutput(output, workingDirectory, 'save image'));
  const query = { names: images };
  const stream = await connection.stream({ method: 'GET', path: '/images/get', query, signal });
  try {
    if (path) await writeFileWhole(path, stream);
    else for await (const chunk of stream) await streams.stdout(chunk as Buffer);
  } catch (error) {
    throw fromSocketError(error, connection.endpoint, signal);
  } finally {
    stream.destroy();
  }
  return done;
}

/** `docker load`. */
export async function executeLoad(
  { input, quiet }: LoadRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams, options } = context;
  const archive = await openArchive(input, context);
  try {
    const stream = await connection.stream({
      method: 'POST',
      path: '/images/load',
      query: { quiet: quiet || streams.terminal === undefined ? 1 : 0 },
      upload: archive,
      signal: options.signal,
    });
    await showProgress(stream, (text) => print(streams, text), context);
  } finally {
    archive.destroy();
  }
  return done;
}

/** `docker import`. The image gets our label, as an instruction of a Dockerfile. */
export async function executeImport(request: ImportRequest, context: Context): Promise<Outcome> {
  const { connection, streams, options } = context;
  const { source, reference, changes } = request;
  const { repository, tag } = parseReference(reference ?? '');
  const isAddress = /^https?:\/\//.test(source);
  const file = source === '-' ? undefined : source;
  const archive = isAddress ? undefined : await openArchive(file, context);
  const labels = Object.entries(options.labels).map(
    ([name, value]) => `LABEL ${JSON.stringify(name)}=${JSON.stringify(value)}`,
  );
  try {
    if (reference !== undefined) checkReference(reference);
    const stream = await connection.stream({
      method: 'POST',
      path: '/images/create',
      query: {
        fromSrc: isAddress ? source : '-',
        repo: repository || undefined,
        tag,
        message: request.message,
        changes: [...changes, ...labels],
        platform: request.platform?.toLowerCase(),
      },
      upload: archive,
      signal: options.signal,
    });
    await showProgress(stream, (text) => print(streams, text), context);
  } finally {
    archive?.destroy();
  }
  return done;
}

/** The archive in a file or, without a name, what is piped in. */
async function openArchive(
  file: string | undefined,
  { streams, options }: Context,
): Promise<Readable> {
  if (file !== undefined) return openFile(file, options.workingDirectory);
  if (streams.terminal !== undefined) {
    throw new LabError('usage', 'Nothing is piped in that could be read as an archive.', {
      advice: 'Name a file instead: docker load -i FILE.tar',
      clientWords: 'requested load from stdin, but stdin is empty',
    });
  }
  return Readable.from(streams.stdin ?? [], { objectMode: false });
}
