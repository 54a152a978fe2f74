import assert from 'node:assert/strict';
import type { ImageOutlook } from '../../../../src/core/engine';
import type { RunBlock } from '../../../../src/core/lesson/lesson';
import {
  explanationMessage,
  hintsMessage,
} from '../../../../src/editor/lesson-panel/explanation-message';
import { testShellParser } from '../../../support/shell-parser';

async function explain(command: string, imageOutlook?: () => Promise<ImageOutlook>) {
  const block: RunBlock = { kind: 'run', id: 'run-1', command, riskAnnounced: false, line: 1 };
  const shell = await testShellParser();
  return explanationMessage(block, { shell, workingDirectory: '/work', imageOutlook });
}

describe('explanationMessage', () => {
  it('names every part at its place in the command', async () => {
    const command = 'docker run -d nginx';
    const { parts, error, block, isOpen } = await explain(command);
    assert.deepEqual(
      [block, isOpen, error, parts.map(({ start, end }) => command.slice(start, end))],
      ['run-1', true, undefined, ['docker', 'run', '-d', 'nginx']],
    );
  });

  it('says what is wrong with a command that cannot be understood', async () => {
    const { parts, error } = await explain('docker run --detatch nginx');
    assert.deepEqual(parts, []);
    assert.match(error ?? '', /--detach/);
  });

  it('says what a pull would bring', async () => {
    const { outcome } = await explain('docker run -d nginx', async () => ({
      isPresent: false,
      size: 72_000_000,
    }));
    assert.equal(
      outcome[0],
      'The image nginx is not on the engine yet. It is pulled first: 72MB, once.',
    );
  });

  it('explains all the same when the engine cannot be asked', async () => {
    const { parts, outcome } = await explain('docker run -d nginx', () =>
      Promise.reject(new Error()),
    );
    assert.equal(parts.length, 4);
    assert.doesNotMatch(outcome.join(), /image nginx/);
  });
});

describe('hintsMessage', () => {
  it('has the same words, to be told in silence', async () => {
    const block: RunBlock = {
      kind: 'run',
      id: 'run-1',
      command: 'docker ps',
      riskAnnounced: false,
      line: 1,
    };
    const { isOpen, parts } = await hintsMessage(block, {
      shell: await testShellParser(),
      workingDirectory: '/',
    });
    assert.deepEqual([isOpen, parts.map(({ text }) => text)], [false, ['docker', 'ps']]);
  });
});
