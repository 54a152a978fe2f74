import {
  Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Range as EditorRange,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import type { Edit, Finding, Range, Rule, Severity } from '../../core/lint/rule';
import { commandIds } from '../ids';

/** Who speaks, in the Problems view. */
export const source = 'Container Labs';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  style: DiagnosticSeverity.Hint,
};

/** A finding as the editor shows it; its code leads to the lesson that teaches the rule. */
export function toDiagnostic(finding: Finding, rule: Rule | undefined): Diagnostic {
  const diagnostic = new Diagnostic(
    toEditorRange(finding.range),
    finding.message,
    severities[finding.severity],
  );
  diagnostic.source = source;
  diagnostic.code =
    rule?.lesson === undefined
      ? finding.code
      : { value: finding.code, target: lessonLink(rule.lesson) };
  if (rule?.name.startsWith('deprecated-')) diagnostic.tags = [DiagnosticTag.Deprecated];
  return diagnostic;
}

/** A link that opens a lesson. */
export function lessonLink(lesson: string): Uri {
  const argument = encodeURIComponent(JSON.stringify(lesson));
  return Uri.parse(`command:${commandIds.openLesson}?${argument}`);
}

export function toEditorRange({ start, end }: Range): EditorRange {
  return new EditorRange(start.line, start.character, end.line, end.character);
}

export function toWorkspaceEdit(uri: Uri, edits: readonly Edit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(uri, toEditorRange(range), text);
  return edit;
}
