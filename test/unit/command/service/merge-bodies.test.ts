import assert from 'node:assert/strict';
import { bodyAt, mergeBodies, valueAt } from '../../../../src/core/command/service/merge-bodies';

describe('mergeBodies', () => {
  it('lays objects over each other and takes lists whole', () =>
    assert.deepEqual(mergeBodies({ a: { b: 1, c: [1] }, d: 2 }, { a: { c: [2], e: 3 } }), {
      a: { b: 1, c: [2], e: 3 },
      d: 2,
    }));
  it('puts a value to its place, and finds it again', () => {
    const body = bodyAt(['a', 'b'], 1);
    assert.deepEqual([body, valueAt(body, ['a', 'b'])], [{ a: { b: 1 } }, 1]);
    assert.equal(valueAt(body, ['a', 'b', 'c']), undefined);
  });
});
