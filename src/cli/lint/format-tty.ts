import type { Severity } from '../../core/lint/rule';
import { type LintedFile, reportRows } from './lint-report';

/** One line a finding, for people, and one that sums up; nothing when all is well. */
export function formatTty(linted: readonly LintedFile[], inColour: boolean): string {
  const rows = reportRows(linted);
  if (rows.length === 0) return '';
  const paint = (text: string, colour: number) =>
    inColour ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const lines = rows.map(
    ({ file, line, column, level, code, message }) =>
      `${printable(file)}:${line}:${column} ${paint(level, colours[level])} ${paint(code, bold)} ${printable(message)}`,
  );
  const repairable = linted
    .flatMap(({ findings }) => findings)
    .filter(({ fixes }) => fixes?.some(({ automatic }) => automatic)).length;
  const sum = rows.length === 1 ? '1 finding' : `${rows.length} findings`;
  const offer =
    repairable === 0
      ? ''
      : `; --fix repairs ${repairable === rows.length ? 'all' : repairable} of them`;
  return `${[...lines, `${sum}${rows.length === 1 && repairable === 1 ? '; --fix repairs it' : offer}.`].join('\n')}\n`;
}

const bold = 1;

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, style: 2 };

/** What a file holds must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
