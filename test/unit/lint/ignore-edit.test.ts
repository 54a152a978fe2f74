import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/lint/apply-fixes';
import { ignoreEdit } from '../../../src/core/lint/ignore-edit';

describe('ignoreEdit', () => {
  const ignores = (text: string, line: number, expected: string) =>
    assert.equal(applyEdits(text, [ignoreEdit(text, { code: 'DL2', line })]), expected);

  it('puts a comment above the instruction', () => {
    ignores('FROM a', 0, '# hadolint ignore=DL2\nFROM a');
    ignores('FROM a\r\n  RUN b', 1, 'FROM a\r\n  # hadolint ignore=DL2\r\n  RUN b');
  });

  it('adds to the comment that is there, before a remark', () => {
    ignores('# hadolint ignore=DL1\nFROM a', 1, '# hadolint ignore=DL1,DL2\nFROM a');
    ignores(
      '# hadolint ignore=DL1, DL3 # so\nFROM a',
      1,
      '# hadolint ignore=DL1, DL3,DL2 # so\nFROM a',
    );
  });

  it('leaves other comments alone', () =>
    ignores(
      '# hadolint global ignore=DL1\nFROM a',
      1,
      '# hadolint global ignore=DL1\n# hadolint ignore=DL2\nFROM a',
    ));
});
