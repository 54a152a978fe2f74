import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedContainer } from '../../src/core/command/execution';
import type { RunRequest } from '../../src/core/command/request';
import type { Engine } from '../../src/docker/engine';
import { carryOut, type Result, realEngine, removeAll } from '../support/engine-real';
import { containersRequest, publish, runRequest } from '../support/engine-requests';
import { CollectedStreams, FakeTerminal, TypedInput } from '../support/engine-streams';

const suite = 'run';
const prefix = `container-labs-run-${process.pid}`;
let engine: Engine;

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function run(
  request: RunRequest,
  streams?: CollectedStreams,
  options?: Parameters<typeof carryOut>[2]['options'],
): Promise<Result> {
  return carryOut(engine, request, {
    suite,
    ...(streams && { streams }),
    ...(options && { options }),
  });
}

function shell(script: string, given: Parameters<typeof runRequest>[2] = {}): RunRequest {
  return runRequest('alpine', ['sh', '-c', script], { remove: true, ...given });
}

/** The part of an error that a caller decides by. */
function trouble({ error }: Result): readonly [string | undefined, number | undefined] {
  return [error?.code, error?.exitCode];
}

describe('docker run on the engine', function () {
  this.timeout(60_000);
  before(async function () {
    engine = await realEngine(this);
    await run(shell('true'));
  });
  after(() => engine && removeAll(engine, suite));

  it('keeps both streams apart and gives the exit code', async () => {
    const { outcome, output, errors } = await run(shell('echo out; echo err >&2; exit 3'));
    assert.deepEqual([outcome?.exitCode, output, errors], [3, 'out\n', 'err\n']);
  });

  it('passes input on and closes it at its end', async () => {
    const streams = new CollectedStreams({ stdin: once('one\ntwo\n') });
    const { outcome, output } = await run(shell('cat; echo end', { interactive: true }), streams);
    assert.deepEqual([outcome?.exitCode, output], [0, 'one\ntwo\nend\n']);
  });

  it('passes bytes of every value on, in both directions', async () => {
    const bytes = Buffer.from(
      Array.from({ length: 1_000_000 }, (_, i) => (i * 7 + (i >> 8)) % 256),
    );
    async function* input(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
    }
    const received: Uint8Array[] = [];
    const streams = new CollectedStreams({ stdin: input() });
    streams.stdout = (chunk) => void received.push(Buffer.from(chunk));
    const { outcome } = await run(
      runRequest('alpine', ['cat'], { remove: true, interactive: true }),
      streams,
    );
    assert.deepEqual([outcome?.exitCode, Buffer.concat(received).equals(bytes)], [0, true]);
  });

  it('gives a container without input an empty one', async () => {
    const { output } = await run(shell('cat; echo end', { interactive: true }));
    assert.equal(output, 'end\n');
  });

  it('joins both streams on a terminal and keeps its size', async () => {
    const input = new TypedInput();
    const terminal = new FakeTerminal(99, 33);
    const streams = new CollectedStreams({ stdin: input, terminal });
    const running = run(shell('sh', { interactive: true, tty: true }), streams);
    await streams.until('#');
    input.type('sleep 1; echo "first $(stty size)"\r');
    await streams.until('first 33 99');
    terminal.resize(120, 40);
    input.type('sleep 1; echo "then $(stty size)" >&2\r');
    await streams.until('then 40 120');
    input.type('\u0003');
    input.type('exit 4\r');
    assert.equal((await running).outcome?.exitCode, 4);
  });

  it('takes every key only when it has a terminal and reads them', async () => {
    const told = async (given: Parameters<typeof shell>[1]) => {
      const asked: boolean[] = [];
      const streams = new CollectedStreams({
        stdin: new TypedInput(),
        terminal: new FakeTerminal(),
      });
      await run(shell('true', given), streams, { onAttached: (isRaw) => asked.push(isRaw) });
      return asked;
    };
    assert.deepEqual(await told({ interactive: true, tty: true }), [true]);
    assert.deepEqual(await told({ tty: true }), [false]);
    assert.deepEqual(await told({ interactive: true }), [false]);
    assert.deepEqual(await told({ detach: true, tty: true, interactive: true }), []);
  });

  it('interrupts by the keys of a terminal', async () => {
    const script = 'trap "exit 130" INT; echo ready; while :; do sleep 0.1; done';
    const input = new TypedInput();
    const streams = new CollectedStreams({ stdin: input, terminal: new FakeTerminal() });
    const running = run(
      shell(script, {
        interactive: true,
        tty: true,
      }),
      streams,
    );
    await streams.until('ready');
    input.type('\u0003');
    assert.equal((await running).outcome?.exitCode, 130);
  });

  it('goes on in the background after the detach keys', async () => {
    const input = new TypedInput();
    const streams = new CollectedStreams({ stdin: input, terminal: new FakeTerminal() });
    const name = `${prefix}-detach`;
    const running = run(
      shell('echo ready; sleep 100', { interactive: true, tty: true, name, remove: false }),
      streams,
    );
    await streams.until('ready');
    // As fingers do it; Podman takes no two of them at once.
    input.type('\u0010');
    await sleep(200);
    input.type('\u0011');
    const { outcome, errors } = await running;
    assert.deepEqual(
      [outcome?.detached, outcome?.exitCode, errors],
      [true, 0, 'read escape sequence\n'],
    );
    assert.equal((await engine.container(name))?.state, 'running');
  });

  it('refuses -it without a terminal, as the docker client does', async () => {
    assert.equal((await run(shell('true', { interactive: true, tty: true }))).error?.code, 'usage');
  });

  it('says which program is not there', async () => {
    const result = await run(runRequest('alpine', ['nope'], { remove: true }));
    assert.deepEqual(trouble(result), ['cannot-start', 127]);
    assert.match(result.error?.message ?? '', /nope/);
  });

  it('says which file is no program', async () => {
    const result = await run(runRequest('alpine', ['/etc/passwd'], { remove: true }));
    assert.deepEqual(trouble(result), ['cannot-start', 126]);
  });

  for (const remove of [true, false]) {
    it(`knows that memory ran out, ${remove ? 'of one that is removed' : 'of one that stays'}`, async () => {
      const create = { HostConfig: { Memory: 32 * 2 ** 20, MemorySwap: 32 * 2 ** 20 } };
      const { outcome } = await run(
        runRequest('alpine', ['tail', '/dev/zero'], { remove, create }),
      );
      assert.deepEqual([outcome?.exitCode, outcome?.outOfMemory], [137, true]);
    });
  }

  it('does not take a kill for want of memory', async () => {
    const { outcome } = await run(shell('kill -9 $$; sleep 1'));
    // The first process of a container cannot kill itself; a second one can.
    const killed = await run(shell('sh -c "kill -9 \\$\\$"; exit $?'));
    assert.deepEqual(
      [outcome?.outOfMemory, killed.outcome?.exitCode, killed.outcome?.outOfMemory],
      [false, 137, false],
    );
  });

  it('runs in the background, prints the id and tells the port', async () => {
    const name = `${prefix}-detached`;
    const started: StartedContainer[] = [];
    const request = runRequest('alpine', ['sleep', '100'], {
      detach: true,
      name,
      create: publish(80, 0),
    });
    const result = await run(request, undefined, {
      onStarted: (container) => started.push(container),
    });
    const container = result.outcome?.container;
    assert.deepEqual(
      [result.output, result.outcome?.detached, container?.name, started],
      [`${container?.id}\n`, true, name, [container]],
    );
    const ports = container?.ports.map(
      ({ containerPort, protocol }) => `${containerPort}/${protocol}`,
    );
    assert.deepEqual([...new Set(ports)], ['80/tcp']);
    assert.ok(container?.ports.every(({ hostPort }) => hostPort > 0));
  });

  it('says whose a name is', async () => {
    const name = `${prefix}-taken`;
    await run(runRequest('alpine', ['true'], { name, start: false }));
    const result = await run(runRequest('alpine', ['true'], { name }));
    assert.deepEqual(trouble(result), ['name-taken', 125]);
    assert.match(result.error?.advice ?? '', new RegExp(`docker rm ${name}`));
  });

  it('says whose a port is', async () => {
    const name = `${prefix}-port`;
    const first = await run(
      runRequest('alpine', ['sleep', '100'], { detach: true, name, create: publish(80, 0) }),
    );
    const port = first.outcome?.container?.ports[0]?.hostPort ?? 0;
    const second = runRequest('alpine', ['sleep', '100'], {
      detach: true,
      create: publish(80, port),
    });
    const result = await run(second);
    assert.deepEqual(trouble(result), ['port-taken', 125]);
    assert.match(result.error?.message ?? '', new RegExp(`${port}.*${name}`));
  });

  it('says that another program has a port', async () => {
    const server = createServer().listen(0, '0.0.0.0');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    try {
      const result = await run(
        runRequest('alpine', ['sleep', '100'], { detach: true, create: publish(80, port) }),
      );
      assert.deepEqual(trouble(result), ['port-taken', 125]);
      assert.match(result.error?.message ?? '', /another program/);
    } finally {
      server.close();
    }
  });

  it('says that an image is nowhere', async () => {
    const result = await run(runRequest('container-labs-nowhere/nothing', ['true']));
    assert.ok(
      ['image-missing', 'pull-failed'].includes(result.error?.code ?? ''),
      String(result.error),
    );
    assert.match(
      result.errors,
      /^Unable to find image 'container-labs-nowhere\/nothing:latest' locally\n/,
    );
  });

  it('does not pull when told not to', async () => {
    const request = runRequest('container-labs-nowhere/nothing', ['true'], { pull: 'never' });
    assert.deepEqual(trouble(await run(request)), ['image-missing', 125]);
  });

  it('interrupts a container that it follows, and says goodbye to one that does not listen', async () => {
    const abort = new AbortController();
    const streams = new CollectedStreams();
    const script = 'trap "echo bye; exit 5" INT; echo ready; while :; do sleep 0.1; done';
    const running = run(shell(script), streams, { signal: abort.signal });
    await streams.until('ready');
    abort.abort();
    const { outcome, output } = await running;
    assert.deepEqual([outcome?.exitCode, output], [5, 'ready\nbye\n']);

    const second = new AbortController();
    const deaf = new CollectedStreams();
    const name = `${prefix}-deaf`;
    const following = run(shell('trap "" INT; echo ready; sleep 100', { name }), deaf, {
      signal: second.signal,
    });
    await deaf.until('ready');
    second.abort();
    assert.equal((await following).error?.code, 'cancelled');
    assert.equal((await engine.container(name))?.state, 'running');
  });

  it('reads environment and label files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    try {
      await writeFile(join(folder, 'a.env'), '# note\nCOLOR=blue\nSIZE=1\n');
      await writeFile(join(folder, 'a.labels'), 'team=lab\n');
      const request = shell('echo $COLOR $SIZE', {
        remove: false,
        environmentFiles: ['a.env'],
        labelFiles: ['a.labels'],
        create: { Env: ['SIZE=2'] },
      });
      const { outcome, output } = await run(request, undefined, { workingDirectory: folder });
      const facts = await engine.container(outcome?.container?.id ?? '');
      // A container has the labels of its image, too.
      const labels = facts?.labels ?? {};
      assert.deepEqual(
        [output, labels.team, labels['container-labs.lesson']],
        ['blue 2\n', 'lab', 'test/run'],
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('labels a volume that a run makes by naming it', async () => {
    const name = `${prefix}-volume`;
    await run(shell('true', { create: { HostConfig: { Binds: [`${name}:/data`] } } }));
    const volume = (await engine.volumes()).find((candidate) => candidate.name === name);
    assert.deepEqual(volume?.labels, { 'container-labs.lesson': 'test/run' });
  });

  it('labels nameless volumes, and removes them with their container', async () => {
    const create = {
      Volumes: { '/a': {} },
      HostConfig: { Mounts: [{ Type: 'volume', Target: '/b' }] },
    };
    const name = `${prefix}-nameless`;
    await run(runRequest('alpine', ['sleep', '100'], { name, detach: true, remove: true, create }));
    const made = (await engine.container(name))?.mounts ?? [];
    const labelsOf = async (): Promise<readonly unknown[]> =>
      (await engine.volumes())
        .filter((volume) => made.some(({ source }) => source === volume.name))
        .map(({ labels }) => labels['container-labs.lesson']);
    assert.deepEqual(
      [made.map(({ target }) => target).sort(), await labelsOf()],
      [
        ['/a', '/b'],
        ['test/run', 'test/run'],
      ],
    );
    const gone = new AbortController();
    const watching = engine.watchEvents(({ action, name: of }) => {
      if (action === 'destroy' && of === name) gone.abort();
    }, gone.signal);
    await carryOut(engine, containersRequest('stop', [name], { timeout: 0 }), { suite });
    if ((await engine.container(name)) === undefined) gone.abort();
    await watching;
    assert.deepEqual(await labelsOf(), []);
  });

  it('takes a stopped container up again with its output and exit code', async () => {
    const name = `${prefix}-again`;
    await run(runRequest('alpine', ['sh', '-c', 'echo again; exit 6'], { name, start: false }));
    const request = containersRequest('start', [name], { attach: true });
    const { outcome, output } = await carryOut(engine, request, { suite });
    assert.deepEqual([outcome?.exitCode, output], [6, 'again\n']);
  });
});
