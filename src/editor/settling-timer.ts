/** Milliseconds without another call before the work is done: a server needs a moment to begin. */
const settleTime = 400;
/** Milliseconds after which it is done all the same, while the calls do not stop. */
const patience = 2000;

/** Does a piece of work once things have calmed down, and now and then while they do not. */
export class SettlingTimer {
  readonly #work: () => void;
  #calm: NodeJS.Timeout | undefined;
  #atLatest: NodeJS.Timeout | undefined;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Something has happened. */
  touch(): void {
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      this.dispose();
      this.#work();
    }, settleTime);
    // The last call of a storm must be settled too, so this leaves the other timer alone.
    this.#atLatest ??= setTimeout(() => {
      this.#atLatest = undefined;
      this.#work();
    }, patience);
  }

  /** Work that waits is not done any more. */
  dispose(): void {
    clearTimeout(this.#calm);
    clearTimeout(this.#atLatest);
    this.#calm = undefined;
    this.#atLatest = undefined;
  }
}
