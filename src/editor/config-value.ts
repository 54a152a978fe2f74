import { ConfigurationTarget, type Disposable, EventEmitter, type Uri, workspace } from 'vscode';

/** One setting: its value now, and an event when it changes. */
export class ConfigValue<T> implements Disposable {
  readonly #id: string;
  readonly #fallback: T;
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(id: string, fallback: T) {
    this.#id = id;
    this.#fallback = fallback;
    this.#listener = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(id)) this.#changed.fire();
    });
  }

  /** What holds for a file, or for the window without one. */
  value(scope?: Uri): T {
    return workspace.getConfiguration(undefined, scope).get<T>(this.#id, this.#fallback);
  }

  /** Writes the setting where it is set already, else for the workspace, else for the user. */
  async write(value: T): Promise<void> {
    const configuration = workspace.getConfiguration();
    const isInWorkspace = configuration.inspect(this.#id)?.workspaceValue !== undefined;
    await configuration.update(
      this.#id,
      value,
      isInWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
    );
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
