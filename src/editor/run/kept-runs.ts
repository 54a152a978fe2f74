import type { Memento } from 'vscode';

/** An attached run that goes on: what a window needs to take it up again after a reload. */
export interface KeptRun {
  readonly lesson: string;
  readonly block: string;
  /** What its terminal is called. */
  readonly title: string;
  /** The command as the lesson has it. */
  readonly command: string;
  /** The container's id. */
  readonly container: string;
}

/** The key under which the editor keeps them, for this workspace. */
const key = 'containerLabs.runs';

/** The attached runs of this window, kept by the editor over a reload. */
export class KeptRuns {
  readonly #memory: Memento;
  #runs: readonly KeptRun[];

  constructor(memory: Memento) {
    this.#memory = memory;
    const stored: unknown = memory.get(key);
    this.#runs = Array.isArray(stored) ? stored.filter(isKeptRun) : [];
  }

  get all(): readonly KeptRun[] {
    return this.#runs;
  }

  async add(run: KeptRun): Promise<void> {
    await this.#set([...this.#without(run.container), run]);
  }

  async remove(container: string): Promise<void> {
    const rest = this.#without(container);
    if (rest.length < this.#runs.length) await this.#set(rest);
  }

  #without(container: string): readonly KeptRun[] {
    return this.#runs.filter((run) => run.container !== container);
  }

  async #set(runs: readonly KeptRun[]): Promise<void> {
    this.#runs = runs;
    await this.#memory.update(key, runs);
  }
}

/** What is stored may be of another version, or spoiled. */
function isKeptRun(value: unknown): value is KeptRun {
  if (typeof value !== 'object' || value === null) return false;
  const run: Readonly<Record<string, unknown>> = { __proto__: null, ...value };
  const texts = ['lesson', 'block', 'title', 'command', 'container'];
  return texts.every((name) => typeof run[name] === 'string');
}
