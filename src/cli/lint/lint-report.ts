import type { Finding, Severity } from '../../core/lint/rule';

/** What was found in one file. */
export interface LintedFile {
  /** As it was given. */
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** A finding as the reports have it; lines and columns count from one, ends are exclusive. */
export interface ReportRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly level: Severity;
  readonly message: string;
}

/**
 * The row of a finding. It begins where its instruction does when that is on an earlier line, as
 * hadolint counts: that is the line that a comment ignores.
 */
export function reportRow(file: string, finding: Finding): ReportRow {
  const { start, end } = finding.range;
  const isOnFirstLine = start.line === finding.line;
  return {
    file,
    line: finding.line + 1,
    column: isOnFirstLine ? start.character + 1 : 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    code: finding.code,
    level: finding.severity,
    message: finding.message,
  };
}

export function reportRows(linted: readonly LintedFile[]): readonly ReportRow[] {
  return linted.flatMap(({ file, findings }) =>
    findings.map((finding) => reportRow(file, finding)),
  );
}
