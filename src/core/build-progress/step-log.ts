/** How many lines of a step that fails are shown once more. */
const kept = 10;

/** What the program of a step prints, line by line, with the seconds since the step began. */
export class StepLog {
  readonly #decoder = new TextDecoder();
  #untold: string[] = [];
  #last: string[] = [];
  /** The last line has no line break yet. */
  #isOpen = false;

  add(text: Uint8Array, seconds: number): void {
    const lines = this.#decoder.decode(text, { stream: true }).split('\n');
    for (const [index, line] of lines.entries()) {
      const isRest = index === lines.length - 1;
      if (isRest && line === '') break;
      if (index === 0 && this.#isOpen) this.#continue(line);
      else this.#begin(`${formatSeconds(seconds)} ${line}`);
      this.#isOpen = isRest;
    }
  }

  #begin(line: string): void {
    this.#untold.push(line);
    this.#last = [...this.#last.slice(1 - kept), line];
  }

  #continue(text: string): void {
    const at = this.#last.length - 1;
    this.#last[at] = `${this.#last[at] ?? ''}${text}`;
    if (this.#untold.length > 0) this.#untold[this.#untold.length - 1] += text;
    else this.#untold.push(this.#last[at] ?? '');
  }

  /** The lines that are whole and not told yet; with `all` the one that is not whole too. */
  take(all: boolean): readonly string[] {
    const open = this.#isOpen && !all ? this.#untold.splice(-1) : [];
    const lines = this.#untold;
    this.#untold = open;
    return lines;
  }

  /** The last few lines. */
  get last(): readonly string[] {
    return this.#last;
  }
}

/** Three digits or more, as BuildKit's client has it: `0.123`, `12.35`, `123.5`. */
function formatSeconds(seconds: number): string {
  return seconds.toFixed(seconds < 10 ? 3 : seconds < 100 ? 2 : 1);
}
