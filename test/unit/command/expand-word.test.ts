import assert from 'node:assert/strict';
import { type Expansion, expandWord } from '../../../src/core/command/expand-word';
import type { ShellParser } from '../../../src/core/shell/script';
import { surroundings } from '../../support/command-words';
import { testShellParser } from '../../support/shell-parser';

describe('expandWord', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  const expands = (word: string, expected: Expansion) =>
    it(`${word} is ${JSON.stringify(expected)}`, () => {
      const parsed = shell.parse(`a ${word}`).commands[0]?.words[1];
      assert.ok(parsed);
      assert.deepEqual(expandWord(parsed, surroundings), expected);
    });
  const value = (word: string, text: string) => expands(word, { value: text });
  const needs = (word: string, needsShell: string) => expands(word, { needsShell });

  value('plain', 'plain');
  value("'$NAME'", '$NAME');
  value('$NAME', 'value');
  value('"${NAME}s"', 'values');
  value('$PWD/site', '/work/site');
  value('"$(pwd)/site:/x"', '/work/site:/x');
  value('`pwd`', '/work');
  value('~/x', '/home/me/x');
  value('$HOME', '/home/me');
  value('$USER', 'me');
  value('a$NOTHING', 'a');
  value('a$UNSET', 'a');
  value('$constructor', '');
  value('[::1]:80:80', '[::1]:80:80');
  needs('$(date)', 'the substitution $(date)');
  needs('*.txt', 'a file name pattern');
  needs('a[bc]', 'a file name pattern');
  needs('${NAME:-x}', 'the expansion ${NAME:-x}');
  needs('$?', 'the expansion $?');
  needs('{a,b}', 'the expansion {a,b}');
});
