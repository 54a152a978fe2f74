import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { EngineEvent } from '../../src/core/engine';
import { LabError } from '../../src/core/lab-error';
import { listLabObjects, removeLabObjects } from '../../src/docker/clean-up';
import type { Engine } from '../../src/docker/engine';
import { createFacts } from '../../src/docker/facts';
import { carryOut, realEngine, removeAll } from '../support/engine-real';
import { createNetworkRequest, namedRequest, runRequest } from '../support/engine-requests';

const suite = 'engine';
const prefix = `container-labs-engine-${process.pid}`;
let engine: Engine;

describe('facts of the engine', function () {
  this.timeout(60_000);
  before(async function () {
    engine = await realEngine(this);
  });
  after(() => engine && removeAll(engine, suite));

  it('tells who it is', async () => {
    const facts = await engine.engine();
    assert.match(facts.version, /^\d+\.\d+/);
    assert.match(facts.apiVersion, /^1\.\d+$/);
    assert.equal(facts.endpoint, engine.endpoint.url);
  });

  it('tells the events of a run, live and afterwards', async () => {
    const name = `${prefix}-events`;
    const since = new Date();
    const abort = new AbortController();
    const seen: EngineEvent[] = [];
    const watching = engine.watchEvents((event) => {
      if (event.name === name) seen.push(event);
      if (event.name === name && event.action === 'destroy') abort.abort();
    }, abort.signal);
    const request = runRequest('alpine', ['sh', '-c', 'exit 3'], { name, remove: true });
    await carryOut(engine, request, { suite });
    await watching;
    const of = (events: readonly EngineEvent[]) =>
      events
        .filter((event) => event.name === name)
        .map(({ action, exitCode }) => [action, exitCode]);
    const told = of(await engine.eventsSince(since));
    assert.deepEqual(told, of(seen));
    const wanted = ['create', 'start', 'die', 'destroy'];
    assert.deepEqual(
      told.filter(([action]) => wanted.includes(String(action))),
      [
        ['create', undefined],
        ['start', undefined],
        ['die', 3],
        ['destroy', undefined],
      ],
    );
    assert.equal(seen[0]?.labels['container-labs.lesson'], 'test/engine');
  });

  it('runs a program in a container for a check', async () => {
    const name = `${prefix}-facts`;
    await carryOut(engine, runRequest('alpine', ['sleep', '300'], { name, detach: true }), {
      suite,
    });
    const facts = createFacts(engine, { readFile: async () => undefined });
    assert.deepEqual(
      await facts.execute(name, ['sh', '-c', 'echo a; sleep 0.2; echo b >&2; exit 4']),
      {
        exitCode: 4,
        output: 'a\nb\n',
      },
    );
    const much = await facts.execute(name, ['head', '-c', '1000000', '/dev/zero']);
    assert.deepEqual([much.exitCode, much.output.length], [0, 65_536]);
    await assert.rejects(facts.execute(`${name}-nope`, ['true']), LabError);
  });

  it('asks addresses and ports', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else response.end(`at ${request.url}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const facts = createFacts(engine, { readFile: async (path) => `text of ${path}` });
    const url = `http://127.0.0.1:${port}/old`;
    assert.deepEqual(
      [await facts.http(url), await facts.portAnswers(port), await facts.readFile('a')],
      [{ status: 200, body: 'at /new' }, true, 'text of a'],
    );
    server.close();
    server.closeAllConnections();
    assert.deepEqual([await facts.http(url), await facts.portAnswers(port)], [undefined, false]);
    await assert.rejects(facts.http('nonsense'), LabError);
  });

  it('cleans up what carries the label, and nothing else', async () => {
    const name = `${prefix}-mine`;
    const foreign = `${prefix}-foreign`;
    await carryOut(
      engine,
      runRequest('alpine', ['sleep', '300'], { name: foreign, detach: true }),
      {
        suite,
        options: { labels: { 'container-labs-test': 'foreign' } },
      },
    );
    try {
      await carryOut(engine, createNetworkRequest(name), { suite });
      await carryOut(engine, namedRequest('volume', 'create', [name]), { suite });
      const create = {
        HostConfig: { NetworkMode: name, Binds: [`${name}:/data`] },
        Volumes: { '/anonymous': {} },
      };
      await carryOut(
        engine,
        runRequest('alpine', ['sleep', '300'], { name, detach: true, create }),
        { suite },
      );
      const volumes = (await engine.container(name))?.mounts.map(({ source }) => source) ?? [];
      const own = (await listLabObjects(engine)).filter((object) => object.name === name);
      assert.deepEqual(
        own.map(({ kind, lesson }) => [kind, lesson]),
        [
          ['container', 'test/engine'],
          ['network', 'test/engine'],
          ['volume', 'test/engine'],
        ],
      );
      const result = await removeLabObjects(engine, own);
      const again = await removeLabObjects(engine, own);
      assert.deepEqual(
        [result, again],
        [
          { removed: own, failed: [] },
          { removed: own, failed: [] },
        ],
      );
      const left = (await engine.volumes()).filter((volume) => volumes.includes(volume.name));
      assert.deepEqual([volumes.length, left], [2, []]);
      assert.equal((await engine.container(foreign))?.state, 'running');
    } finally {
      const { id } = (await engine.container(foreign)) ?? { id: '' };
      await removeLabObjects(engine, [{ kind: 'container', id, name: foreign, lesson: '' }]);
    }
  });

  it('says what it could not remove, and goes on', async () => {
    const name = `${prefix}-busy`;
    await carryOut(engine, namedRequest('volume', 'create', [name]), { suite });
    const create = { HostConfig: { Binds: [`${name}:/data`] } };
    await carryOut(engine, runRequest('alpine', ['sleep', '300'], { name, detach: true, create }), {
      suite,
    });
    const objects = (await listLabObjects(engine)).filter((object) => object.name === name);
    const volume = objects.filter(({ kind }) => kind === 'volume');
    const { failed } = await removeLabObjects(engine, volume);
    assert.deepEqual(
      failed.map(({ object, reason }) => [object.name, reason.includes('in use')]),
      [[name, true]],
    );
  });
});
