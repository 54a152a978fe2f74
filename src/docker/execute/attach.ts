import { type Duplex, PassThrough } from 'node:stream';
import type { CommandStreams } from '../../core/ports';
import { demultiplex } from './demultiplex';

/** How a container is attached to. */
export interface AttachOptions {
  readonly tty: boolean;
  /** What is typed goes to the container. */
  readonly interactive: boolean;
}

/**
 * Passes output and input between a raw connection and the streams until the container closes its
 * end. Output waits until the streams have taken it, so the container waits too.
 */
export async function passThrough(
  socket: Duplex,
  streams: CommandStreams,
  { tty, interactive }: AttachOptions,
): Promise<void> {
  // A stream that breaks forgets what it has read: this one keeps it.
  const output = new PassThrough();
  let broken: Error | undefined;
  socket.on('error', (error) => {
    broken = error;
  });
  socket.on('close', () => output.end());
  socket.pipe(output);
  const stop = interactive ? forwardInput(socket, streams.stdin, tty) : undefined;
  try {
    await passOutput(output, streams, tty);
  } finally {
    stop?.();
    socket.destroy();
    output.destroy();
  }
  if (broken !== undefined && !(interactive && isRefusedInput(broken))) throw broken;
}

/** The container ended, or closed its input, before it had read everything: `yes | head` does it. */
function isRefusedInput({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ECONNRESET';
}

/** Passes a container's output on; with a terminal both its streams come as one. */
export async function passOutput(
  source: AsyncIterable<Uint8Array>,
  streams: CommandStreams,
  tty: boolean,
): Promise<void> {
  if (tty) {
    for await (const chunk of source) await streams.stdout(chunk);
    return;
  }
  for await (const { stream, chunk } of demultiplex(source)) await streams[stream](chunk);
}

/** Starts to pass input on; the result stops it. The end of input closes the container's stdin. */
function forwardInput(socket: Duplex, input: CommandStreams['stdin'], tty: boolean): () => void {
  let hasEnded = false;
  const iterator = input?.[Symbol.asyncIterator]();
  const forward = async (): Promise<void> => {
    while (!hasEnded) {
      const item = await iterator?.next();
      if (item === undefined || item.done === true) break;
      if (hasEnded || socket.destroyed) return;
      if (!socket.write(item.value)) await drained(socket);
    }
    // A terminal has no end of input: the learner types it.
    if (!hasEnded && !tty) socket.end();
  };
  forward().catch((error: Error) => socket.destroy(error));
  return () => {
    hasEnded = true;
    // Its promise waits for the next key, which may never come.
    iterator?.return?.()?.catch(() => undefined);
  };
}

function drained(socket: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
