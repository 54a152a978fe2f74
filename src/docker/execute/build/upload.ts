import { type Readable, Transform } from 'node:stream';
import type { LabError } from '../../../core/lab-error';
import type { BuildSource } from './open-source';
import { openContext } from './tar-context';
import { unreadableFile } from './unreadable-file';

/** What is sent with a build, and how it is told where to look. */
export interface Upload {
  readonly query: { readonly remote?: string; readonly dockerfile?: string | undefined };
  readonly tar: Readable | undefined;
  /** Bytes sent so far. */
  size(): number;
  /** Why it could not be read to its end, if so. */
  failure(): LabError | undefined;
}

export async function openUpload(source: BuildSource): Promise<Upload> {
  if (source.kind === 'remote') {
    const query = { remote: source.url, dockerfile: source.dockerfile };
    return { query, tar: undefined, size: () => 0, failure: () => undefined };
  }
  const { tar, dockerfile } =
    source.kind === 'archive'
      ? { tar: source.archive, dockerfile: source.dockerfile }
      : await openContext(source);
  let size = 0;
  let failure: LabError | undefined;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(null, chunk);
    },
  });
  tar.on('error', (error) => {
    failure = unreadableFile(error);
    counted.destroy(error);
  });
  counted.on('close', () => tar.destroy());
  tar.pipe(counted);
  return { query: { dockerfile }, tar: counted, size: () => size, failure: () => failure };
}
