import { LabError } from '../../core/lab-error';

/** A piece of a container's output, with where it was written to. */
export interface OutputPiece {
  readonly stream: 'stdout' | 'stderr';
  readonly chunk: Uint8Array;
}

const headerLength = 8;

/**
 * Takes the engine's frames apart: eight bytes of header (stream, length), then the payload. Pieces
 * are handed on as they arrive and never put together, so that a frame of any size takes no memory.
 * Throws when the source ends before a frame does: then the connection broke.
 */
export async function* demultiplex(source: AsyncIterable<Uint8Array>): AsyncGenerator<OutputPiece> {
  let header = Buffer.alloc(0);
  let left = 0;
  let stream: OutputPiece['stream'] = 'stdout';
  for await (const data of source) {
    let chunk = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    while (chunk.length > 0) {
      if (left === 0) {
        const missing = headerLength - header.length;
        header = Buffer.concat([header, chunk.subarray(0, missing)]);
        chunk = chunk.subarray(missing);
        if (header.length < headerLength) break;
        stream = streamOf(header[0]);
        left = header.readUInt32BE(4);
        header = Buffer.alloc(0);
        continue;
      }
      const piece = chunk.subarray(0, left);
      chunk = chunk.subarray(piece.length);
      left -= piece.length;
      yield { stream, chunk: piece };
    }
  }
  if (left > 0 || header.length > 0) throw new Error('The output broke off within a frame.');
}

function streamOf(number: number | undefined): OutputPiece['stream'] {
  if (number === 0 || number === 1) return 'stdout';
  // 3 is the engine's own word in the middle of a container's output.
  if (number === 2 || number === 3) return 'stderr';
  throw new LabError('engine-answer', 'The output that the engine sends cannot be read.', {
    advice: 'docker logs NAME shows what the container has written.',
  });
}
