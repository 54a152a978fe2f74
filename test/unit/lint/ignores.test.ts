import assert from 'node:assert/strict';
import { lintDockerfile } from '../../../src/core/lint/lint';
import type { ShellParser } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

describe('readIgnores', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  /** The lines, one-based, on which something is found in spite of the comments. */
  function finds(text: string, ...expected: readonly number[]) {
    const lines = lintDockerfile(text, { shell }).map(({ line }) => line + 1);
    assert.deepEqual([...new Set(lines)], expected);
  }

  it('listens to the line directly above, for the codes it names', () => {
    finds('# hadolint ignore=DL3006\nFROM a');
    finds('#hadolint\tignore = DL1 , DL3006 # why\nFROM a');
    finds('# hadolint ignore=DL3007\nFROM a', 2);
    finds('# hadolint ignore=DL3006\n\nFROM a', 3);
    finds('# hadolint ignore=DL3006\n# hadolint ignore=DL3007\nFROM a', 3);
  });

  it('covers the whole instruction, over continued lines', () =>
    finds('FROM a:1\n# hadolint ignore=DL3008,DL3015\nRUN ls && \\\n  apt-get install -y b'));

  it('hears nothing inside of an instruction or a heredoc', () => {
    finds('FROM a:1\nRUN ls \\\n# hadolint global ignore=DL4000\n  -l\nMAINTAINER me', 5);
    finds('FROM a:1\nRUN <<EOF\n# hadolint global ignore=DL4000\nEOF\nMAINTAINER me', 5);
  });

  it('covers the whole file with global, wherever it stands', () =>
    finds('FROM a\nFROM b\n# hadolint global ignore=DL3006'));

  it('covers a stage, from the line after its FROM on', () => {
    finds('# hadolint stage ignore=DL4000\nFROM a:1\nMAINTAINER me\nFROM b:1\nMAINTAINER me', 5);
    finds('FROM a:1\nMAINTAINER me\n# hadolint stage ignore=DL4000\nFROM b:1\nMAINTAINER me', 2);
  });

  it('is void with one bad name or none', () => {
    finds('# hadolint ignore=crazy,DL3006\nFROM a', 2);
    finds('# hadolint ignore=\nFROM a', 2);
    finds('# Hadolint ignore=DL3006\nFROM a', 2);
  });

  it('skips checks of BuildKit that a rule stands for, in the file or above an instruction', () => {
    finds('# check=skip=MaintainerDeprecated,X;error=true\nFROM a:1\nMAINTAINER me');
    finds('FROM a:1\n# check=skip=maintainerdeprecated // why\n# a remark\nMAINTAINER me');
    finds('FROM a:1\n# check=skip=MaintainerDeprecated\n\nMAINTAINER me', 4);
    finds('# check=skip=all\nFROM a\nMAINTAINER me', 2);
  });
});
