import assert from 'node:assert/strict';
import { fail, firstFailure, pass } from '../../../../src/core/check/judges/judgement';

const skip = { outcome: 'skip', found: 'no engine' } as const;

describe('firstFailure', () => {
  it('is a pass of none', () => assert.equal(firstFailure([]), pass));
  it('is a pass of passes', () => assert.equal(firstFailure([pass, pass]), pass));
  it('is the first that fails', () =>
    assert.deepEqual(firstFailure([pass, fail('a', 'b'), fail('c', 'd')]), fail('a', 'b')));
  it('is the first that cannot be told', () =>
    assert.equal(firstFailure([skip, fail('a', 'b')]), skip));
});
