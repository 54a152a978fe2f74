import type { Rule } from '../rule';

export const beginWithFrom: Rule = {
  code: 'DL3061',
  name: 'begin-with-from',
  severity: 'error',
  summary: 'Begin with FROM; only ARG may stand before it.',
  why: 'FROM says which image everything else is added to. Before it there is nothing to add to, and the build stops.',
  example: {
    bad: 'WORKDIR /app\nFROM node:22-alpine',
    good: 'ARG VERSION=22\nFROM node:$VERSION-alpine\nWORKDIR /app',
  },
  lesson: 'introduction/node-application',
  *check({ preamble, range }) {
    for (const { keyword, keywordSpan } of preamble) {
      if (keyword === 'ARG') continue;
      yield {
        range: range(keywordSpan),
        message: `${keyword} has no image to work on: FROM comes first.`,
      };
    }
  },
};
