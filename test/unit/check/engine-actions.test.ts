import assert from 'node:assert/strict';
import { engineActions } from '../../../src/core/check/engine-actions';

describe('engineActions', () => {
  it('are sorted, and each stands once', () =>
    assert.deepEqual(engineActions, [...new Set(engineActions)].toSorted()));
});
