import assert from 'node:assert/strict';
import { Connection } from '../../../../../src/docker/connection';
import { chooseBuilder } from '../../../../../src/docker/execute/build/choose-builder';
import { buildRequest } from '../../../../support/engine-requests';
import { FakeEngine } from '../../../../support/engine-socket';

/** The builder that is chosen for an engine whose answer to a ping has these headers. */
async function chosen(headers: Readonly<Record<string, string>>, classic = false) {
  const fake = await FakeEngine.start({
    'GET .*/_ping': (_, response) => response.writeHead(200, headers).end('OK'),
  });
  try {
    return await chooseBuilder(buildRequest('.', { classic }), new Connection(fake.endpoint));
  } finally {
    await fake.stop();
  }
}

describe('chooseBuilder', () => {
  it('takes BuildKit where the engine has it and nobody is against it', async () => {
    assert.deepEqual(
      [
        await chosen({}),
        await chosen({ 'Builder-Version': '2' }),
        await chosen({ 'Builder-Version': '1' }),
        await chosen({ 'Libpod-API-Version': '4.3.1' }),
        await chosen({ 'Builder-Version': '2' }, true),
      ],
      ['buildkit', 'buildkit', 'classic', 'classic', 'classic'],
    );
  });
});
