import type { Readable } from 'node:stream';
import { LabError } from '../../../core/lab-error';

/** What a copy has done. */
export interface Copied {
  /** Of the archive that it travelled in. */
  readonly bytes: number;
  readonly target: string;
}

/** Counts what passes through a stream. */
export function countBytes(stream: Readable): () => number {
  let bytes = 0;
  stream.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
  });
  stream.pause();
  return () => bytes;
}

/** A copy that the docker client refuses, in its words and in ours. */
export function cannotCopy(clientWords: string): LabError {
  const message =
    clientWords === 'no such directory'
      ? 'There is no such folder to copy into.'
      : 'A folder cannot be copied over a file.';
  return new LabError('usage', message, {
    advice: 'A path that ends with a slash is a folder, which must exist for a file to go into it.',
    clientWords,
  });
}
