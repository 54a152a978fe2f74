import { removeInstruction } from '../edits';
import type { Instruction } from '../instruction';
import type { Rule } from '../rule';

export const oneCmd: Rule = {
  code: 'DL4003',
  name: 'one-cmd',
  severity: 'warning',
  summary: 'Write one CMD in a stage.',
  why: 'An image starts one program. Of several CMD only the last counts, and the others mislead the reader.',
  example: {
    bad: 'FROM node:22-alpine\nCMD ["node"]\nCMD ["node", "server.js"]',
    good: 'FROM node:22-alpine\nCMD ["node", "server.js"]',
  },
  lesson: 'introduction/node-application',
  buildCheck: 'MultipleInstructionsDisallowed',
  *check(file) {
    for (const { instructions } of file.sections) {
      let before: Instruction | undefined;
      for (const instruction of instructions) {
        if (instruction.keyword !== 'CMD') continue;
        if (before !== undefined) {
          const edits = [removeInstruction(file, before)];
          yield {
            range: file.range(instruction.span),
            message: `Only the last CMD counts: the one on line ${before.line + 1} does nothing.`,
            fixes: [{ title: 'Remove the CMD before', edits, automatic: true }],
          };
        }
        before = instruction;
      }
    }
  },
};
