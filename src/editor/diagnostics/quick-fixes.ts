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
    const findings = await this.#linter.findings(document);
    if (context.only?.intersects(fixAll)) {
      return this.#fixAll(document, findings);
    }
    const here = findings.filter((finding) => toEditorRange(finding.range).intersection(range));
    return here.flatMap((finding) => {
      const diagnostic = context.diagnostics.find((candidate) => isOf(candidate, finding));
      return actionsFor(document, finding, diagnostic);
    });
  }

  async #fixAll(document: TextDocument, findings: readonly Finding[]): Promise<CodeAction[]> {
    const { automaticEdits } = await import('../../core/lint/apply-fixes.js');
    const edits = automaticEdits(findings);
    if (edits.length === 0) return [];
    const action = new CodeAction('Repair all that can be repaired safely', fixAll);
    action.edit = toWorkspaceEdit(document.uri, edits);
    return [action];
  }
}

function actionsFor(
  document: TextDocument,
  finding: Finding,
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
  ignore.edit = toWorkspaceEdit(document.uri, [ignoreEdit(document, finding)]);
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

const ignoreComment = /^\s*#\s*hadolint\s+ignore\s*=\s*(.*?)\s*$/;

/** A comment above the instruction, or one code more in the comment that is there. */
function ignoreEdit(document: TextDocument, { code, range }: Finding): Edit {
  const first = firstLineOf(document, range.start.line);
  const above = first > 0 ? document.lineAt(first - 1).text : '';
  if (ignoreComment.test(above)) {
    const end = { line: first - 1, character: above.trimEnd().length };
    return { range: { start: end, end }, text: `,${code}` };
  }
  const start = { line: first, character: 0 };
  return { range: { start, end: start }, text: `# hadolint ignore=${code}\n` };
}

/** An instruction may go on over lines; the comment belongs above the first. */
function firstLineOf(document: TextDocument, line: number): number {
  let first = line;
  while (first > 0 && continues(document.lineAt(first - 1).text)) first--;
  return first;
}

function continues(text: string): boolean {
  return /\\\s*$/.test(text) && !/^\s*#/.test(text);
}
