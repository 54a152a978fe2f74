import assert from 'node:assert/strict';
import type { RunBlock } from '../../../../src/core/lesson/lesson';
import { explanationMessage } from '../../../../src/editor/lesson-panel/explanation-message';
import { testShellParser } from '../../../support/shell-parser';

async function explain(command: string) {
  const block: RunBlock = { kind: 'run', id: 'run-1', command, riskAnnounced: false, line: 1 };
  return explanationMessage(block, await testShellParser(), '/work');
}

describe('explanationMessage', () => {
  it('names every part at its place in the command', async () => {
    const command = 'docker run -d nginx';
    const { parts, error, block } = await explain(command);
    assert.deepEqual(
      [block, error, parts.map(({ start, end }) => command.slice(start, end))],
      ['run-1', undefined, ['docker', 'run', '-d', 'nginx']],
    );
  });

  it('says what is wrong with a command that cannot be understood', async () => {
    const { parts, error } = await explain('docker run --detatch nginx');
    assert.deepEqual(parts, []);
    assert.match(error ?? '', /--detach/);
  });
});
