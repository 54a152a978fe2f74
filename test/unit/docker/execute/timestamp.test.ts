import assert from 'node:assert/strict';
import { LabError } from '../../../../src/core/lab-error';
import { toTimestamp } from '../../../../src/docker/execute/timestamp';

const now = new Date('2026-01-31T12:00:00Z');

function reads(value: string, expected: string): void {
  it(value, () => assert.equal(toTimestamp(value, now), expected));
}

describe('toTimestamp', () => {
  reads('10m', '1769860200.000000000');
  reads('1h30m', '1769855400.000000000');
  reads('1.5s', '1769860798.500000000');
  reads('1700000000', '1700000000');
  reads('1700000000.25', '1700000000.25');
  reads('2026-01-31T11:00:00Z', '1769857200.000000000');

  it('refuses what is no point in time', () => {
    assert.throws(() => toTimestamp('yesterday', now), LabError);
  });
});
