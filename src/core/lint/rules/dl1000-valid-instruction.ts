import { nearestName } from '../../text/nearest-name';
import { copiedPaths } from '../copied-paths';
import type { Dockerfile } from '../dockerfile';
import { replaceAt } from '../edits';
import type { Instruction } from '../instruction';
import type { Problem, Rule } from '../rule';

/** Only what no builder takes; whatever could be an instruction of a newer syntax is let be. */
export const validInstruction: Rule = {
  code: 'DL1000',
  name: 'valid-instruction',
  severity: 'error',
  summary: 'Write instructions that a builder can read.',
  why: 'A builder reads the whole file before it begins, and stops at the first thing it does not know. Nothing is built then.',
  example: { bad: 'FORM node:22-alpine', good: 'FROM node:22-alpine' },
  lesson: 'introduction/node-application',
  *check(file) {
    for (const instruction of file.instructions) {
      yield* unknownKeyword(file, instruction);
      const lack = whatItLacks(instruction);
      if (lack !== undefined) yield { range: file.range(instruction.span), message: lack };
      for (const { name, word, isClosed } of instruction.heredocs) {
        if (isClosed) continue;
        const message = `The text after ${word.raw} never ends: a line with only "${name}" is missing.`;
        yield { range: file.range(word), message };
      }
    }
  },
};

function* unknownKeyword(file: Dockerfile, instruction: Instruction): Iterable<Problem> {
  const { keyword, keywordSpan } =
    instruction.keyword === 'ONBUILD' ? (instruction.inner ?? instruction) : instruction;
  if (keywords.includes(keyword)) return;
  const nearest =
    nearestName(keyword, keywords) ?? keywords.find((known) => isMixedUp(known, keyword));
  const range = file.range(keywordSpan);
  const message = `"${keyword}" is no instruction.`;
  if (nearest === undefined) yield { range, message };
  else {
    const edits = [replaceAt(file, keywordSpan, nearest)];
    const fixes = [{ title: `Write ${nearest}`, edits, automatic: false }];
    yield { range, message: `${message} Did you mean ${nearest}?`, fixes };
  }
}

/** Whether two words have the same letters, as FORM and FROM. */
function isMixedUp(word: string, other: string): boolean {
  return [...word].sort().join('') === [...other].sort().join('');
}

/** What an instruction cannot do without, as a sentence. */
function whatItLacks(instruction: Instruction): string | undefined {
  const { keyword, operands } = instruction;
  const [first, second] = operands;
  if (!keywords.includes(keyword)) return undefined;
  if (first === undefined) return `${keyword} says nothing: something must follow it.`;
  switch (keyword) {
    case 'FROM':
      return operands.length === 1 || (operands.length === 3 && second?.text.toUpperCase() === 'AS')
        ? undefined
        : 'FROM takes one image, and a name after AS if you like: FROM image AS name.';
    case 'COPY':
    case 'ADD':
      return copiedPaths(instruction) === undefined
        ? `${keyword} takes at least two paths: what is copied, and where to.`
        : undefined;
    case 'ENV':
    case 'LABEL':
      return operands.length === 1 && !first.raw.includes('=')
        ? `${keyword} takes a name and a value: ${keyword} ${first.raw}=value.`
        : undefined;
    case 'HEALTHCHECK':
      return ['CMD', 'NONE'].includes(first.text.toUpperCase())
        ? undefined
        : 'HEALTHCHECK takes CMD and a command, or NONE.';
    default:
      return undefined;
  }
}

const keywords: readonly string[] = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
];
