import assert from 'node:assert/strict';
import { readNamespaces } from '../../../../src/core/command/run/namespaces';
import { withoutUndefined } from '../../../../src/core/command/without-undefined';
import { optionsOf } from '../../../support/command-words';

describe('readNamespaces', () => {
  const reads = (line: string, expected: object) =>
    it(`reads ${line}`, () =>
      assert.deepEqual(withoutUndefined(readNamespaces(optionsOf(`${line} alpine`))), expected));
  const refuses = (line: string, advice: string) =>
    it(`refuses ${line}`, () =>
      assert.throws(() => readNamespaces(optionsOf(`${line} alpine`)), { code: 'usage', advice }));

  reads('--rm', {});
  reads('--pid host --uts host --userns host --cgroupns private --ipc shareable', {
    PidMode: 'host',
    UTSMode: 'host',
    UsernsMode: 'host',
    CgroupnsMode: 'private',
    IpcMode: 'shareable',
  });
  reads('--pid container:web', { PidMode: 'container:web' });
  refuses('--pid container:', 'It is host or container:NAME.');
  refuses('--pid web', 'It is host or container:NAME.');
  refuses('--uts private', 'It can only be host.');
  reads('--userns keep-id:uid=1000', { UsernsMode: 'keep-id:uid=1000' });
  refuses('--userns x', 'It is host; with Podman also auto, keep-id or nomap.');
  refuses('--cgroupns x', 'It is host or private.');
});
