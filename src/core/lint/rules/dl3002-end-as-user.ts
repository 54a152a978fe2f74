import type { Rule } from '../rule';

/** A stage that names no user keeps its base image's, which the file does not tell. */
export const endAsUser: Rule = {
  code: 'DL3002',
  name: 'end-as-user',
  severity: 'warning',
  summary: 'Do not end as root.',
  why: 'The last USER is who the program runs as. As root, a break-in has every right inside the container, and more outside than you want.',
  example: {
    bad: 'FROM node:22-alpine\nUSER root',
    good: 'FROM node:22-alpine\nUSER root\nRUN apk add --no-cache curl=8.14.1-r2\nUSER node',
  },
  lesson: 'introduction/node-application',
  *check({ stages, range }) {
    for (const { instructions } of stages) {
      const last = instructions.findLast(({ keyword }) => keyword === 'USER');
      if (last === undefined || !/^(?:root|0)(?::|$)/.test(last.operands[0]?.text ?? '')) continue;
      yield {
        range: range(last.span),
        message: 'This stage ends as root; switch to another user after what needs root.',
      };
    }
  },
};
