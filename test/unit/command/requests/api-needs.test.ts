import assert from 'node:assert/strict';
import { apiNeeds } from '../../../../src/core/command/requests/api-needs';
import { optionsOf } from '../../../support/command-words';

describe('apiNeeds', () => {
  it('names the given flags alone', () => {
    const options = optionsOf('--all', 'volume prune');
    assert.deepEqual(apiNeeds(options, { all: '1.42', force: '9.9' }), [
      { flag: 'all', version: '1.42' },
    ]);
  });
});
