import { createInterface } from 'node:readline';
import { PassThrough, Writable } from 'node:stream';
import type { Session } from '../terminal/session-terminal';

/** What a line is read with: its prompt, and the lines to go back to, the newest first. */
export interface LinePrompt {
  readonly text: string;
  readonly history: readonly string[];
}

/**
 * Reads one line in a terminal, with the editing and the history that people know from a shell.
 * Several lines come when several were pasted. `undefined` when the learner leaves, with Ctrl-D, or
 * the session is over.
 */
export async function readLines(
  session: Pick<Session, 'stdin' | 'stdout' | 'terminal' | 'setRaw' | 'signal'>,
  { text, history }: LinePrompt,
): Promise<readonly string[] | undefined> {
  session.setRaw(true);
  const input = new PassThrough();
  const output = terminalOutput(session);
  const lines = createInterface({
    input,
    output,
    terminal: true,
    history: [...history],
    prompt: text,
  });
  const stopResizing = session.terminal.onResize(() => {
    output.columns = session.terminal.size().columns;
    output.emit('resize');
  });
  const typed: string[] = [];
  try {
    const entered = new Promise<boolean>((resolve) => {
      lines.on('line', (line) => {
        typed.push(line);
        resolve(true);
      });
      lines.on('SIGINT', () => {
        output.write('^C\r\n');
        lines.write(null, { ctrl: true, name: 'u' });
        lines.prompt();
      });
      lines.on('close', () => resolve(false));
      session.signal.addEventListener('abort', () => resolve(false), { once: true });
    });
    lines.prompt();
    const keys = pump(session.stdin, input, lines);
    const isEntered = await entered;
    keys.stop();
    return isEntered ? typed : undefined;
  } finally {
    stopResizing();
    lines.close();
    session.setRaw(false);
  }
}

interface TerminalOutput extends Writable {
  columns: number;
}

function terminalOutput(session: Pick<Session, 'stdout' | 'terminal'>): TerminalOutput {
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      void session.stdout(chunk);
      done();
    },
  });
  return Object.assign(stream, { columns: session.terminal.size().columns });
}

/** Hands keys on until it is stopped; what comes later is for the next reader. */
function pump(
  stdin: AsyncIterable<Uint8Array> | undefined,
  input: PassThrough,
  lines: { close(): void },
): { stop(): void } {
  const reader = stdin?.[Symbol.asyncIterator]();
  const next = async (): Promise<void> => {
    for (;;) {
      const step = await reader?.next();
      if (step === undefined || step.done === true) return lines.close();
      input.write(step.value);
    }
  };
  void next();
  return { stop: () => void reader?.return?.() };
}
