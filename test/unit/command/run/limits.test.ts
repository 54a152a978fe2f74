import assert from 'node:assert/strict';
import { readLimits } from '../../../../src/core/command/run/limits';
import { withoutUndefined } from '../../../../src/core/command/without-undefined';
import { optionsOf } from '../../../support/command-words';

describe('readLimits', () => {
  const reads = (line: string, expected: object) =>
    it(`reads ${line}`, () =>
      assert.deepEqual(withoutUndefined(readLimits(optionsOf(`${line} alpine`))), expected));
  const refuses = (line: string, text: RegExp) =>
    it(`refuses ${line}`, () =>
      assert.throws(
        () => readLimits(optionsOf(`${line} alpine`)),
        ({ code, message, advice }) => code === 'usage' && text.test(`${message} ${advice ?? ''}`),
      ));

  reads('--rm', {});
  reads('-m 64m --memory-reservation 32m --memory-swap -1 --memory-swappiness 0', {
    Memory: 64 * 2 ** 20,
    MemoryReservation: 32 * 2 ** 20,
    MemorySwap: -1,
    MemorySwappiness: 0,
  });
  reads('--cpus 0.5 -c 512 --cpu-period 1000 --cpu-quota 500 --cpuset-cpus 0-1', {
    NanoCpus: 5e8,
    CpuShares: 512,
    CpuPeriod: 1000,
    CpuQuota: 500,
    CpusetCpus: '0-1',
  });
  reads('--pids-limit 20 --shm-size 1m --oom-score-adj -5 --oom-kill-disable', {
    PidsLimit: 20,
    ShmSize: 2 ** 20,
    OomScoreAdj: -5,
    OomKillDisable: true,
  });
  reads('--ulimit nproc=64 --ulimit nofile=1 --ulimit nofile=1024:2048 --ulimit core=-1', {
    Ulimits: [
      { Name: 'core', Soft: -1, Hard: -1 },
      { Name: 'nofile', Soft: 1024, Hard: 2048 },
      { Name: 'nproc', Soft: 64, Hard: 64 },
    ],
  });
  reads('--blkio-weight 0 --blkio-weight-device /dev/sda:200 --device-read-bps /dev/sda:1mb', {
    BlkioWeight: 0,
    BlkioWeightDevice: [{ Path: '/dev/sda', Weight: 200 }],
    BlkioDeviceReadBps: [{ Path: '/dev/sda', Rate: 2 ** 20 }],
  });
  reads('--device-write-iops /dev/sda:100', {
    BlkioDeviceWriteIOps: [{ Path: '/dev/sda', Rate: 100 }],
  });

  refuses('-m -1', /number with a unit/);
  refuses('--memory-swappiness 101', /-1 to 100/);
  refuses('--blkio-weight 5', /10 to 1000/);
  refuses('--ulimit nofile', /nofile=1024:2048/);
  refuses('--ulimit files=1', /The limits are: core, cpu/);
  refuses('--ulimit nofile=2:1', /cannot be above the hard one/);
  refuses('--device-read-bps sda:1mb', /DEVICE:NUMBER/);
  refuses('--device-read-iops /dev/sda:1mb', /whole number/);
});
