import { Readable } from 'node:stream';

type Input = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** As much as a tar archive needs to be known by. */
const headerSize = 512;

/** Whether standard input is an archive, by its first bytes; and all of it, these included. */
export async function readStart(
  input: Input | undefined,
): Promise<{ readonly isArchive: boolean; readonly stream: Readable }> {
  const rest = chunksOf(input ?? []);
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < headerSize) {
    const { value, done } = await rest.next();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const start = Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Uint8Array> {
    yield start;
    yield* rest;
  }
  return { isArchive: isArchive(start), stream: Readable.from(all(), { objectMode: false }) };
}

/** All of it, for what is small. */
export async function readAll(input: Input): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* chunksOf(input: Input): AsyncGenerator<Uint8Array> {
  yield* input;
}

/** gzip, bzip2, xz, zstd, or tar itself. */
const beginnings = ['1f8b08', '425a68', 'fd377a585a00', '28b52ffd'];

function isArchive(start: Buffer): boolean {
  const text = start.toString('hex');
  if (beginnings.some((beginning) => text.startsWith(beginning))) return true;
  return start.length >= headerSize && start.subarray(257, 262).toString() === 'ustar';
}
