/** How much may stand in the queue before the source has to wait, in UTF-16 code units. */
const highWater = 64 * 1024;
/** Milliseconds between two writes of a busy source. */
const pause = 10;

/**
 * Hands text on in order: at once when the source is slow, in larger pieces when it is fast. The
 * editor's terminals have no back-pressure of their own, so a source that never stops is slowed
 * down to what a terminal can draw.
 */
export class PacedWriter {
  readonly #write: (text: string) => void;
  #waiting = '';
  #timer: NodeJS.Timeout | undefined;
  #drained: (() => void)[] = [];
  #isOpen = false;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Nothing is written before; it is kept. */
  open(): void {
    this.#isOpen = true;
    this.flush();
  }

  /** A promise when the source should wait before it writes more. */
  add(text: string): Promise<void> | undefined {
    if (text === '') return undefined;
    this.#waiting += text;
    if (this.#isOpen && this.#timer === undefined) {
      this.flush();
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.flush();
      }, pause);
      return undefined;
    }
    if (this.#waiting.length < highWater) return undefined;
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  /** Writes what waits, now. */
  flush(): void {
    if (!this.#isOpen) return;
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') this.#write(text);
    for (const resolve of this.#drained.splice(0)) resolve();
  }

  /** Drops what waits and lets every source go on: nobody reads any more. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#isOpen = true;
    this.#waiting = '';
    this.flush();
  }
}
