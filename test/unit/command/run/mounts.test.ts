import assert from 'node:assert/strict';
import { readMounts } from '../../../../src/core/command/run/mounts';
import { optionsOf, surroundings } from '../../../support/command-words';

describe('readMounts', () => {
  const reads = (line: string, expected: Partial<ReturnType<typeof readMounts>>) =>
    it(`reads ${line}`, () =>
      assert.deepEqual(readMounts(optionsOf(`${line} alpine`), surroundings), {
        anonymous: [],
        binds: [],
        mounts: [],
        tmpfs: {},
        ...expected,
      }));

  reads('-v /cache -v data:/data:ro', { anonymous: ['/cache'], binds: ['data:/data:ro'] });
  reads('-v ./site:/x -v .:/y -v ../up/:/z', {
    binds: ['/work/site:/x', '/work:/y', '/up:/z'],
  });
  reads('-v /a/../b:/x', { binds: ['/a/../b:/x'] });
  reads('--mount type=bind,src=./site,dst=/x', {
    mounts: [{ Type: 'bind', Source: '/work/site', Target: '/x' }],
  });
  reads('--mount src=data,dst=/x', { mounts: [{ Type: 'volume', Source: 'data', Target: '/x' }] });
  reads('--tmpfs /tmp --tmpfs /run:size=1m,noexec', {
    tmpfs: { '/tmp': '', '/run': 'size=1m,noexec' },
  });
});
