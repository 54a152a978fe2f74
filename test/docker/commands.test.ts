import assert from 'node:assert/strict';
import type { DockerRequest } from '../../src/core/command/request';
import { exitCodeOf } from '../../src/core/lab-error';
import type { Engine } from '../../src/docker/engine';
import { dockerClient } from '../support/engine-client';
import { carryOut, type Result, realEngine, removeAll } from '../support/engine-real';
import {
  containersRequest,
  createNetworkRequest,
  execRequest,
  imagesRequest,
  inspectRequest,
  listRequest,
  logsRequest,
  namedRequest,
  publish,
  runRequest,
} from '../support/engine-requests';
import { CollectedStreams } from '../support/engine-streams';

const suite = 'commands';
const web = `container-labs-commands-${process.pid}`;
let engine: Engine;

function say(
  request: DockerRequest,
  streams?: CollectedStreams,
  signal?: AbortSignal,
): Promise<Result> {
  return carryOut(engine, request, {
    suite,
    ...(streams && { streams }),
    ...(signal && { options: { signal } }),
  });
}

/** Compares our output with the docker client's for the same command, to the byte. */
function asTheClient(words: string, request: () => DockerRequest, format?: string): void {
  it(`docker ${words}${format === undefined ? '' : ` --format '${format}'`} prints what the docker client prints`, async function () {
    const more = format === undefined ? [] : ['--format', format];
    const line = [...words.replaceAll('WEB', web).split(' '), ...more];
    // An age may change between the two: then once more.
    for (let triesLeft = 2; ; triesLeft -= 1) {
      const both = [dockerClient(engine.endpoint, line), say(request())] as const;
      const [client, ours] = await Promise.all(both);
      if (client === undefined) {
        process.stderr.write('SKIPPED: no docker client to compare with\n');
        return this.skip();
      }
      if (ours.output !== client.output && triesLeft > 0) continue;
      const exitCode = ours.outcome?.exitCode ?? exitCodeOf(ours.error);
      assert.deepEqual([ours.output, exitCode], [client.output, client.exitCode]);
      return;
    }
  });
}

/** Compares the exit code of a command that fails with the docker client's. */
function endsAsTheClient(words: string, request: () => DockerRequest): void {
  it(`docker ${words} ends as with the docker client`, async function () {
    const client = await dockerClient(engine.endpoint, words.replaceAll('WEB', web).split(' '));
    if (client === undefined) {
      process.stderr.write('SKIPPED: no docker client to compare with\n');
      return this.skip();
    }
    const { outcome, error } = await say(request());
    assert.equal(outcome?.exitCode ?? exitCodeOf(error), client.exitCode, error?.message);
  });
}

describe('docker commands on the engine', function () {
  this.timeout(60_000);
  before(async function () {
    engine = await realEngine(this);
    const script = 'echo one; echo two >&2; echo three; exec sleep 300';
    const { error } = await say(
      runRequest('alpine', ['sh', '-c', script], {
        detach: true,
        name: web,
        create: publish(80, 0),
      }),
    );
    assert.equal(error, undefined);
    // The engine's own words for an age change every second at first.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  });
  after(() => engine && removeAll(engine, suite));

  const own = { name: [web] };
  asTheClient('ps --filter name=WEB', () => listRequest({ all: false, filters: own }));
  asTheClient('ps --all --no-trunc --filter name=WEB', () =>
    listRequest({ noTruncate: true, filters: own }),
  );
  asTheClient('ps --quiet --filter name=WEB', () => listRequest({ quiet: true, filters: own }));
  asTheClient('ps --filter name=WEB --format json', () =>
    listRequest({ filters: own, format: 'json' }),
  );
  asTheClient('ps --size --filter name=WEB', () => listRequest({ size: true, filters: own }));
  asTheClient(
    'ps --filter name=WEB --format {{.ID}}~{{.Names}}~{{.Labels}}~{{.Networks}}~{{.CreatedAt}}~{{.State}}',
    () =>
      listRequest({
        filters: own,
        format: '{{.ID}}~{{.Names}}~{{.Labels}}~{{.Networks}}~{{.CreatedAt}}~{{.State}}',
      }),
  );
  asTheClient('images alpine', () => imagesRequest({ reference: 'alpine' }));
  asTheClient('images --digests --no-trunc alpine', () =>
    imagesRequest({ reference: 'alpine', digests: true, noTruncate: true }),
  );
  asTheClient('images --format json alpine', () =>
    imagesRequest({ reference: 'alpine', format: 'json' }),
  );
  asTheClient('inspect WEB', () => inspectRequest([web]));
  asTheClient('inspect --type image alpine', () => inspectRequest(['alpine'], { type: 'image' }));
  const format =
    '{{.State.Status}} {{json .Config.Cmd}} {{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{$v.MacAddress}}{{end}}';
  asTheClient('inspect WEB', () => inspectRequest([web], { format }), format);
  asTheClient('inspect container-labs-nothing', () => inspectRequest(['container-labs-nothing']));
  asTheClient('port WEB', () => ({ kind: 'port', container: web, port: undefined }));
  asTheClient('logs WEB', () => logsRequest(web));
  asTheClient('logs --timestamps --tail 1 WEB', () =>
    logsRequest(web, { timestamps: true, tail: '1' }),
  );
  asTheClient('version --format {{.Server.Version}}', () => ({
    kind: 'version',
    format: '{{.Server.Version}}',
  }));
  asTheClient('info --format {{.ServerVersion}}', () => ({
    kind: 'info',
    format: '{{.ServerVersion}}',
  }));
  asTheClient('network ls --filter driver=host', () =>
    namedRequest('network', 'ls', [], { filters: { driver: ['host'] } }),
  );
  asTheClient('volume ls --filter name=container-labs-nothing', () =>
    namedRequest('volume', 'ls', [], { filters: { name: ['container-labs-nothing'] } }),
  );

  endsAsTheClient('rmi container-labs-nothing', () => ({
    kind: 'remove-images',
    images: ['container-labs-nothing'],
    force: false,
    noPrune: false,
  }));
  endsAsTheClient('tag container-labs-nothing other', () => ({
    kind: 'tag',
    source: 'container-labs-nothing',
    target: 'other',
  }));
  endsAsTheClient('pull --quiet 127.0.0.1:1/container-labs-nothing', () => ({
    kind: 'pull',
    image: '127.0.0.1:1/container-labs-nothing',
    platform: undefined,
    allTags: false,
    quiet: true,
  }));
  endsAsTheClient('create --pull never container-labs-nothing', () =>
    runRequest('container-labs-nothing', [], { start: false, pull: 'never' }),
  );
  endsAsTheClient('run --pull never container-labs-nothing', () =>
    runRequest('container-labs-nothing', [], { pull: 'never' }),
  );
  endsAsTheClient('exec --env-file /nowhere/a.env WEB true', () =>
    execRequest(web, ['true'], { environmentFiles: ['/nowhere/a.env'] }),
  );
  endsAsTheClient('rename container-labs-nothing other', () =>
    containersRequest('rename', ['container-labs-nothing', 'other']),
  );
  endsAsTheClient('network rm container-labs-nothing', () =>
    namedRequest('network', 'rm', ['container-labs-nothing']),
  );

  it('starting what has no program ends as with the docker client', async () => {
    const name = `${web}-no-program`;
    await say(runRequest('alpine', ['nope'], { name, start: false }));
    const client = await dockerClient(engine.endpoint, ['start', name]);
    const ours = await say(containersRequest('start', [name]));
    assert.deepEqual(
      [ours.error?.code, exitCodeOf(ours.error)],
      ['cannot-start', client?.exitCode ?? 1],
    );
  });

  it('prints of the engine what the docker client prints', async function () {
    // Without the counts, which others change meanwhile; the client lists runtimes in any order.
    const ofServer = (text: string): string =>
      text
        .slice(text.indexOf('Server:'))
        .replace(/^ +(?:Containers|Running|Paused|Stopped|Images): \d+\n/gm, '')
        .replace(/(?<= Runtimes: ).*/, (names) => names.split(' ').sort().join(' '));
    for (const kind of ['version', 'info'] as const) {
      const client = await dockerClient(engine.endpoint, [kind]);
      if (client === undefined) this.skip();
      const { output } = await say({ kind, format: undefined });
      assert.equal(ofServer(output), ofServer(client.output));
    }
  });

  it('logs keeps both streams apart', async () => {
    const { output, errors } = await say(logsRequest(web));
    assert.deepEqual([output, errors], ['one\nthree\n', 'two\n']);
  });

  it('logs --follow goes on until it is stopped', async () => {
    const abort = new AbortController();
    const streams = new CollectedStreams();
    const following = say(logsRequest(web, { follow: true }), streams, abort.signal);
    await streams.until('three');
    abort.abort();
    assert.equal((await following).error?.code, 'cancelled');
  });

  it('exec gives output and exit code', async () => {
    const { outcome, output, errors } = await say(
      execRequest(web, ['sh', '-c', 'echo in; echo err >&2; exit 5']),
    );
    assert.deepEqual([outcome?.exitCode, output, errors], [5, 'in\n', 'err\n']);
  });

  it('exec passes input on', async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('typed\n');
    }
    const streams = new CollectedStreams({ stdin: input() });
    const { output } = await say(execRequest(web, ['cat'], { interactive: true }), streams);
    assert.equal(output, 'typed\n');
  });

  it('exec tells user, folder and environment to the program', async () => {
    const given = { user: 'nobody', workingDirectory: '/tmp', environment: ['A=1'] };
    const { output } = await say(execRequest(web, ['sh', '-c', 'id -un; pwd; echo $A'], given));
    assert.equal(output, 'nobody\n/tmp\n1\n');
  });

  it('exec in a container that is not running says so', async () => {
    const name = `${web}-ended`;
    await say(runRequest('alpine', ['true'], { name }));
    assert.equal((await say(execRequest(name, ['true']))).error?.code, 'not-allowed');
    assert.equal(
      (await say(execRequest('container-labs-nothing', ['true']))).error?.code,
      'not-found',
    );
  });

  it('stop, start, rename, wait and rm do their work', async () => {
    const name = `${web}-verbs`;
    await say(runRequest('alpine', ['sleep', '300'], { name, detach: true }));
    const steps = [
      await say(containersRequest('pause', [name])),
      await say(containersRequest('unpause', [name])),
      await say(containersRequest('kill', [name], { signal: 'KILL' })),
      await say(containersRequest('wait', [name])),
      await say(containersRequest('start', [name])),
      await say(containersRequest('stop', [name], { timeout: 0 })),
      await say(containersRequest('rename', [name, `${name}-2`])),
      await say(containersRequest('rm', [`${name}-2`, 'container-labs-nothing'])),
    ];
    assert.deepEqual(
      steps.map(({ output }) => output),
      [`${name}\n`, `${name}\n`, `${name}\n`, '137\n', `${name}\n`, `${name}\n`, '', `${name}-2\n`],
    );
    assert.deepEqual(
      [steps.at(-1)?.outcome?.exitCode, steps.at(-1)?.errors],
      [1, 'Error response from daemon: No such container: container-labs-nothing\n'],
    );
  });

  it('rm does not remove a running container without --force', async () => {
    const { error } = await say(containersRequest('rm', [web]));
    assert.deepEqual([error?.code, error?.advice?.includes('--force')], ['not-allowed', true]);
  });

  it('makes labelled networks and volumes, and connects to them', async () => {
    const name = `${web}-net`;
    await say(createNetworkRequest(name, { a: 'b' }));
    await say({
      kind: 'connect-network',
      network: name,
      container: web,
      endpoint: { Aliases: ['server'] },
    });
    const networks = (await engine.container(web))?.networks;
    const facts = (await engine.networks()).find((network) => network.name === name);
    await say(namedRequest('network', 'disconnect', [name, web]));
    const removed = await say(namedRequest('network', 'rm', [name]));
    assert.deepEqual(
      [networks?.includes(name), facts?.labels, removed.output],
      [true, { a: 'b', 'container-labs.lesson': 'test/commands' }, `${name}\n`],
    );
    const volume = await say(namedRequest('volume', 'create', [name]));
    const labels = (await engine.volumes()).find((it) => it.name === name)?.labels;
    assert.deepEqual(
      [volume.output, labels],
      [`${name}\n`, { 'container-labs.lesson': 'test/commands' }],
    );
    await say(namedRequest('volume', 'rm', [name]));
  });

  it('pull tells digest and status', async () => {
    const { output, outcome } = await say({
      kind: 'pull',
      image: 'alpine',
      platform: undefined,
      allTags: false,
      quiet: false,
    });
    assert.equal(outcome?.exitCode, 0);
    assert.match(
      output,
      /^Using default tag: latest\nlatest: Pulling from library\/alpine\n(?:.*\n)*Digest: sha256:\w+\nStatus: .*\ndocker\.io\/library\/alpine:latest\n$/,
    );
  });

  it('tag and rmi', async () => {
    const target = `container-labs-test:${process.pid}`;
    await say({ kind: 'tag', source: 'alpine', target });
    const { output } = await say({
      kind: 'remove-images',
      images: [target],
      force: false,
      noPrune: false,
    });
    assert.equal(output, `Untagged: ${target}\n`);
  });
});
