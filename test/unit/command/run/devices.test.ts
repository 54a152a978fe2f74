import assert from 'node:assert/strict';
import { parseDisk, readDevices } from '../../../../src/core/command/run/devices';
import { withoutUndefined } from '../../../../src/core/command/without-undefined';
import { optionsOf } from '../../../support/command-words';

describe('readDevices', () => {
  const reads = (line: string, expected: object) =>
    it(`reads ${line}`, () =>
      assert.deepEqual(withoutUndefined(readDevices(optionsOf(`${line} alpine`))), expected));
  const refuses = (line: string, advice: RegExp) =>
    it(`refuses ${line}`, () =>
      assert.throws(() => readDevices(optionsOf(`${line} alpine`)), { code: 'usage', advice }));

  const device = (host: string, inside = host, permissions = 'rwm') => ({
    PathOnHost: host,
    PathInContainer: inside,
    CgroupPermissions: permissions,
  });
  const gpus = (request: object) => ({
    DeviceRequests: [{ Driver: '', Count: 0, Capabilities: [['gpu']], Options: {}, ...request }],
  });

  reads('--rm', {});
  reads('--device /dev/fuse --device /dev/a:/dev/b --device /dev/c:r --device /dev/d:/dev/e:rw', {
    Devices: [
      device('/dev/fuse'),
      device('/dev/a', '/dev/b'),
      device('/dev/c', '/dev/c', 'r'),
      device('/dev/d', '/dev/e', 'rw'),
    ],
  });
  reads('--device vendor.com/class=one', {
    DeviceRequests: [{ Driver: 'cdi', DeviceIDs: ['vendor.com/class=one'] }],
  });
  reads('--gpus all', gpus({ Count: -1 }));
  reads('--gpus 2', gpus({ Count: 2 }));
  reads('--gpus "device=0,1"', gpus({ DeviceIDs: ['0', '1'] }));
  reads('--gpus driver=nvidia', gpus({ Driver: 'nvidia', Count: 1 }));
  reads(
    '--gpus "capabilities=compute,utility"',
    gpus({ Count: 1, Capabilities: [['compute', 'utility', 'gpu']] }),
  );

  refuses('--device fuse', /\/dev\/NAME/);
  refuses("--device ''", /\/dev\/NAME/);
  refuses('--device /dev/a:/dev/b:x', /\/dev\/NAME/);
  refuses('--gpus few', /whole number/);
  refuses('--gpus brand=x', /all, as a number/);

  it('takes rules for kinds of devices', () => {
    const options = optionsOf('alpine');
    assert.equal(readDevices(options).DeviceCgroupRules, undefined);
    refuseRule('nope');
  });
  function refuseRule(rule: string) {
    assert.throws(() => readDevices(optionsOf(`--device-cgroup-rule ${rule} alpine`)), {
      advice: 'Write it as “c 42:* rmw”.',
    });
  }
});

describe('parseDisk', () => {
  it('reads a disk and a number', () =>
    assert.deepEqual(
      parseDisk('flag', '/dev/sda:5', 'Rate', (_, value) => Number(value)),
      { Path: '/dev/sda', Rate: 5 },
    ));
});
