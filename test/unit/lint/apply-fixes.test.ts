import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  automaticEdits,
  editBetween,
  fixDockerfile,
} from '../../../src/core/lint/apply-fixes';
import type { Edit, Finding } from '../../../src/core/lint/rule';
import type { ShellParser } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

/** Replaces characters of the first line. */
const edit = (start: number, end: number, text: string): Edit => ({
  range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
  text,
});

const finding = (automatic: boolean, ...edits: readonly Edit[]): Finding => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  message: '',
  code: 'DL1',
  severity: 'info',
  line: 0,
  fixes: [{ title: '', edits, automatic }],
});

describe('applyEdits', () => {
  it('applies edits in any order', () =>
    assert.equal(applyEdits('abcd', [edit(3, 4, 'D'), edit(0, 0, '>'), edit(1, 2, '')]), '>acD'));
});

describe('automaticEdits', () => {
  it('leaves out what asks first, and what touches an earlier one', () => {
    const first = edit(0, 2, 'x');
    const apart = edit(3, 3, 'y');
    assert.deepEqual(
      automaticEdits([
        finding(false, edit(5, 6, '')),
        finding(true, first),
        finding(true, edit(2, 3, 'z'), edit(4, 4, 'z')),
        finding(true, apart),
      ]),
      [first, apart],
    );
  });
});

describe('editBetween', () => {
  it('is as small as can be', () =>
    assert.deepEqual(editBetween('abcd', 'abXcd'), edit(2, 2, 'X')));

  it('makes one text of the other', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const found = editBetween(before, after);
        assert.equal(applyEdits(before, found === undefined ? [] : [found]), after);
      }),
    );
  });
});

describe('fixDockerfile', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  it('repairs in rounds what cannot be repaired at once', () =>
    assert.equal(
      fixDockerfile('FROM a:1\nRUN apt-get install b=1\nCMD a\nCMD b\nCMD c\n', { shell }),
      'FROM a:1\nRUN apt-get install --no-install-recommends -y b=1\nCMD ["c"]\n',
    ));

  it('leaves alone what a comment ignores', () => {
    const text = 'FROM a:1\n# hadolint ignore=DL3025\nCMD a\n';
    assert.equal(fixDockerfile(text, { shell }), text);
  });
});
