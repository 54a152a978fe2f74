type Step = IteratorResult<Uint8Array, undefined>;

/**
 * Bytes typed by one side and read by the other, in order. One reader at a time: a new one takes
 * over from a reader that never said it was done.
 */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];
  #isEnded = false;
  #reader: QueueReader | undefined;

  /** Whether someone is reading: what is typed now is for them. */
  get isRead(): boolean {
    return this.#reader !== undefined;
  }

  push(chunk: Uint8Array): void {
    if (this.#isEnded || chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#reader?.wake();
  }

  /** The reader sees the end after what was pushed. */
  end(): void {
    this.#isEnded = true;
    this.#reader?.wake();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    this.#reader?.close();
    const take = (): Step | undefined => {
      const value = this.#chunks.shift();
      if (value !== undefined) return { done: false, value };
      return this.#isEnded ? finished : undefined;
    };
    const reader = new QueueReader(take, () => {
      if (this.#reader === reader) this.#reader = undefined;
    });
    this.#reader = reader;
    return reader;
  }
}

const finished: Step = { done: true, value: undefined };

class QueueReader implements AsyncIterator<Uint8Array, undefined> {
  readonly #take: () => Step | undefined;
  readonly #onClose: () => void;
  #isClosed = false;
  #waiting: ((step: Step) => void) | undefined;

  constructor(take: () => Step | undefined, onClose: () => void) {
    this.#take = take;
    this.#onClose = onClose;
  }

  async next(): Promise<Step> {
    if (this.#isClosed) return finished;
    return (
      this.#take() ??
      new Promise((resolve) => {
        this.#waiting = resolve;
      })
    );
  }

  async return(): Promise<Step> {
    this.close();
    return finished;
  }

  wake(): void {
    const resolve = this.#waiting;
    const step = resolve === undefined ? undefined : this.#take();
    if (step === undefined) return;
    this.#waiting = undefined;
    resolve?.(step);
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting?.(finished);
    this.#waiting = undefined;
    this.#onClose();
  }
}
