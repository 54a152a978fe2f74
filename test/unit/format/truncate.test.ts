import assert from 'node:assert/strict';
import { ellipsis, truncateId } from '../../../src/core/format/truncate';

describe('truncateId', () => {
  it('leaves twelve digits and no algorithm', () => {
    assert.equal(truncateId('sha256:0123456789abcdef'), '0123456789ab');
    assert.equal(truncateId('0123456789abcdef'), '0123456789ab');
  });
});

describe('ellipsis', () => {
  it('counts characters, not code units', () => {
    assert.equal(ellipsis('short', 20), 'short');
    assert.equal(ellipsis('🐳🐳🐳🐳', 3), '🐳🐳…');
  });
});
