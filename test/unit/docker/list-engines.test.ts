import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineChoice } from '../../../src/core/engine-choice';
import type { EngineSearch } from '../../../src/docker/engine-search';
import { listEngines } from '../../../src/docker/list-engines';
import { FakeEngine, send, sendJson } from '../../support/engine-socket';
import { withFolder } from '../../support/temporary-folder';

const engines: FakeEngine[] = [];

async function start(version: string, component: string): Promise<string> {
  const engine = await FakeEngine.start({
    'GET /_ping': (_, response) => response.writeHead(200, { 'Api-Version': '1.44' }).end('OK'),
    'GET /v1.44/version': (_, response) =>
      sendJson(response, 200, { Version: version, Components: [{ Name: component }] }),
  });
  engines.push(engine);
  return engine.endpoint.url;
}

function context(name: string, host: string | undefined): Readonly<Record<string, string>> {
  const folder = createHash('sha256').update(name).digest('hex');
  const Endpoints = host === undefined ? {} : { docker: { Host: host } };
  return {
    [`.docker/contexts/meta/${folder}/meta.json`]: JSON.stringify({ Name: name, Endpoints }),
  };
}

/** Lists the engines of a home folder; the sockets of this machine are left out. */
async function list(
  files: Readonly<Record<string, string>>,
  given: Partial<EngineSearch> = {},
  prepare: (home: string) => Promise<void> = async () => undefined,
): Promise<readonly EngineChoice[]> {
  let choices: readonly EngineChoice[] = [];
  await withFolder(files, async (home) => {
    await prepare(home);
    const search = { environment: {}, home, platform: 'linux', timeout: 300, ...given } as const;
    const found = await listEngines(search);
    const isOfMachine = ({ url }: EngineChoice): boolean => /^unix:\/\/\/(?:var\/)?run\//.test(url);
    choices = found.filter((choice) => !isOfMachine(choice));
  });
  return choices;
}

describe('the list of engines', function () {
  if (process.platform === 'win32') this.pending = true;
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.stop();
  });

  it('has the contexts that answer, and those that do not with the reason', async () => {
    const url = await start('28.0.0', 'Engine');
    const files = { ...context('lab', url), ...context('gone', 'tcp://127.0.0.1:1') };
    assert.deepEqual(await list({ ...files, ...context('empty', undefined) }), [
      {
        address: 'context:empty',
        context: 'empty',
        origin: 'the docker context “empty”',
        url: '',
        state: { kind: 'silent', reason: 'The docker context “empty” names no engine.' },
      },
      {
        address: 'context:gone',
        context: 'gone',
        origin: 'the docker context “gone”',
        url: 'tcp://127.0.0.1:1',
        state: {
          kind: 'silent',
          reason: 'No container engine listens at tcp://127.0.0.1:1: the connection is refused.',
        },
      },
      {
        address: 'context:lab',
        context: 'lab',
        origin: 'the docker context “lab”',
        url,
        state: { kind: 'answers', name: 'Docker', version: '28.0.0' },
      },
    ]);
  });

  it('has the engine of DOCKER_HOST, and names who answers', async () => {
    const url = await start('5.0.0', 'Podman Engine');
    const [first] = await list({}, { environment: { DOCKER_HOST: url } });
    assert.deepEqual(first, {
      address: url,
      context: undefined,
      origin: 'DOCKER_HOST',
      url,
      state: { kind: 'answers', name: 'Podman', version: '5.0.0' },
    });
  });

  it('leaves out sockets where nobody answers, and a second way to the same engine', async () => {
    const url = await start('28.0.0', 'Engine');
    const choices = await list({ '.rd/x': '', ...context('lab', url) }, {}, async (home) =>
      symlink(url.replace('unix://', ''), join(home, '.rd/docker.sock')),
    );
    assert.deepEqual(
      choices.map(({ address }) => address),
      ['context:lab'],
    );
  });

  it('tells of contexts at once, and of what is known as it comes', async () => {
    const url = await start('28.0.0', 'Engine');
    const seen: string[] = [];
    await withFolder(context('lab', url), async (home) => {
      const environment = {};
      await listEngines({ environment, home, platform: 'win32' }, (choices) => {
        seen.push(choices.map(({ state }) => state.kind).join());
      });
    });
    assert.deepEqual([seen[0], seen.at(-1)], ['asked', 'answers']);
  });

  it('takes an engine that breaks off for a silent one', async () => {
    const engine = await FakeEngine.start({ 'GET /_ping': send(200, 'OK') });
    engines.push(engine);
    const [only] = await list(context('odd', engine.endpoint.url));
    assert.deepEqual(only?.state.kind, 'silent');
  });
});
