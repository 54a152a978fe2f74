import assert from 'node:assert/strict';
import { list, on, value } from '../../../../src/core/command/flags/flag';

describe('flag makers', () => {
  it('leave out what is not given', () => {
    assert.deepEqual(on('rm', '', 'removes it'), {
      long: 'rm',
      takes: 'nothing',
      meaning: 'removes it',
    });
    assert.deepEqual(value('name', 'n', 'its name'), {
      long: 'name',
      takes: 'value',
      meaning: 'its name',
      short: 'n',
    });
    assert.equal(list('env', 'e', 'a variable').takes, 'list');
    assert.deepEqual(on('x', '', 'y', { level: 'low', text: 'Z.' }).risk?.(''), {
      level: 'low',
      text: 'Z.',
    });
  });
});
