import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitCommand } from '../../../../src/core/command/service/split-command';

describe('splitCommand', () => {
  const splits = (text: string, ...words: readonly string[]) =>
    it(`splits ${text || 'nothing'}`, () => assert.deepEqual(splitCommand(text), words));
  splits('');
  splits('sleep 300', 'sleep', '300');
  splits('sh -c "echo hi; ls"', 'sh', '-c', 'echo hi; ls');
  splits('echo \'a "b"\' c', 'echo', 'a "b"', 'c');
  splits('a\\ b "c\\"d" ""', 'a b', 'c"d', '');

  it('gives back words that were quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (words) => {
        const quoted = words.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`);
        assert.deepEqual(splitCommand(quoted.join(' ')), words);
      }),
    );
  });
});
