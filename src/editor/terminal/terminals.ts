import { type Disposable, type Terminal, TerminalExitReason, ThemeIcon, window } from 'vscode';
import { LabError } from '../../core/lab-error';
import { type Session, SessionTerminal } from './session-terminal';

/** Something to carry out in a terminal. */
export interface TerminalJob {
  /** Jobs with the same key share a terminal, one after the other. */
  readonly key: string;
  /** What the terminal's tab says. */
  readonly name: string;
  readonly icon: string;
  /** Whether typing goes to it at once. */
  readonly takesFocus: boolean;
  /** Does the work; prints its own last words. What it throws goes to the caller of `run`. */
  work(session: Session): Promise<void>;
}

interface OpenTerminal {
  readonly terminal: Terminal;
  readonly pty: SessionTerminal;
}

/** The integrated terminals that we have opened. */
export class Terminals implements Disposable {
  readonly #open = new Map<string, OpenTerminal>();
  readonly #listener: Disposable;

  constructor() {
    this.#listener = window.onDidCloseTerminal((terminal) => this.#forget(terminal));
  }

  /** Resolves when the job has ended; rejects with `usage` when its terminal is still busy. */
  async run(job: TerminalJob): Promise<void> {
    const { terminal, pty } = this.#get(job);
    terminal.show(!job.takesFocus);
    if (pty.isBusy) {
      throw new LabError('usage', `“${job.name}” is still running in its terminal.`, {
        advice: 'End it there with Ctrl-C first, or open another terminal beside it.',
      });
    }
    const session = pty.begin();
    try {
      await job.work(session);
    } finally {
      pty.end();
    }
  }

  /** Ends what runs under a key, as Ctrl-C does. */
  abort(key: string): void {
    this.#open.get(key)?.pty.abort();
  }

  /** A key for a job of a group: of a terminal of the group that is free, or of a new one. */
  freeKey(group: string): string {
    for (let number = 1; ; number++) {
      const key = `${group}#${number}`;
      if (!this.isBusy(key)) return key;
    }
  }

  /** Whether a job is going on under a key. */
  isBusy(key: string): boolean {
    return this.#open.get(key)?.pty.isBusy ?? false;
  }

  /** Whether there is a terminal for a key: the learner may have closed it. */
  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  /** Brings the terminal of a key to the front; false when it is closed. */
  show(key: string): boolean {
    const found = this.#open.get(key);
    found?.terminal.show(false);
    return found !== undefined;
  }

  dispose(): void {
    this.#listener.dispose();
    for (const { terminal } of this.#open.values()) terminal.dispose();
    this.#open.clear();
  }

  #get(job: TerminalJob): OpenTerminal {
    const existing = this.#open.get(job.key);
    if (existing !== undefined) return existing;
    const pty = new SessionTerminal();
    const terminal = window.createTerminal({
      name: job.name,
      pty,
      iconPath: new ThemeIcon(job.icon),
      isTransient: true,
    });
    const made = { terminal, pty };
    this.#open.set(job.key, made);
    return made;
  }

  #forget(closed: Terminal): void {
    for (const [key, { terminal, pty }] of this.#open) {
      if (terminal !== closed) continue;
      this.#open.delete(key);
      // A window that reloads closes its terminals too, and must leave the containers running.
      if (closed.exitStatus?.reason !== TerminalExitReason.Shutdown) pty.abort();
    }
  }
}
