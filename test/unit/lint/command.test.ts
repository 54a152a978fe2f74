import assert from 'node:assert/strict';
import { type Command, hasArgument, hasFlag, plainArguments } from '../../../src/core/lint/command';
import { parseDockerfile } from '../../../src/core/lint/dockerfile';
import type { ShellParser } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

describe('a command', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  function read(text: string): Command {
    const [command] = parseDockerfile(`RUN ${text}`, shell).instructions[0]?.script.commands ?? [];
    assert.ok(command);
    return command;
  }

  it('has its flags by name, bundled letters one by one', () =>
    assert.deepEqual(
      read('a -nv --yes --level=2 - -- b').arguments.map(({ flags }) => flags),
      [['n', 'v'], ['yes'], ['level'], [], [], []],
    ));

  it('has flags and arguments to ask for', () => {
    const command = read('a -xy "b c"');
    assert.deepEqual(
      [hasFlag(command, 'y', 'z'), hasFlag(command, 'z'), hasArgument(command, 'b c', 'd')],
      [true, false, true],
    );
  });

  it('has plain arguments, without values of flags unless they came with =', () =>
    assert.deepEqual(
      plainArguments(read('a -t b --level c --level=2 d e'), 't', 'level').map(({ text }) => text),
      ['d', 'e'],
    ));

  it('knows whether it is a step of its own', () =>
    assert.deepEqual(
      ['a && b', 'a | b', '["a"]'].map((text) => read(text).place),
      ['step', 'part', 'exec'],
    ));
});
