import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { LabError } from '../../src/core/lab-error';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { findEngine } from '../../src/docker/find-engine';
import { dockerClient } from '../support/engine-client';
import { carryOut, realEngine, removeAll, testLabels } from '../support/engine-real';
import {
  containersRequest,
  execRequest,
  logsRequest,
  runRequest,
} from '../support/engine-requests';
import { CollectedStreams } from '../support/engine-streams';
import { type SshServer, startSilentServer, startSshServer } from '../support/ssh-server';

const suite = 'ssh';
const name = `container-labs-ssh-${process.pid}`;
let server: SshServer;
let engine: Engine;

function find(url: string, timeout?: number) {
  const given = { environment: { DOCKER_HOST: url }, home: '/nowhere', platform: 'linux' } as const;
  return findEngine({ ...given, ...(timeout !== undefined && { timeout }) });
}

async function troubleAt(url: string, timeout?: number): Promise<readonly [string, string]> {
  const error = await find(url, timeout).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof LabError && error.advice !== undefined, String(error));
  return [error.code, error.message];
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The processes of our connections: `ssh` with the words that we give it. */
function connections(): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const port = new URL(server.url).port;
  return lines
    .filter((line) => /^\s*\d+ \S*ssh .*dial-stdio/.test(line) && line.includes(`-p ${port} `))
    .map((line) => Number.parseInt(line, 10));
}

describe('an engine reached by SSH', function () {
  this.timeout(60_000);
  before(async function () {
    (await realEngine(this)).close();
    const started = await startSshServer();
    if (typeof started === 'string') {
      process.stderr.write(`SKIPPED: ${started}\n`);
      return this.skip();
    }
    server = started;
    engine = connectEngine(await find(server.url));
    const script = 'for i in 1 2 3; do echo line $i; done; exec sleep 300';
    const made = runRequest('alpine', ['sh', '-c', script], { detach: true, name });
    const { error } = await carryOut(engine, made, { suite });
    assert.equal(error, undefined);
  });
  after(async () => {
    if (server === undefined) return;
    if (engine !== undefined) await removeAll(engine, suite);
    await server.stop();
  });

  it('is the one that the docker client reaches', async function () {
    const line = ['version', '--format', '{{.Server.Version}} {{.Server.APIVersion}}'];
    const client = await dockerClient(engine.endpoint, line);
    if (client === undefined) return this.skip();
    const { version, apiVersion } = await engine.engine();
    assert.equal(`${version} ${apiVersion}\n`, client.output);
  });

  it('runs a container that is attached to, input and all', async () => {
    const streams = new CollectedStreams({ stdin: once('one\ntwo\n') });
    const given = { interactive: true, remove: true };
    const request = runRequest('alpine', ['sh', '-c', 'cat; echo err >&2; exit 3'], given);
    const { outcome, output, errors } = await carryOut(engine, request, { suite, streams });
    assert.deepEqual([outcome?.exitCode, output, errors], [3, 'one\ntwo\n', 'err\n']);
  });

  it('runs a command in a container', async () => {
    const request = execRequest(name, ['sh', '-c', 'echo inside; exit 4']);
    const { outcome, output } = await carryOut(engine, request, { suite });
    assert.deepEqual([outcome?.exitCode, output], [4, 'inside\n']);
  });

  it('follows a log until it is told to stop', async () => {
    const streams = new CollectedStreams();
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const followed = carryOut(engine, logsRequest(name, { follow: true }), {
      ...{ suite, streams, options },
    });
    await streams.until('line 3\n');
    stop.abort();
    const { output } = await followed;
    assert.equal(output, 'line 1\nline 2\nline 3\n');
  });

  it('passes 20 MB, every byte', async () => {
    const hash = createHash('sha256');
    const streams = {
      stdout: (chunk: Uint8Array) => void hash.update(chunk),
      stderr: () => undefined,
      ...{ stdin: undefined, terminal: undefined },
    };
    const script = 'yes container-labs | head -c 20000000 | tee /tmp/sent; sha256sum /tmp/sent >&2';
    const errors: Buffer[] = [];
    const outcome = await engine.execute(
      runRequest('alpine', ['sh', '-c', script], { remove: true }),
      { ...streams, stderr: (chunk: Uint8Array) => void errors.push(Buffer.from(chunk)) },
      { workingDirectory: '/', labels: testLabels(suite), signal: new AbortController().signal },
    );
    const sent = Buffer.concat(errors).toString().split(' ')[0];
    assert.deepEqual([outcome.exitCode, hash.digest('hex')], [0, sent]);
  });

  it('asks many things at once', async () => {
    const facts = await Promise.all(Array.from({ length: 25 }, () => engine.container(name)));
    assert.deepEqual(new Set(facts.map((each) => each?.name)), new Set([name]));
  });

  it('says that a key does not fit', async () => {
    assert.deepEqual(await troubleAt(server.hosts.stranger), [
      'not-allowed',
      'stranger does not let you in by SSH.',
    ]);
  });

  it('says that a host has never been seen', async () => {
    assert.deepEqual(await troubleAt(server.hosts.unknown), [
      'no-engine',
      'The SSH key of unknown is not known on this machine.',
    ]);
  });

  it('says that there is no docker client over there', async () => {
    assert.deepEqual(await troubleAt(server.hosts.bare), [
      'no-engine',
      'There is no docker program on bare, which is needed to reach the engine.',
    ]);
  });

  it('says that nobody listens', async () => {
    assert.deepEqual(await troubleAt('ssh://127.0.0.1:1'), [
      'no-engine',
      'No SSH server can be reached on 127.0.0.1.',
    ]);
  });

  it('gives up on a host that says nothing', async () => {
    const silent = await startSilentServer();
    const [code, message] = await troubleAt(`ssh://127.0.0.1:${silent.port}`, 50);
    silent.stop();
    assert.equal(code, 'no-engine');
    assert.match(message, /does not answer in time/);
  });

  it('says that the connection broke in the middle', async () => {
    const own = connectEngine(await find(server.url));
    const streams = new CollectedStreams();
    const before = new Set(connections());
    const followed = carryOut(own, logsRequest(name, { follow: true }), { suite, streams });
    await streams.until('line 3\n');
    for (const pid of connections()) if (!before.has(pid)) process.kill(pid, 'SIGKILL');
    const { error } = await followed;
    assert.deepEqual([error?.code, error?.advice !== undefined], ['engine-gone', true]);
    own.close();
  });

  it('keeps no process once it is let go', async () => {
    const before = new Set(connections());
    const own = connectEngine(await find(server.url));
    await own.engine();
    const during = connections().filter((pid) => !before.has(pid));
    own.close();
    for (const pid of during) await gone(pid);
    assert.deepEqual(
      [during.length > 0, connections().filter((pid) => !before.has(pid))],
      [true, []],
    );
  });

  it('removes what it made', async () => {
    const request = containersRequest('rm', [name], { force: true });
    assert.equal((await carryOut(engine, request, { suite })).outcome?.exitCode, 0);
  });
});

async function gone(pid: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
