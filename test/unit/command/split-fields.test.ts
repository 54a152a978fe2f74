import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitFields } from '../../../src/core/command/split-fields';

describe('splitFields', () => {
  const splits = (value: string, ...expected: readonly string[]) =>
    it(`splits ${value}`, () => assert.deepEqual(splitFields(value), expected));

  splits('a=b,c', 'a=b', 'c');
  splits('"a=b,c",d', 'a=b,c', 'd');
  splits('"say ""hi""",x', 'say "hi"', 'x');
  splits('');

  it('gives quoted fields back', () => {
    const fields = fc.array(fc.string({ minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(fields, (values) => {
        const text = values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
        assert.deepEqual(splitFields(text), values);
      }),
    );
  });
});
