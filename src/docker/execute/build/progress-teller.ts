import { PlainProgress } from '../../../core/build-progress/plain-progress';
import type { SolveStatus } from '../../../core/build-progress/solve-status';

/** Milliseconds between two looks at what there is to tell, and at most between two reports. */
const pause = 70;
const longest = 150;

/** Prints the progress of a build as it goes on, a few times a second. */
export class ProgressTeller {
  readonly #progress = new PlainProgress();
  readonly #print: (text: string) => Promise<void>;
  readonly #timer: NodeJS.Timeout;
  readonly #warnings: string[] = [];
  #last = 0;
  #printing: Promise<void> = Promise.resolve();

  constructor(print: (text: string) => Promise<void>) {
    this.#print = print;
    this.#timer = setInterval(() => this.#tell().catch(() => undefined), longest);
  }

  async add(status: SolveStatus): Promise<void> {
    const now = Date.now();
    this.#warnings.push(...status.warnings);
    this.#progress.add(status, now);
    if (now - this.#last >= pause) await this.#tell();
  }

  /** Tells the rest, once the build is over. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#tell();
    await this.#print(`${this.#progress.excerpt()}${describeWarnings(this.#warnings)}`);
  }

  /** Stops without a word. */
  dispose(): void {
    clearInterval(this.#timer);
  }

  #tell(): Promise<void> {
    this.#last = Date.now();
    const text = this.#progress.take(this.#last);
    this.#printing = this.#printing.then(() => this.#print(text));
    return this.#printing;
  }
}

function describeWarnings(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  const lines = [...new Set(warnings)].map((warning) => ` - ${warning}\n`);
  return `\n ${lines.length} warning${lines.length === 1 ? '' : 's'} found:\n${lines.join('')}`;
}
