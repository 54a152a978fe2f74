import { type LintedFile, reportRows } from './lint-report';

/** One array for programs. */
export function formatJson(linted: readonly LintedFile[]): string {
  return `${JSON.stringify(reportRows(linted), null, 2)}\n`;
}
