import assert from 'node:assert/strict';
import { confirm } from '../../../../src/docker/execute/confirm';
import { CollectedStreams } from '../../../support/engine-streams';

async function* typed(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function* silence(): AsyncGenerator<Uint8Array> {
  await new Promise(() => undefined);
}

describe('confirm', () => {
  const answers = (chunks: readonly string[], expected: boolean) =>
    it(`takes ${JSON.stringify(chunks)} for ${expected ? 'yes' : 'no'}`, async () => {
      const streams = new CollectedStreams({ stdin: typed(...chunks) });
      const { signal } = new AbortController();
      const answer = await confirm('Sure?', streams, signal);
      assert.deepEqual([answer, streams.output], [expected, 'Sure? [y/N] ']);
    });
  answers(['y\n'], true);
  answers(['Y', '\r'], true);
  answers(['yes\n'], false);
  answers([' y \n'], true);
  answers(['n\n', 'y\n'], false);
  answers(['yellow\n'], false);
  answers([], false);

  it('gives up when the caller stops', async () => {
    const abort = new AbortController();
    abort.abort();
    const streams = new CollectedStreams({ stdin: silence() });
    await assert.rejects(confirm('Sure?', streams, abort.signal), { code: 'cancelled' });
  });
});
