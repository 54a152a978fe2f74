import assert from 'node:assert/strict';
import { sliceLines } from '../../../src/core/lesson/source';

describe('sliceLines', () => {
  it('has the lines up to the last, not with it', () => {
    const source = { lines: ['a', 'b', 'c', 'd'], problem: () => undefined, nextId: () => '' };
    assert.equal(sliceLines(source, 1, 3), 'b\nc');
  });
});
