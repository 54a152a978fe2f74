/** Members of objects that a test replaces, such as a dialog that it answers itself. */
export class Replacements {
  readonly #undo: (() => void)[] = [];

  replace<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): void {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
    this.#undo.push(() => {
      if (before === undefined) delete target[name];
      else Object.defineProperty(target, name, before);
    });
  }

  /** Everything is as it was. */
  restore(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
