import assert from 'node:assert/strict';
import { describeOutlook, imagesOf } from '../../../src/core/command/describe-outlook';
import { planBlock } from '../../../src/core/command/plan-block';
import { testShellParser } from '../../support/shell-parser';

async function needs(command: string, images: readonly string[]) {
  const surroundings = { workingDirectory: '/', home: '/', user: 'me', variables: {} };
  assert.deepEqual(imagesOf(planBlock(command, await testShellParser(), surroundings)), images);
}

describe('imagesOf', () => {
  it('are those of runs and pulls, each once', () =>
    needs('docker pull nginx\ndocker run nginx\ndocker create redis:8', ['nginx', 'redis:8']));
  it('are not those that the block builds first', () =>
    needs('docker build --tag app .\ndocker run app', []));
  it('are none of a list', () => needs('docker ps', []));
});

describe('describeOutlook', () => {
  const says = (isPresent: boolean, size: number | undefined, words: string) =>
    assert.equal(describeOutlook('nginx', { isPresent, size }), words);

  it('tells the room that an image takes', () =>
    says(true, 90_100_000, 'The image nginx is on the engine already: 90.1MB on its disk.'));
  it('tells that it is there', () =>
    says(true, undefined, 'The image nginx is on the engine already.'));
  it('tells the bytes of a pull', () =>
    says(
      false,
      33_000_000,
      'The image nginx is not on the engine yet. It is pulled first: 33MB, once.',
    ));
  it('tells of a pull whose size nobody knows', () =>
    says(false, undefined, 'The image nginx is not on the engine yet. It is pulled first.'));
});
