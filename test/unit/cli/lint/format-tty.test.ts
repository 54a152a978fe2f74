import assert from 'node:assert/strict';
import { formatTty } from '../../../../src/cli/lint/format-tty';
import type { Finding } from '../../../../src/core/lint/rule';

describe('formatTty', () => {
  const finding = (message: string, automatic = false): Finding => ({
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
    message,
    code: 'DL1',
    severity: 'warning',
    line: 1,
    fixes: [{ title: '', edits: [], automatic }],
  });
  const prints = (findings: readonly Finding[], ...lines: readonly string[]) =>
    assert.equal(
      formatTty([{ file: 'D', findings }], false),
      lines.map((line) => `${line}\n`).join(''),
    );

  it('prints nothing when all is well', () => prints([]));
  it('prints a line a finding, and how many', () =>
    prints(
      [finding('One.'), finding('Two.', true)],
      'D:2:3 warning DL1 One.',
      'D:2:3 warning DL1 Two.',
      '2 findings; --fix repairs 1 of them.',
    ));
  it('speaks of one finding as one', () => {
    prints([finding('One.')], 'D:2:3 warning DL1 One.', '1 finding.');
    prints([finding('One.', true)], 'D:2:3 warning DL1 One.', '1 finding; --fix repairs it.');
  });
  it('lets no text steer the terminal', () =>
    prints([finding('a\u001b[2Jb')], 'D:2:3 warning DL1 a\ufffd[2Jb', '1 finding.'));
});
