import { type TextDocument, workspace } from 'vscode';
import type { LintOptions } from '../../core/lint/lint';
import type { Edit, Finding, Rule } from '../../core/lint/rule';
import type { ShellParser } from '../../core/shell/script';
import type { LintSettings } from './lint-settings';

/** Findings of one version of a document. */
interface Linted {
  readonly version: number;
  readonly findings: Promise<readonly Finding[]>;
}

/**
 * Lints open Dockerfiles. The linter itself is loaded with the first of them, and one version of a
 * document is linted once, however many ask.
 */
export class DockerfileLinter {
  readonly #loadShell: () => Promise<ShellParser>;
  readonly #settings: LintSettings;
  readonly #linted = new WeakMap<TextDocument, Linted>();
  #rules: Promise<ReadonlyMap<string, Rule>> | undefined;

  constructor(loadShell: () => Promise<ShellParser>, settings: LintSettings) {
    this.#loadShell = loadShell;
    this.#settings = settings;
  }

  /** All findings, none when linting is switched off. */
  findings(document: TextDocument): Promise<readonly Finding[]> {
    const known = this.#linted.get(document);
    if (known?.version === document.version) return known.findings;
    const findings = this.#lint(document);
    this.#linted.set(document, { version: document.version, findings });
    return findings;
  }

  /** Forgets what was found, after a setting has changed. */
  forget(document: TextDocument): void {
    this.#linted.delete(document);
  }

  /** The rule that a finding comes from. */
  async rule(code: string): Promise<Rule | undefined> {
    this.#rules ??= import('../../core/lint/rules/index.js').then(
      ({ rules }) => new Map(rules.map((rule) => [rule.code, rule])),
    );
    return (await this.#rules).get(code);
  }

  /** One edit that repairs all that can be repaired safely; `undefined` when nothing can. */
  async repair(document: TextDocument): Promise<Edit | undefined> {
    if (!this.#settings.isEnabled(document.uri)) return undefined;
    const text = document.getText();
    const [{ fixDockerfile, editBetween }, options] = await Promise.all([
      import('../../core/lint/apply-fixes.js'),
      this.#options(document),
    ]);
    return editBetween(text, fixDockerfile(text, options));
  }

  async #lint(document: TextDocument): Promise<readonly Finding[]> {
    if (!this.#settings.isEnabled(document.uri)) return [];
    const text = document.getText();
    const [{ lintDockerfile }, options] = await Promise.all([
      import('../../core/lint/lint.js'),
      this.#options(document),
    ]);
    return lintDockerfile(text, options);
  }

  async #options({ uri }: TextDocument): Promise<LintOptions> {
    const [shell, config] = await Promise.all([this.#loadShell(), this.#settings.config(uri)]);
    return { shell, config };
  }
}

/** Whether it is a Dockerfile that can be edited; a version out of the repository's past is not. */
export function isDockerfile(document: TextDocument): boolean {
  const { languageId, uri } = document;
  const isOne = languageId === 'dockerfile' || fileName.test(uri.path);
  return (
    isOne && (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true)
  );
}

const fileName =
  /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:\.[^/]*)?|[^/]*\.(?:dockerfile|containerfile))$/i;
