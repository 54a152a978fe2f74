import { mayBeAbsolute } from '../copied-paths';
import { insertAt } from '../edits';
import type { Rule } from '../rule';
import { withoutQuotes } from '../words';

export const absoluteWorkdir: Rule = {
  code: 'DL3000',
  name: 'absolute-workdir',
  severity: 'error',
  summary: 'Give WORKDIR an absolute path.',
  why: 'A relative path is added to whatever folder was set before, in a base image too. Where you end up then depends on lines that are not here.',
  example: { bad: 'FROM node:22-alpine\nWORKDIR app', good: 'FROM node:22-alpine\nWORKDIR /app' },
  lesson: 'introduction/node-application',
  buildCheck: 'WorkdirRelativePath',
  *check(file) {
    for (const { keyword, operandText, operandSpan } of file.instructions) {
      const raw = operandText.text.trim();
      const path = withoutQuotes(raw);
      if (keyword !== 'WORKDIR' || raw === '' || mayBeAbsolute(path)) continue;
      const start = operandSpan.start + (raw === path ? 0 : 1);
      yield {
        range: file.range(operandSpan),
        message: `${path} depends on the folder that was set before; begin it with a slash.`,
        fixes: [{ title: `Write /${path}`, edits: [insertAt(file, start, '/')], automatic: false }],
      };
    }
  },
};
