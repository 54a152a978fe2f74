import assert from 'node:assert/strict';
import { withoutUndefined } from '../../../src/core/command/without-undefined';

describe('withoutUndefined', () => {
  it('keeps every other value', () =>
    assert.deepEqual(withoutUndefined({ a: 0, b: '', c: false, d: undefined, e: null }), {
      a: 0,
      b: '',
      c: false,
      e: null,
    }));
});
