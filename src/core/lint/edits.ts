import type { Span } from '../shell/script';
import type { Dockerfile } from './dockerfile';
import type { Instruction } from './instruction';
import type { Edit } from './rule';

export function insertAt({ range }: Dockerfile, offset: number, text: string): Edit {
  return { range: range({ start: offset, end: offset }), text };
}

export function replaceAt({ range }: Dockerfile, span: Span, text: string): Edit {
  return { range: range(span), text };
}

/** Takes an instruction out, with its lines. */
export function removeInstruction({ lines, range }: Dockerfile, { span }: Instruction): Edit {
  const start = lines.start(lines.lineAt(span.start));
  return { range: range({ start, end: lines.start(lines.lineAt(span.end) + 1) }), text: '' };
}

/** A new line above an instruction. */
export function insertAbove(file: Dockerfile, { span }: Instruction, text: string): Edit {
  const { lines } = file;
  const start = lines.start(lines.lineAt(span.start));
  return insertAt(file, start, `${file.text.slice(start, span.start)}${text}${lineEnd(file)}`);
}

/** Adds `&& command` after a place in a shell line, on a line of its own where the line goes on. */
export function appendCommand(
  file: Dockerfile,
  after: Span,
  command: string,
  escapeCharacter: string,
): Edit {
  const { lines } = file;
  const line = lines.lineAt(after.end);
  const isOneLine = lines.lineAt(after.start) === line;
  if (isOneLine) return insertAt(file, after.end, ` && ${command}`);
  const indent = /^[ \t]*/.exec(lines.line(line))?.[0] ?? '';
  return insertAt(file, after.end, ` ${escapeCharacter}${lineEnd(file)}${indent}&& ${command}`);
}

function lineEnd({ text }: Dockerfile): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
