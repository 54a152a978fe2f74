import assert from 'node:assert/strict';
import { commandPart, inOrder, roleOfArgument } from '../../../src/core/command/command-parts';
import { words } from '../../support/command-words';

describe('commandPart', () => {
  it('spans its words', () => {
    const [first, ...both] = words('docker container  ls');
    assert.ok(first);
    const part = commandPart(both, 'subcommand');
    assert.deepEqual(part, {
      role: 'subcommand',
      flag: undefined,
      value: 'container ls',
      words: both.map(({ word }) => word),
      text: 'container ls',
      start: 7,
      end: 20,
    });
    assert.deepEqual(
      inOrder([part, commandPart([first], 'program')]).map(({ start }) => start),
      [0, 7],
    );
  });
});

describe('roleOfArgument', () => {
  const roles = (command: string, ...expected: readonly string[]) =>
    it(`of ${command}: ${expected.join(', ')}`, () =>
      assert.deepEqual(
        expected.map((_, index) => roleOfArgument(command, index)),
        expected,
      ));

  roles('run', 'image', 'argument', 'argument');
  roles('exec', 'container', 'argument');
  roles('rm', 'container', 'container');
  roles('logs', 'container');
  roles('port', 'container', 'argument');
  roles('rmi', 'image', 'image');
  roles('build', 'argument');
  roles('network connect', 'argument', 'argument');
});
