import assert from 'node:assert/strict';
import { commandMeanings } from '../../../../src/core/command/command-names';
import { flagsOf } from '../../../../src/core/command/flags';
import { isClientFlag } from '../../../../src/core/command/flags/client-flags';

describe('isClientFlag', () => {
  const is = (command: string, word: string, expected: boolean) =>
    it(`${expected ? 'leaves' : 'keeps'} ${command} ${word}`, () =>
      assert.equal(isClientFlag(command, word), expected));

  is('build', '--output', true);
  is('build', '--output=out', true);
  is('build', '-o', true);
  is('build', '--tag', false);
  is('build', 'output', false);
  is('run', '--secret', false);
  is('constructor', '--x', false);

  it('names no flag that is ours', () => {
    const both = Object.keys(commandMeanings).flatMap((command) =>
      (flagsOf(command) ?? [])
        .filter(({ long }) => isClientFlag(command, `--${long}`))
        .map(({ long }) => `${command} --${long}`),
    );
    assert.deepEqual(both, []);
  });
});
