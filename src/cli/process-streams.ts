import type { CommandStreams } from '../core/ports';

/** This process's own streams for a command. */
export interface ProcessStreams extends CommandStreams {
  /** Raw: every key goes to the command. Not raw: lines, and Ctrl-C interrupts this process. */
  setRaw(raw: boolean): void;
  /** Puts the terminal back as it was and lets the process end. */
  close(): void;
}

/** They count as a terminal when both input and output are one. */
export function openProcessStreams(): ProcessStreams {
  const { stdin, stdout, stderr } = process;
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true;
  const setRaw = (raw: boolean) => {
    if (isTerminal) stdin.setRawMode(raw);
  };
  return {
    stdout: (chunk) => write(stdout, chunk),
    stderr: (chunk) => write(stderr, chunk),
    stdin,
    terminal: isTerminal
      ? {
          size: () => ({ columns: stdout.columns, rows: stdout.rows }),
          onResize(listener) {
            stdout.on('resize', listener);
            return () => stdout.off('resize', listener);
          },
        }
      : undefined,
    setRaw,
    close() {
      setRaw(false);
      stdin.destroy();
    },
  };
}

function write(stream: NodeJS.WriteStream, chunk: Uint8Array): Promise<void> | undefined {
  if (stream.write(chunk)) return undefined;
  return new Promise((resolve) => stream.once('drain', resolve));
}
