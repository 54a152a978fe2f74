import { copiedPaths, isArchive } from '../copied-paths';
import type { Dockerfile } from '../dockerfile';
import { replaceAt } from '../edits';
import type { Instruction } from '../instruction';
import type { Fix, Rule } from '../rule';

/** What ADD alone can do is let be: fetching, cloning and unpacking. */
export const copyFiles: Rule = {
  code: 'DL3020',
  name: 'copy-files',
  severity: 'error',
  summary: 'Copy files with COPY, not ADD.',
  why: 'ADD also fetches addresses and unpacks archives, so a reader cannot tell what arrives. COPY copies, nothing else.',
  example: {
    bad: 'FROM node:22-alpine\nADD server.js /app/',
    good: 'FROM node:22-alpine\nCOPY server.js /app/',
  },
  lesson: 'introduction/node-application',
  *check(file) {
    for (const instruction of file.instructions) {
      if (instruction.keyword !== 'ADD') continue;
      const { sources } = copiedPaths(instruction) ?? { sources: [] };
      const plain = sources.find(({ text }) => !needsAdd(text));
      if (plain === undefined) continue;
      yield {
        range: file.range(instruction.keywordSpan),
        message: `COPY does for ${plain.text} what ADD does, without surprises.`,
        fixes: toCopy(
          file,
          instruction,
          sources.map(({ text }) => text),
        ),
      };
    }
  },
};

function needsAdd(source: string): boolean {
  return isArchive(source) || /^(?:[a-z][a-z+]*:\/\/|git@)/.test(source);
}

function toCopy(
  file: Dockerfile,
  { flags, keywordSpan }: Instruction,
  sources: readonly string[],
): readonly Fix[] {
  const isPossible =
    flags.every(({ name }) => sharedFlags.has(name)) && !sources.some((source) => needsAdd(source));
  if (!isPossible) return [];
  const edits = [replaceAt(file, keywordSpan, 'COPY')];
  // A variable may hold an address.
  const automatic = !sources.some((source) => source.includes('$'));
  return [{ title: 'Write COPY', edits, automatic }];
}

const sharedFlags = new Set(['chown', 'chmod', 'link', 'exclude']);
