import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../../src/core/lab-error';
import { connectEngine } from '../../../src/docker/engine';
import { chosenEndpoint, type EngineSearch } from '../../../src/docker/engine-search';
import { findEngine } from '../../../src/docker/find-engine';
import { FakeEngine, type Handler, hang, send } from '../../support/engine-socket';
import { certificates, startTlsEngine } from '../../support/engine-tls';
import { asOrdinaryUser } from '../../support/unprivileged';

let home: string;
let engine: FakeEngine | undefined;

async function start(ping: Handler): Promise<string> {
  engine = await FakeEngine.start({ 'GET /_ping': ping });
  return engine.endpoint.url;
}

function search(given: Partial<EngineSearch>): Promise<string> {
  const usual = { environment: {}, home, platform: 'linux', timeout: 200 } as const;
  return findEngine({ ...usual, ...given }).then(({ url }) => url);
}

/** The sign of life of an engine with that API. */
function speaking(apiVersion: string): Handler {
  return (_, response) => response.writeHead(200, { 'Api-Version': apiVersion }).end('OK');
}

function refuses(words: RegExp, code = 'no-engine') {
  return (error: unknown): boolean => {
    assert.ok(error instanceof LabError, String(error));
    assert.deepEqual([error.code, error.advice !== undefined], [code, true]);
    assert.match(error.message, words);
    return true;
  };
}

async function writeContext(name: string, host: string): Promise<void> {
  const folder = createHash('sha256').update(name).digest('hex');
  const meta = join(home, '.docker/contexts/meta', folder);
  await mkdir(meta, { recursive: true });
  await writeFile(
    join(meta, 'meta.json'),
    JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
  );
}

describe('findEngine', () => {
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
  });
  afterEach(async () => {
    await engine?.stop();
    engine = undefined;
    await rm(home, { recursive: true, force: true });
  });

  it('takes the address that is set for us', async () => {
    const url = await start(send(200, 'OK'));
    assert.equal(
      await search({ configured: url, environment: { DOCKER_HOST: 'tcp://127.0.0.1:1' } }),
      url,
    );
  });

  it('takes DOCKER_HOST', async () => {
    const url = await start(send(200, 'OK'));
    assert.equal(await search({ environment: { DOCKER_HOST: url } }), url);
  });

  it('takes the context that DOCKER_CONTEXT names', async () => {
    const url = await start(send(200, 'OK'));
    await writeContext('lab', url);
    assert.equal(await search({ environment: { DOCKER_CONTEXT: 'lab' } }), url);
  });

  it('takes the context that the setting names, whatever else is set', async () => {
    const url = await start(send(200, 'OK'));
    await writeContext('lab', url);
    const environment = { DOCKER_HOST: 'tcp://127.0.0.1:1', DOCKER_CONTEXT: 'gone' };
    assert.equal(await search({ configured: 'context:lab', environment }), url);
  });

  it('says that the setting names a context that is not there', async () => {
    await assert.rejects(search({ configured: 'context:gone' }), refuses(/“gone”/));
  });

  it('takes DOCKER_CONTEXT=default for the default socket, not for the current context', async () => {
    await writeContext('lab', await start(send(200, 'OK')));
    await writeFile(join(home, '.docker/config.json'), '{"currentContext":"lab"}');
    const chosen = await chosenEndpoint({
      environment: { DOCKER_CONTEXT: 'default' },
      home,
      platform: 'linux',
    });
    assert.equal(chosen?.url, 'unix:///var/run/docker.sock');
  });

  it('takes DOCKER_HOST before DOCKER_CONTEXT', async () => {
    const url = await start(send(200, 'OK'));
    assert.equal(await search({ environment: { DOCKER_HOST: url, DOCKER_CONTEXT: 'gone' } }), url);
  });

  it('takes the current context of the docker client', async () => {
    const url = await start(send(200, 'OK'));
    await writeContext('lab', url);
    await writeFile(join(home, '.docker/config.json'), '{"currentContext":"lab"}');
    assert.equal(await search({}), url);
  });

  it('does not go on to another engine when a chosen one is not there', async () => {
    const environment = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    await assert.rejects(search({ environment }), refuses(/nowhere.*DOCKER_HOST/));
  });

  it('says that nobody listens', async () => {
    const environment = { DOCKER_HOST: 'tcp://127.0.0.1:1' };
    await assert.rejects(search({ environment }), refuses(/refused/));
  });

  it('gives up on an engine that hangs', async () => {
    const url = await start(hang);
    await assert.rejects(search({ configured: url }), refuses(/in time/));
  });

  it('does not take a web page for an engine', async () => {
    const url = await start(send(200, '<html>OK</html>'));
    await assert.rejects(search({ configured: url }), refuses(/not a container engine/));
  });

  it('does not take an engine that is too old', async () => {
    const url = await start(speaking('1.39'));
    await assert.rejects(search({ configured: url }), refuses(/too old/, 'unsupported'));
  });

  for (const [spoken, used] of [
    ['1.41', '/v1.41/images/json'],
    ['1.44', '/v1.44/images/json'],
    ['1.52', '/v1.52/images/json'],
    ['1.60', '/v1.52/images/json'],
    ['unknown', '/images/json'],
  ] as const) {
    it(`asks an engine that speaks API ${spoken} for ${used}`, async () => {
      engine = await FakeEngine.start({
        'GET /_ping': speaking(spoken),
        'GET (/v[0-9.]+)?/images/json': send(200, '[]'),
      });
      const usual = { environment: {}, home, platform: 'linux' } as const;
      const found = connectEngine(await findEngine({ ...usual, configured: engine.endpoint.url }));
      assert.deepEqual(await found.images(), []);
      found.close();
      assert.deepEqual(engine.requests, ['GET /_ping', `GET ${used}`]);
    });
  }

  it('says that the socket is forbidden, and what to do', async function () {
    if (process.platform === 'win32') this.skip();
    const url = await start(send(200, 'OK'));
    await assert.rejects(
      asOrdinaryUser(() => search({ configured: url })),
      (error) =>
        refuses(/not allowed to open its socket/)(error) &&
        /usermod -aG docker/.test((error as LabError).advice ?? ''),
    );
  });

  it('says that an engine wants TLS', async () => {
    const url = await start(send(400, 'Client sent an HTTP request to an HTTPS server.\n'));
    await assert.rejects(search({ configured: url }), refuses(/only takes encrypted/));
  });

  it('talks TLS, with the certificates of DOCKER_CERT_PATH', async () => {
    const { server, url } = await startTlsEngine();
    const environment = { DOCKER_HOST: url, DOCKER_TLS_VERIFY: '1' };
    try {
      const found = await findEngine({
        environment: { ...environment, DOCKER_CERT_PATH: certificates },
        home,
        platform: 'linux',
      });
      const connected = connectEngine(found);
      assert.deepEqual(await connected.containers(), []);
      connected.close();
      const configured = await search({
        configured: url,
        environment: { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates },
      });
      assert.equal(configured, url);
      await assert.rejects(search({ environment }), refuses(/certificates/));
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  for (const [what, files] of [
    ['an authority that did not sign the engine’s certificate', { ca: 'cert' }],
    ['no certificate of its own', { ca: 'ca' }],
  ] as const) {
    it(`says in words that trust is missing, with ${what}`, async () => {
      const { server, url } = await startTlsEngine();
      const folder = join(home, 'certificates');
      await mkdir(folder);
      await copyFile(join(certificates, `${files.ca}.pem`), join(folder, 'ca.pem'));
      const environment = { DOCKER_HOST: url, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder };
      try {
        await assert.rejects(search({ environment }), refuses(/do not trust each other/));
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });
  }

  it('says that an engine speaks no TLS', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const environment = { DOCKER_HOST: `tcp://127.0.0.1:${port}`, DOCKER_TLS_VERIFY: '1' };
    try {
      await assert.rejects(search({ environment }), refuses(/does not take encrypted/));
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it('names a context that is not there', async () => {
    await assert.rejects(search({ environment: { DOCKER_CONTEXT: 'gone' } }), refuses(/“gone”/));
  });

  it('says what is wrong with an SSH address', async () => {
    const environment = { DOCKER_HOST: 'ssh://me:secret@host' };
    await assert.rejects(search({ environment }), refuses(/ssh:\/\/me@host/, 'usage'));
  });

  it('refuses an address that is none', async () => {
    await assert.rejects(search({ configured: 'ftp://x' }), refuses(/ftp/, 'usage'));
  });
});
