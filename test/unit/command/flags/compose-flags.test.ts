import assert from 'node:assert/strict';
import { composeFlags, composeMeanings } from '../../../../src/core/command/flags/compose-flags';

describe('the commands of Compose', () => {
  it('with flags have a meaning', () =>
    assert.deepEqual(
      Object.keys(composeFlags).filter((name) => !Object.hasOwn(composeMeanings, name)),
      [],
    ));
});
