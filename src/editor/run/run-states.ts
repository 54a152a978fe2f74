import { type Disposable, EventEmitter } from 'vscode';
import type { RunState } from '../../protocol';

/** How the run blocks of each lesson fare, as long as the window lives. */
export class RunStates implements Disposable {
  readonly #states = new Map<string, Readonly<Record<string, RunState>>>();
  readonly #changed = new EventEmitter<string>();
  /** The id of the lesson whose blocks changed. */
  readonly onDidChange = this.#changed.event;

  /** By block id. */
  of(lesson: string): Readonly<Record<string, RunState>> {
    return this.#states.get(lesson) ?? {};
  }

  set(lesson: string, block: string, state: RunState): void {
    this.#states.set(lesson, { ...this.of(lesson), [block]: state });
    this.#changed.fire(lesson);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
