import { describeError } from '../../src/core/lab-error';
import type { CommandId } from '../../src/editor/ids';
import type { CommandRunner } from '../../src/editor/run-command';

/** Keeps commands for a test to call, and what would be told of their failures. */
export class FakeRunner implements CommandRunner {
  readonly told: string[] = [];
  readonly #actions = new Map<CommandId, (...args: unknown[]) => unknown>();

  async run<T>(_title: string, action: () => Promise<T> | T): Promise<T | undefined> {
    try {
      return await action();
    } catch (error) {
      this.told.push(describeError(error));
      return undefined;
    }
  }

  register = <A extends unknown[]>(
    id: CommandId,
    _title: string,
    action: (...args: A) => unknown,
  ) => {
    this.#actions.set(id, action as (...args: unknown[]) => unknown);
    return { dispose: () => void this.#actions.delete(id) };
  };

  /** As a menu or the palette calls it. */
  async call(id: CommandId, ...args: readonly unknown[]): Promise<void> {
    const action = this.#actions.get(id);
    if (action === undefined) throw new Error(`Nobody has registered ${id}.`);
    await this.run(id, () => action(...args));
  }
}
