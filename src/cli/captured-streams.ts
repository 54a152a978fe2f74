import type { CommandStreams } from '../core/ports';

/** Streams without a terminal whose output is kept as text, the last 64 KiB of it. */
export interface CapturedStreams extends CommandStreams {
  /** Standard output so far. */
  output(): string;
  /** Both streams so far, in the order they came. */
  everything(): string;
}

const limit = 64 * 1024;

export function captureStreams(): CapturedStreams {
  const output = keepTail();
  const everything = keepTail();
  return {
    stdin: undefined,
    terminal: undefined,
    stdout(chunk) {
      output.add(chunk);
      everything.add(chunk);
    },
    stderr: (chunk) => everything.add(chunk),
    output: () => output.text(),
    everything: () => everything.text(),
  };
}

function keepTail() {
  const decoder = new TextDecoder();
  let text = '';
  return {
    add(chunk: Uint8Array) {
      text = (text + decoder.decode(chunk, { stream: true })).slice(-limit);
    },
    text: () => text,
  };
}
