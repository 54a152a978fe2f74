import { EventEmitter, type Pseudoterminal, type TerminalDimensions } from 'vscode';
import type { CommandStreams, TerminalSize } from '../../core/ports';
import { ByteQueue } from './byte-queue';
import { LineEditor } from './line-editor';
import { PacedWriter } from './paced-writer';

/** What one command reads from and writes to, in a terminal of the editor. */
export interface Session extends CommandStreams {
  readonly terminal: TerminalSize;
  readonly signal: AbortSignal;
  /** Resolves once the terminal is on the screen and its size is known. */
  readonly opened: Promise<void>;
  /**
   * Raw: the container has a terminal of its own, so every key goes there and output comes as it
   * is. Not raw: lines are edited here, Ctrl-C aborts.
   */
  setRaw(isRaw: boolean): void;
  /** Words of ours between the output; ends the line. Style is a list of ANSI codes. */
  print(line: string, style?: string): void;
}

/** Cyan, which themes keep readable where dim text fades away: how we speak between the output. */
export const ownWords = '36';

const encoder = new TextEncoder();

/**
 * A terminal over the streams of a command. It knows nothing of containers, and stays open and
 * readable when the command has ended: the next `begin` goes on in it.
 */
export class SessionTerminal implements Pseudoterminal {
  readonly #write = new EventEmitter<string>();
  readonly #resized = new EventEmitter<void>();
  readonly #writer = new PacedWriter((text) => this.#write.fire(text));
  #size = { columns: 80, rows: 24 };
  #markOpened: () => void = () => {};
  readonly #opened = new Promise<void>((resolve) => {
    this.#markOpened = resolve;
  });
  #session: { readonly abort: AbortController; readonly input: ByteQueue } | undefined;
  #lines = new LineEditor();
  #isRaw = false;
  #atLineStart = true;
  readonly onDidWrite = this.#write.event;

  /** Whether a command is going on. */
  get isBusy(): boolean {
    return this.#session !== undefined;
  }

  /** Begins a command; `end` must follow. */
  begin(): Session {
    this.abort();
    const abort = new AbortController();
    const input = new ByteQueue();
    this.#session = { abort, input };
    this.#lines = new LineEditor();
    this.#isRaw = false;
    if (!this.#atLineStart) void this.#show('\r\n');
    const decoders = { out: new TextDecoder(), error: new TextDecoder() };
    return {
      stdin: input,
      signal: abort.signal,
      opened: this.#opened,
      stdout: (chunk) => this.#output(decoders.out.decode(chunk, { stream: true })),
      stderr: (chunk) => this.#output(decoders.error.decode(chunk, { stream: true })),
      terminal: {
        size: () => this.#size,
        onResize: (listener) => {
          const subscription = this.#resized.event(listener);
          return () => subscription.dispose();
        },
      },
      setRaw: (isRaw) => {
        this.#isRaw = isRaw;
      },
      print: (line, style) => this.#print(line, style),
    };
  }

  /** The command has ended; its terminal stays. */
  end(): void {
    this.#session?.input.end();
    this.#session = undefined;
    this.#isRaw = false;
    this.#writer.flush();
  }

  /** Ends what is going on, as Ctrl-C does. */
  abort(): void {
    this.#session?.abort.abort();
  }

  open(initial: TerminalDimensions | undefined): void {
    if (initial !== undefined) this.setDimensions(initial);
    this.#writer.open();
    this.#markOpened();
  }

  setDimensions(size: TerminalDimensions): void {
    this.#size = { columns: size.columns, rows: size.rows };
    this.#resized.fire();
  }

  handleInput(data: string): void {
    const session = this.#session;
    if (session === undefined) return;
    if (this.#isRaw) {
      session.input.push(encoder.encode(data));
      return;
    }
    const typed = this.#lines.type(data);
    if (session.input.isRead || typed.isInterrupt) void this.#show(typed.echo);
    session.input.push(encoder.encode(typed.lines));
    if (typed.isEnd) session.input.end();
    if (typed.isInterrupt) session.abort.abort();
  }

  /** The terminal is gone; a window that reloads gets here too, so nothing is ended. */
  close(): void {
    this.#writer.dispose();
    this.#markOpened();
  }

  #output(text: string): Promise<void> | undefined {
    if (text === '') return undefined;
    return this.#show(this.#isRaw ? text : text.replace(/\r?\n/g, '\r\n'));
  }

  #print(line: string, style = ''): void {
    if (!this.#atLineStart) void this.#show('\r\n');
    const text = line.replace(/\r?\n/g, '\r\n');
    void this.#show(style === '' ? `${text}\r\n` : `\u001b[${style}m${text}\u001b[0m\r\n`);
  }

  #show(text: string): Promise<void> | undefined {
    if (text !== '') this.#atLineStart = text.endsWith('\n');
    return this.#writer.add(text);
  }
}
