import assert from 'node:assert/strict';
import { healthcheck } from '../../../../src/core/command/run/health-check';
import { optionsOf } from '../../../support/command-words';

describe('healthcheck', () => {
  const reads = (line: string, expected: object | undefined) =>
    it(`reads ${line}`, () => assert.deepEqual(healthcheck(optionsOf(`${line} alpine`)), expected));
  const refuses = (line: string) =>
    it(`refuses ${line}`, () =>
      assert.throws(() => healthcheck(optionsOf(`${line} alpine`)), { code: 'usage' }));

  reads('--rm', undefined);
  reads('--health-cmd true --health-interval 30s --health-timeout 1m30s --health-retries 3', {
    Test: ['CMD-SHELL', 'true'],
    Interval: 30e9,
    Timeout: 90e9,
    Retries: 3,
  });
  reads('--health-start-period 1s --health-start-interval 500ms', {
    StartPeriod: 1e9,
    StartInterval: 5e8,
  });
  reads('--no-healthcheck', { Test: ['NONE'] });
  refuses('--no-healthcheck --health-cmd true');
  refuses('--no-healthcheck --health-interval 3s');
  refuses('--health-retries -1');
  refuses('--health-interval 30');
});
