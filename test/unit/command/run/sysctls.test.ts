import assert from 'node:assert/strict';
import { parseSysctls } from '../../../../src/core/command/run/sysctls';

describe('parseSysctls', () => {
  const refuses = (value: string, advice: RegExp) =>
    it(`refuses ${value}`, () =>
      assert.throws(() => parseSysctls([value]), { code: 'usage', advice }));

  it('reads parameters that a container has of its own', () => {
    const values = ['net.core.somaxconn=1024', 'kernel.msgmax=1', 'fs.mqueue.msg_max=2'];
    assert.deepEqual(parseSysctls(values), {
      'net.core.somaxconn': '1024',
      'kernel.msgmax': '1',
      'fs.mqueue.msg_max': '2',
    });
  });
  refuses('vm.swappiness=1', /only below net\./);
  refuses('net.core.somaxconn', /NAME=VALUE/);
});
