import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../src/core/lint/dockerfile';
import { scratchMounts } from '../../../src/core/lint/mounts';
import { testShellParser } from '../../support/shell-parser';

describe('scratchMounts', () => {
  it('are caches and temporary files, however their target is called', async () => {
    const text =
      'RUN --mount=type=cache,target=/a,id=x --mount=type=tmpfs,dst=/b --mount=type=bind,target=/c' +
      ' --mount=destination=/d,type=cache --network=none ls';
    const [run] = parseDockerfile(text, await testShellParser()).instructions;
    assert.deepEqual(run && scratchMounts(run), ['/a', '/b', '/d']);
  });
});
