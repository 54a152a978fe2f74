import assert from 'node:assert/strict';
import { splitCompose } from '../../../../src/docker/execute/compose-arguments';

function splits(
  words: string,
  expected: readonly [string, string | undefined, readonly string[]],
): void {
  it(words, () => {
    const { global, subcommand, files } = splitCompose(words.split(' '));
    assert.deepEqual([global.join(' '), subcommand, files], expected);
  });
}

describe('splitCompose', () => {
  splits('up -d', ['', 'up', []]);
  splits('-f a.yaml --file=b.yaml -p x up', [
    '-f a.yaml --file=b.yaml -p x',
    'up',
    ['a.yaml', 'b.yaml'],
  ]);
  splits('--verbose ps -a', ['--verbose', 'ps', []]);
  splits('--file', ['--file', undefined, ['']]);
});
