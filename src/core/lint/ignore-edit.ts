import type { Edit, Finding } from './rule';
import { SourceLines } from './source-lines';

/** Makes a comment ignore a finding: one code more in the comment that is there, or a new one. */
export function ignoreEdit(text: string, { code, line }: Pick<Finding, 'code' | 'line'>): Edit {
  const lines = new SourceLines(text);
  const above = line > 0 ? lines.line(line - 1) : '';
  const [known] = /^[ \t]*#[ \t]*hadolint[ \t]+ignore[ \t]*=[ \t]*[\w, \t]*\w/.exec(above) ?? [];
  if (known !== undefined) {
    const end = { line: line - 1, character: known.length };
    return { range: { start: end, end }, text: `,${code}` };
  }
  const start = { line, character: 0 };
  const indent = /^[ \t]*/.exec(lines.line(line))?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: { start, end: start },
    text: `${indent}# hadolint ignore=${code}${lineEnd}`,
  };
}
