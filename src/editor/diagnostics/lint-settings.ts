import {
  ConfigurationTarget,
  type Disposable,
  EventEmitter,
  RelativePattern,
  type Uri,
  workspace,
} from 'vscode';
import { describeError, LabError } from '../../core/lab-error';
import type { LintConfig } from '../../core/lint/config';
import type { Log } from '../../core/ports';
import { ConfigValue } from '../config-value';
import { DisposableStore } from '../disposable-store';
import { settingIds } from '../ids';

/** Names of the file in a workspace folder that hadolint reads too. */
const configFiles = ['.hadolint.yaml', '.hadolint.yml'];

/** What is linted and how seriously: settings, and the configuration file of the workspace. */
export class LintSettings implements Disposable {
  readonly #log: Log;
  readonly #store = new DisposableStore();
  readonly #enable = this.#store.add(new ConfigValue(settingIds.lintEnable, true));
  readonly #severity = this.#store.add(
    new ConfigValue<Readonly<Record<string, string>>>(settingIds.lintSeverity, {}),
  );
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #files = new Map<string, Promise<LintConfig>>();
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    this.#store.add(this.#enable.onDidChange(() => this.#changed.fire()));
    this.#store.add(this.#severity.onDidChange(() => this.#changed.fire()));
    const watcher = this.#store.add(workspace.createFileSystemWatcher('**/.hadolint.{yaml,yml}'));
    const changed = () => {
      this.#files.clear();
      this.#changed.fire();
    };
    this.#store.add(watcher.onDidChange(changed));
    this.#store.add(watcher.onDidCreate(changed));
    this.#store.add(watcher.onDidDelete(changed));
  }

  isEnabled(document: Uri): boolean {
    return this.#enable.value(document);
  }

  /** The file's configuration with the settings on top. */
  async config(document: Uri): Promise<LintConfig> {
    const folder = workspace.getWorkspaceFolder(document);
    const { settingsConfig } = await import('./settings-config.js');
    const file = folder === undefined ? undefined : await this.#fileConfig(folder.uri);
    return settingsConfig(file, this.#severity.value(document));
  }

  /** Sets a rule's severity to off, in the workspace when there is one. */
  async turnOff(code: string, document: Uri): Promise<void> {
    const inFolder = workspace.getWorkspaceFolder(document) !== undefined;
    await workspace
      .getConfiguration(undefined, document)
      .update(
        settingIds.lintSeverity,
        { ...this.#severity.value(document), [code]: 'off' },
        inFolder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
      );
  }

  dispose(): void {
    this.#store.dispose();
  }
}
