import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DockerRequest, PullRequest } from '../../src/core/command/request';
import type { Engine } from '../../src/docker/engine';
import { carryOut, type Result, realEngine } from '../support/engine-real';
import { buildRequest, containersRequest, runRequest } from '../support/engine-requests';
import { CollectedStreams } from '../support/engine-streams';
import { OwnEngine } from '../support/own-engine';
import { type Mood, OwnRegistry } from '../support/own-registry';

const suite = 'faults';
const pull: PullRequest = {
  kind: 'pull',
  image: '127.0.0.1:5000/big',
  platform: undefined,
  allTags: false,
  quiet: false,
};

let own: OwnEngine | undefined;
let registry: OwnRegistry | undefined;
let engine: Engine;

/** An engine of our own, with `alpine` on it; skips the test, loudly, where there can be none. */
async function start(
  context: Mocha.Context,
  given: { readonly size?: string; readonly mood?: Mood; readonly layer?: 'chance' | 'zero' } = {},
): Promise<OwnEngine> {
  const { size, mood = 'whole', layer = 'chance' } = given;
  const machine = await realEngine(context);
  const started = await OwnEngine.start(size);
  if (typeof started === 'string') {
    process.stderr.write(`SKIPPED: no engine of its own for this test: ${started}\n`);
    return context.skip();
  }
  own = started;
  engine = started.client();
  const bytes = layer === 'zero' ? 300_000_000 : 8_000_000;
  registry = await OwnRegistry.start(join(started.folder, 'registry.sock'), bytes, layer);
  registry.mood = mood;
  const image = await machine.connection.stream({ method: 'GET', path: '/images/alpine/get' });
  await engine.connection.text({ method: 'POST', path: '/images/load', upload: image });
  machine.close();
  return started;
}

function say(request: DockerRequest, streams?: CollectedStreams, client = engine): Promise<Result> {
  const options = { workingDirectory: own?.folder ?? '.' };
  return carryOut(client, request, { suite, options, ...(streams && { streams }) });
}

/** Code and words of an error, advice and all. */
function trouble({ error }: Result): readonly [string | undefined, string] {
  return [error?.code, `${error?.message} ${error?.advice}`];
}

function ending({ outcome, error }: Result): readonly [number | undefined, string | undefined] {
  return [outcome?.exitCode, error?.message];
}

async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('an engine in trouble', function () {
  this.timeout(120_000);
  afterEach(async () => {
    registry?.stop();
    await own?.stop();
    [own, registry] = [undefined, undefined];
  });

  it('is killed in the middle of a pull, which then goes on where it is started again', async function () {
    const it = await start(this, { mood: 'silent' });
    let fetched = 0;
    const options = {
      onPull: ({ layers }: { layers: readonly { current: number | undefined }[] }) => {
        fetched = layers[0]?.current ?? 0;
      },
    };
    const pulling = carryOut(engine, pull, { suite, options });
    await eventually(() => fetched > 0);
    it.kill();
    const [code, words] = trouble(await pulling);
    assert.equal(code, 'pull-failed');
    assert.match(words, /broke off.*Nothing is lost.*[Tt]ry again/);
    if (registry !== undefined) registry.mood = 'whole';
    await it.begin();
    assert.deepEqual(ending(await say(pull)), [0, undefined]);
    assert.ok(await engine.image('alpine'));
  });

  for (const classic of [false, true]) {
    it(`is killed in the middle of a build with ${classic ? 'the classic builder' : 'BuildKit'}`, async function () {
      const it = await start(this);
      await writeFile(join(it.folder, 'Dockerfile'), 'FROM alpine\nRUN echo begun; sleep 300\n');
      const streams = new CollectedStreams();
      const building = say(buildRequest('.', { classic }), streams);
      await eventually(() => /^(?:#\d+ [\d.]+ )?begun$/m.test(streams.output + streams.errors));
      it.kill();
      const [code, words] = trouble(await building);
      assert.equal(code, 'engine-gone');
      assert.match(words, /went away.*Start the engine again/);
      await it.begin();
      await writeFile(join(it.folder, 'Dockerfile'), 'FROM alpine\nRUN echo again\n');
      assert.equal((await say(buildRequest('.', { classic }))).outcome?.exitCode, 0);
    });
  }

  it('is killed in the middle of an attached run, and keeps the container', async function () {
    const it = await start(this);
    const streams = new CollectedStreams();
    const command = ['sh', '-c', 'echo kept > /file; echo begun; sleep 300'];
    const running = say(runRequest('alpine', command, { name: 'mine' }), streams);
    await streams.until('begun');
    it.kill();
    const [code, words] = trouble(await running);
    assert.equal(code, 'engine-gone');
    assert.match(words, /went away.*mine may run on.*docker ps --all/);
    // An idle connection may not know yet that nobody is at its other end.
    const [later = ''] = trouble(await say(containersRequest('start', ['mine'])));
    assert.match(later, /^(?:no-engine|engine-gone)$/);
    await it.begin();
    const container = await engine.container('mine');
    assert.deepEqual(
      [container?.name, container?.labels['container-labs.lesson']],
      ['mine', 'test/faults'],
    );
  });

  it('loses its socket: what runs goes on, and what comes is told', async function () {
    const it = await start(this);
    const streams = new CollectedStreams();
    const command = ['sh', '-c', 'echo begun; sleep 3; echo done'];
    const running = say(runRequest('alpine', command, { name: 'mine' }), streams);
    await streams.until('begun');
    await rm(join(it.folder, 'engine.sock'));
    const client = it.client();
    const [code, words] = trouble(await say(pull, undefined, client));
    assert.equal(code, 'no-engine');
    assert.match(words, /does not answer.*Is it running/);
    await streams.until('done');
    const { outcome, error } = await running;
    assert.ok(outcome?.exitCode === 0 || error?.code === 'no-engine', error?.message);
  });

  it('has a registry that breaks off half-way', async function () {
    await start(this, { mood: 'breaks' });
    const [code, words] = trouble(await say(pull));
    assert.equal(code, 'pull-failed');
    assert.match(words, /could not be pulled: .*Nothing is lost. Try again/);
    if (registry !== undefined) registry.mood = 'whole';
    assert.deepEqual(ending(await say(pull)), [0, undefined]);
  });

  it('has no room for what is pulled', async function () {
    await start(this, { size: '120m', layer: 'zero' });
    const [code, words] = trouble(await say(pull));
    assert.equal(code, 'pull-failed');
    assert.match(words, /disk .*is full.*docker system df/);
    assert.equal(
      (await say(runRequest('alpine', ['true'], { remove: true }))).outcome?.exitCode,
      0,
    );
  });

  it('has two clients that pull the same image at once', async function () {
    const it = await start(this);
    const results = await Promise.all([say(pull), say(pull, undefined, it.client())]);
    assert.deepEqual(
      results.map(({ outcome }) => outcome?.exitCode),
      [0, 0],
    );
  });

  it('has two clients, of which one removes what the other one watches', async function () {
    const it = await start(this);
    const other = it.client();
    const streams = new CollectedStreams();
    const running = say(
      runRequest('alpine', ['sh', '-c', 'echo begun; sleep 300'], { name: 'mine' }),
      streams,
    );
    await streams.until('begun');
    const taken = await say(runRequest('alpine', ['true'], { name: 'mine' }), undefined, other);
    const removed = await say(containersRequest('rm', ['mine'], { force: true }), undefined, other);
    assert.deepEqual(
      [taken.error?.code, removed.outcome?.exitCode, (await running).outcome?.exitCode],
      ['name-taken', 0, 137],
    );
  });
});
