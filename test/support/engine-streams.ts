import type { CommandStreams, TerminalSize } from '../../src/core/ports';

/** Streams that keep what is written to them. */
export class CollectedStreams implements CommandStreams {
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  readonly terminal: TerminalSize | undefined;
  readonly #output: Buffer[] = [];
  readonly #errors: Buffer[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(given: Partial<Pick<CommandStreams, 'stdin' | 'terminal'>> = {}) {
    this.stdin = given.stdin;
    this.terminal = given.terminal;
  }

  stdout(chunk: Uint8Array): void {
    this.#output.push(Buffer.from(chunk));
    for (const look of [...this.#waiting]) look();
  }

  stderr(chunk: Uint8Array): void {
    this.#errors.push(Buffer.from(chunk));
  }

  get output(): string {
    return Buffer.concat(this.#output).toString('utf8');
  }

  get errors(): string {
    return Buffer.concat(this.#errors).toString('utf8');
  }

  /** Resolves once the output contains the text. */
  until(text: string): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.output.includes(text)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Input that a test types bit by bit; open until it is ended. */
export class TypedInput implements AsyncIterable<Uint8Array> {
  readonly #pending: Uint8Array[] = [];
  #wake: () => void = () => undefined;
  #ended = false;

  type(text: string): void {
    this.#pending.push(Buffer.from(text));
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    for (;;) {
      const next = this.#pending.shift();
      if (next !== undefined) yield next;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** A terminal whose size a test changes. */
export class FakeTerminal implements TerminalSize {
  #columns: number;
  #rows: number;
  readonly #listeners = new Set<() => void>();

  constructor(columns = 80, rows = 24) {
    this.#columns = columns;
    this.#rows = rows;
  }

  size(): { readonly columns: number; readonly rows: number } {
    return { columns: this.#columns, rows: this.#rows };
  }

  onResize(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  resize(columns: number, rows: number): void {
    this.#columns = columns;
    this.#rows = rows;
    for (const listener of this.#listeners) listener();
  }
}
