import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Range as EditorRange,
  type TextDocument,
} from 'vscode';
import type { Edit, Finding, Fix } from '../../core/lint/rule';
import { commandIds, fixAllKind } from '../ids';
import type { DockerfileLinter } from './dockerfile-linter';
import { source, toEditorRange, toWorkspaceEdit } from './to-diagnostic';

/** Repairs a whole Dockerfile, also on save. */
export const fixAll = CodeActionKind.Empty.append(fixAllKind);

/** Repairs for findings: the rule's own, ignoring the line, turning the rule off, and all at once. */
export class QuickFixes implements CodeActionProvider {
  readonly #linter: DockerfileLinter;

  constructor(linter: DockerfileLinter) {
    this.#linter = linter;
  }

  async provideCodeActions(
    document: TextDocument,
    range: EditorRange,
    context: CodeActionContext,
  ): Promise<CodeAction[]> {
    if (context.only?.intersects(fixAll)) return this.#fixAll(document);
    const findings = await this.#linter.findings(document);
    if (findings.length === 0) return [];
    const { ignoreEdit } = await import('../../core/lint/ignore-edit.js');
    const text = document.getText();
    const here = findings.filter((finding) => toEditorRange(finding.range).intersection(range));
    return here.flatMap((finding) => {
      const diagnostic = context.diagnostics.find((candidate) => isOf(candidate, finding));
      return actionsFor(document, finding, ignoreEdit(text, finding), diagnostic);
    });
  }

  async #fixAll(document: TextDocument): Promise<CodeAction[]> {
    const edit = await this.#linter.repair(document);
    if (edit === undefined) return [];
    const action = new CodeAction('Repair all that can be repaired safely', fixAll);
    action.edit = toWorkspaceEdit(document.uri, [edit]);
    return [action];
  }
}

function actionsFor(
  document: TextDocument,
  finding: Finding,
  ignoring: Edit,
  diagnostic: Diagnostic | undefined,
): CodeAction[] {
  const { code } = finding;
  const repair = ({ title, edits, automatic }: Fix) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document.uri, edits);
    action.isPreferred = automatic;
    return action;
  };
  const ignore = new CodeAction(`Ignore ${code} here`, CodeActionKind.QuickFix);
  ignore.edit = toWorkspaceEdit(document.uri, [ignoring]);
  const off = new CodeAction(`Turn ${code} off`, CodeActionKind.QuickFix);
  off.command = {
    title: off.title,
    command: commandIds.turnRuleOff,
    arguments: [{ code, uri: document.uri }],
  };
  const actions = [...(finding.fixes ?? []).map(repair), ignore, off];
  if (diagnostic !== undefined) for (const action of actions) action.diagnostics = [diagnostic];
  return actions;
}

function isOf(diagnostic: Diagnostic, { code, range }: Finding): boolean {
  const value = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return (
    diagnostic.source === source && value === code && diagnostic.range.isEqual(toEditorRange(range))
  );
}
