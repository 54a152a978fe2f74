import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRegistryImage } from '../../../src/docker/registry-manifest';

type Answers = Readonly<Record<string, object | string>>;

const platform = (architecture: string) => ({ os: 'linux', architecture });
const manifest = { config: { size: 1 }, layers: [{ size: 10 }, { size: 100 }] };

describe('readRegistryImage', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** A registry on this machine that has these answers by path, and nothing else. */
  async function serve(answers: Answers): Promise<string> {
    server = createServer(({ url = '' }, response) => {
      const answer = answers[url];
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function read(reference: string, mirrors: readonly string[] = []) {
    return readRegistryImage(
      reference,
      { mirrors, architecture: 'arm64' },
      AbortSignal.timeout(2000),
    );
  }

  it('adds up what travels: the layers and the configuration', async () => {
    const registry = await serve({ '/v2/team/app/manifests/1.0': manifest });
    assert.deepEqual(await read(`${registry}/team/app:1.0`), { size: 111 });
  });

  it('takes the manifest for the engine’s architecture', async () => {
    const registry = await serve({
      '/v2/app/manifests/latest': {
        manifests: [
          { digest: 'sha256:a', platform: platform('amd64') },
          { digest: 'sha256:b', platform: platform('arm64') },
        ],
      },
      '/v2/app/manifests/sha256:b': manifest,
    });
    assert.deepEqual(await read(`${registry}/app`), { size: 111 });
  });

  it('asks a mirror for what is Docker Hub’s, by the name it has there', async () => {
    const registry = await serve({ '/v2/library/nginx/manifests/latest': manifest });
    assert.deepEqual(await read('nginx', [`http://${registry}/`]), { size: 111 });
  });

  for (const [what, answer] of [
    ['an image that is not there', undefined],
    ['no manifest', '<html>'],
    ['a list', []],
    ['an index without this architecture', { manifests: [{ platform: platform('s390x') }] }],
    ['a layer without a size', { config: { size: 1 }, layers: [{}] }],
  ] as const) {
    it(`knows nothing of ${what}`, async () => {
      const registry = await serve(
        answer === undefined ? {} : { '/v2/app/manifests/latest': answer },
      );
      assert.equal(await read(`${registry}/app`), undefined);
    });
  }

  it('knows nothing of a registry that is not there', async () =>
    assert.equal(await read('127.0.0.1:9/app'), undefined));
});
