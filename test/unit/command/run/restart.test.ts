import assert from 'node:assert/strict';
import { parseRestart } from '../../../../src/core/command/run/restart';

describe('parseRestart', () => {
  const reads = (value: string, Name: string, MaximumRetryCount = 0) =>
    it(`reads ${value}`, () =>
      assert.deepEqual(parseRestart('restart', value), { Name, MaximumRetryCount }));
  const refuses = (value: string, advice: RegExp) =>
    it(`refuses “${value}”`, () =>
      assert.throws(() => parseRestart('restart', value), { code: 'usage', advice }));

  reads('no', 'no');
  reads('always', 'always');
  reads('unless-stopped', 'unless-stopped');
  reads('on-failure', 'on-failure');
  reads('on-failure:3', 'on-failure', 3);
  refuses('', /one of: no, always/);
  refuses('sometimes', /one of: no, always/);
  refuses('always:3', /Only on-failure/);
  refuses('on-failure:3:4', /Only on-failure/);
  refuses('on-failure:x', /whole number/);
});
