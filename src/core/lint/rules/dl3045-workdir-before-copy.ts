import { copiedPaths, mayBeAbsolute } from '../copied-paths';
import type { Dockerfile } from '../dockerfile';
import { insertAbove } from '../edits';
import type { Instruction } from '../instruction';
import type { Problem, Rule } from '../rule';
import { chainOf, type Section } from '../stages';

export const workdirBeforeCopy: Rule = {
  code: 'DL3045',
  name: 'workdir-before-copy',
  severity: 'warning',
  summary: 'Set WORKDIR before copying to a relative path.',
  why: 'Without WORKDIR a relative path begins at the root, or where the base image happens to be. Your files end up among those of the system.',
  example: {
    bad: 'FROM node:22-alpine\nCOPY server.js ./',
    good: 'FROM node:22-alpine\nWORKDIR /app\nCOPY server.js ./',
  },
  lesson: 'introduction/node-application',
  *check(file) {
    for (const section of file.sections) yield* checkSection(file, section);
  },
};

function* checkSection(file: Dockerfile, section: Section): Iterable<Problem> {
  const [own, ...below] = chainOf(section);
  let isSet = below.some(({ instructions }) => instructions.some(setsFolder));
  for (const instruction of own?.instructions ?? []) {
    isSet ||= setsFolder(instruction);
    const target = instruction.keyword === 'COPY' ? copiedPaths(instruction)?.target : undefined;
    if (isSet || target === undefined || mayBeAbsolute(target.text)) continue;
    const edits = [insertAbove(file, instruction, 'WORKDIR /app')];
    yield {
      range: file.range(target),
      message: `${target.text} is relative, but no WORKDIR says to what.`,
      fixes: [{ title: 'Insert WORKDIR /app above', edits, automatic: false }],
    };
  }
}

function setsFolder({ keyword }: Instruction): boolean {
  return keyword === 'WORKDIR';
}
