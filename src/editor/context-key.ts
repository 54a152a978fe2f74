import { commands } from 'vscode';

/** A fact that `when` clauses can ask for. Setting it to what it is already costs nothing. */
export class ContextKey<T extends string | boolean> {
  readonly #name: string;
  #value: T | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  set(value: T): void {
    if (this.#value === value) return;
    this.#value = value;
    void commands.executeCommand('setContext', this.#name, value);
  }
}
