import type { Dockerfile } from '../dockerfile';
import { replaceAt } from '../edits';
import type { Instruction } from '../instruction';
import type { Fix, Rule } from '../rule';
import type { Section } from '../stages';

export const startWithoutShell: Rule = {
  code: 'DL3025',
  name: 'start-without-shell',
  severity: 'warning',
  summary: 'Write what is started as a list: `CMD ["program", "argument"]`.',
  why: 'Without brackets a shell is started, and your program in it. The shell gets the signal of `docker stop` and often keeps it, so that stopping takes ten seconds.',
  example: {
    bad: 'FROM node:22-alpine\nCMD node server.js',
    good: 'FROM node:22-alpine\nCMD ["node", "server.js"]',
  },
  lesson: 'introduction/node-application',
  buildCheck: 'JSONArgsRecommended',
  *check(file) {
    for (const section of file.sections) {
      for (const each of section.instructions) {
        const instruction = each.keyword === 'HEALTHCHECK' ? each.inner : each;
        if (instruction === undefined || !starts.has(instruction.keyword)) continue;
        if (instruction.exec !== undefined || instruction.operands.length === 0) continue;
        yield {
          range: file.range(instruction.operandSpan),
          message: `A shell is started for this; write it as a list: ${each.keyword === 'HEALTHCHECK' ? 'CMD' : each.keyword} ["program", "argument"].`,
          fixes: toList(file, instruction, section),
        };
      }
    }
  },
};

const starts = new Set(['CMD', 'ENTRYPOINT']);

function toList(file: Dockerfile, instruction: Instruction, section: Section): readonly Fix[] {
  const fix = (strings: readonly string[], automatic: boolean): Fix => {
    const text = `[${strings.map((string) => JSON.stringify(string)).join(', ')}]`;
    const edits = [replaceAt(file, instruction.operandSpan, text)];
    return { title: `Write ${text}`, edits, automatic };
  };
  const words = plainWords(instruction);
  if (words !== undefined) return [fix(words, !hasBoth(section))];
  const { text } = instruction.operandText;
  return [fix(['/bin/sh', '-c', text.trim()], false)];
}

/** The words of a command that needs no shell. */
function plainWords({ script }: Instruction): readonly string[] | undefined {
  const words = script.plainWords;
  return words !== undefined && builtins.has(words[0] ?? '') ? undefined : words;
}

/** With both, the words of CMD become arguments of ENTRYPOINT: a list changes what is started. */
function hasBoth({ instructions }: Section): boolean {
  return [...starts].every((keyword) => instructions.some((each) => each.keyword === keyword));
}

/** Commands that only a shell knows. */
const builtins = new Set([
  '.',
  ':',
  'alias',
  'cd',
  'command',
  'eval',
  'exec',
  'exit',
  'export',
  'read',
  'set',
  'source',
  'trap',
  'type',
  'ulimit',
  'umask',
  'wait',
]);
