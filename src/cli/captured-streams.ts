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
  // A sign may come in two chunks, with the other stream in between.
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  let output = '';
  let everything = '';
  const keep = (text: string) => {
    everything = (everything + text).slice(-limit);
    return text;
  };
  return {
    stdin: undefined,
    terminal: undefined,
    stdout(chunk) {
      const text = keep(decoders.stdout.decode(chunk, { stream: true }));
      output = (output + text).slice(-limit);
    },
    stderr: (chunk) => void keep(decoders.stderr.decode(chunk, { stream: true })),
    output: () => output,
    everything: () => everything,
  };
}
