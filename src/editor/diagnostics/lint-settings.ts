import {
  ConfigurationTarget,
  type Disposable,
  EventEmitter,
  FileSystemError,
  Uri,
  workspace,
} from 'vscode';
import type { LintConfig } from '../../core/lint/config';
import { ConfigValue } from '../config-value';
import { DisposableStore } from '../disposable-store';
import { settingIds } from '../ids';
import type { CommandRunner } from '../run-command';

/** Names of the file in a workspace folder that hadolint reads too. */
const configFiles = ['.hadolint.yaml', '.hadolint.yml'];

/** What is linted and how seriously: settings, and the configuration file of the workspace. */
export class LintSettings implements Disposable {
  readonly #runner: CommandRunner;
  readonly #store = new DisposableStore();
  readonly #enable = this.#store.add(new ConfigValue(settingIds.lintEnable, true));
  readonly #severity = this.#store.add(
    new ConfigValue<Readonly<Record<string, string>>>(settingIds.lintSeverity, {}),
  );
  readonly #changed = this.#store.add(new EventEmitter<void>());
  readonly #files = new Map<string, Promise<LintConfig | undefined>>();
  readonly onDidChange = this.#changed.event;

  constructor(runner: CommandRunner) {
    this.#runner = runner;
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

  /** What the file of a folder says; a mistake in it is told once, until the file changes. */
  #fileConfig(folder: Uri): Promise<LintConfig | undefined> {
    const key = folder.toString();
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const config = this.#runner.run('Read the rules of this folder', () => readFileConfig(folder));
    this.#files.set(key, config);
    return config;
  }
}

async function readFileConfig(folder: Uri): Promise<LintConfig | undefined> {
  for (const name of configFiles) {
    const bytes = await readIfThere(Uri.joinPath(folder, name));
    if (bytes === undefined) continue;
    const { readLintConfig } = await import('../../core/lint/config.js');
    return readLintConfig(new TextDecoder().decode(bytes), name);
  }
  return undefined;
}

async function readIfThere(file: Uri): Promise<Uint8Array | undefined> {
  try {
    return await workspace.fs.readFile(file);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
