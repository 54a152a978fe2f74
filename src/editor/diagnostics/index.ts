import {
  CodeActionKind,
  type Disposable,
  type DocumentSelector,
  languages,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { LabError } from '../../core/lab-error';
import type { Log } from '../../core/ports';
import type { ShellParser } from '../../core/shell/script';
import { DisposableStore } from '../disposable-store';
import { commandIds } from '../ids';
import type { CommandRunner } from '../run-command';
import { DockerfileLinter, isDockerfile } from './dockerfile-linter';
import { LintSettings } from './lint-settings';
import { fixAll, QuickFixes } from './quick-fixes';
import { RuleHovers } from './rule-hovers';
import { toDiagnostic } from './to-diagnostic';

interface Services {
  readonly loadShell: () => Promise<ShellParser>;
  readonly log: Log;
  readonly runner: CommandRunner;
}

/**
 * A frame: typing does not wait for the linter, and the linter is never behind for long. A text as
 * long as no Dockerfile is waits for a pause.
 */
function delayOf(document: TextDocument): number {
  return document.lineCount < 2000 ? 16 : 500;
}

const selector: DocumentSelector = [
  { language: 'dockerfile' },
  {
    pattern:
      '**/{Dockerfile,Dockerfile.*,Containerfile,Containerfile.*,*.dockerfile,*.containerfile}',
  },
];

/** Findings in Dockerfiles of every workspace, with repairs and reasons. Needs no engine. */
export function registerDiagnostics({ loadShell, log, runner }: Services): Disposable {
  const store = new DisposableStore();
  const collection = store.add(languages.createDiagnosticCollection('container-labs'));
  const settings = store.add(new LintSettings(runner));
  const linter = new DockerfileLinter(loadShell, settings);
  const waiting = new Map<string, NodeJS.Timeout>();

  function lintSoon(document: TextDocument): void {
    if (!isDockerfile(document)) return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        lint(document).catch((error) => log.error(`${key} could not be checked.`, error));
      }, delayOf(document)),
    );
  }

  async function lint(document: TextDocument): Promise<void> {
    const { version } = document;
    const findings = await linter.findings(document);
    const diagnostics = await Promise.all(
      findings.map(async (finding) => toDiagnostic(finding, await linter.rule(finding.code))),
    );
    if (!document.isClosed && document.version === version) {
      collection.set(document.uri, diagnostics);
    }
  }

  function forget(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    collection.delete(document.uri);
  }

  function lintAll(): void {
    for (const document of workspace.textDocuments) {
      linter.forget(document);
      lintSoon(document);
    }
  }

  store.add(workspace.onDidOpenTextDocument(lintSoon));
  store.add(workspace.onDidChangeTextDocument(({ document }) => lintSoon(document)));
  store.add(workspace.onDidCloseTextDocument(forget));
  store.add(settings.onDidChange(lintAll));
  store.add({ dispose: () => waiting.forEach(clearTimeout) });
  lintAll();

  const fixes = new QuickFixes(linter);
  const kinds = [CodeActionKind.QuickFix, fixAll];
  store.add(
    languages.registerCodeActionsProvider(selector, fixes, { providedCodeActionKinds: kinds }),
  );
  store.add(languages.registerHoverProvider(selector, new RuleHovers(linter)));
  store.add(
    runner.register(
      commandIds.turnRuleOff,
      'Turn a Rule Off',
      (target?: { readonly code: string; readonly uri: Uri }) => {
        if (target === undefined) {
          throw new LabError(
            'usage',
            'Choose it from the light bulb of a finding in a Dockerfile.',
          );
        }
        return settings.turnOff(target.code, target.uri);
      },
    ),
  );
  return store;
}
