import type { ServerHttp2Stream } from 'node:http2';

const headerSize = 5;

/** The gRPC messages that the engine sends on a stream, one after another. */
export async function* readMessages(stream: ServerHttp2Stream): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= headerSize) {
      const end = headerSize + rest.readUInt32BE(1);
      if (rest.length < end) break;
      yield rest.subarray(headerSize, end);
      rest = rest.subarray(end);
    }
  }
}

/** Sends one message; resolves when there is room for the next. */
export async function sendMessage(stream: ServerHttp2Stream, message: Uint8Array): Promise<void> {
  const header = Buffer.alloc(headerSize);
  header.writeUInt32BE(message.length, 1);
  if (stream.destroyed || stream.closed) return;
  if (stream.write(Buffer.concat([header, message]))) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}
