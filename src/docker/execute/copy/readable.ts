import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { fromSocketError } from '../../errors';
import type { Context } from '../context';

/** An answer of the engine as a stream; when it breaks off, the error is in plain words. */
export function readable(answer: IncomingMessage, context: Context): Readable {
  return Readable.from(readWhole(answer, context), { objectMode: false });
}

/** The pieces of an answer. */
export async function* readWhole(
  answer: IncomingMessage,
  { connection, options }: Context,
): AsyncGenerator<Uint8Array> {
  try {
    yield* answer;
  } catch (error) {
    throw fromSocketError(error, connection.endpoint, options.signal);
  }
}
