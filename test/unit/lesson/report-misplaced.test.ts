import assert from 'node:assert/strict';
import { createMarkdown } from '../../../src/core/lesson/markdown';
import { reportMisplaced } from '../../../src/core/lesson/report-misplaced';

function reports(text: string, ...expected: readonly (readonly [number, string])[]) {
  const found: (readonly [number, string])[] = [];
  const problem = (line: number, message: string) => void found.push([line, message]);
  reportMisplaced(createMarkdown().parse(text, {}), { lines: [], problem, nextId: () => '' });
  assert.deepEqual(found, expected);
}

const words = 'cannot stand inside a list, a quote or a hint: put it on its own.';

describe('reportMisplaced', () => {
  it('leaves text and plain code', () => reports('One.\n\n```sh\na\n```\n'));
  it('tells code with a meaning', () =>
    reports('One.\n\n```sh  run announced\na\n```\n', [2, `"sh run announced" ${words}`]));
  it('tells a block', () => reports('::: quiz why\n:::\n', [0, `"quiz why" ${words}`]));
});
