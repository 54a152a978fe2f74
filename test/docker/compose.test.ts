import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../src/docker/engine';
import { carryOut, type Result, realEngine, removeAll } from '../support/engine-real';
import { CollectedStreams } from '../support/engine-streams';

const suite = 'compose';
const file = `services:
  web:
    image: alpine
    command: ["sleep", "300"]
    stop_grace_period: 0s
    volumes: ["data:/data"]
volumes:
  data:
`;
let engine: Engine;
let folder: string;

function compose(...words: string[]): Promise<Result> {
  const options = { workingDirectory: folder };
  return carryOut(engine, { kind: 'compose', arguments: words }, { suite, options });
}

describe('docker compose on the engine', function () {
  this.timeout(120_000);
  before(async function () {
    engine = await realEngine(this);
    folder = await mkdtemp(join(tmpdir(), 'container-labs-compose-'));
    const { error } = await compose('version');
    if (error?.code !== 'missing-tool') return;
    process.stderr.write(`SKIPPED: ${error.message}\n`);
    this.skip();
  });
  after(async () => {
    if (engine === undefined) return;
    await rm(folder, { recursive: true, force: true });
    await removeAll(engine, suite);
  });

  it('brings services up with our label on everything, and down again', async () => {
    await writeFile(join(folder, 'compose.yaml'), file);
    const up = await compose('up', '-d');
    assert.equal(up.outcome?.exitCode, 0, up.errors);
    assert.equal(up.outcome?.detached, true);
    const isOwn = ({ labels }: { readonly labels: Readonly<Record<string, string>> }): boolean =>
      labels['container-labs.lesson'] === 'test/compose';
    const found = [
      (await engine.containers()).filter(isOwn).length,
      (await engine.networks()).filter(isOwn).length,
      (await engine.volumes()).filter(isOwn).length,
    ];
    const ps = await compose('ps', '-q');
    const down = await compose('down', '--volumes');
    assert.deepEqual([found, ps.output.trim().length, down.outcome?.exitCode], [[1, 1, 1], 64, 0]);
    assert.deepEqual((await engine.containers()).filter(isOwn), []);
  });

  it('stops its services when it is interrupted', async () => {
    await writeFile(join(folder, 'compose.yaml'), file);
    const abort = new AbortController();
    const streams = new CollectedStreams();
    const up = carryOut(
      engine,
      { kind: 'compose', arguments: ['up'] },
      { suite, streams, options: { workingDirectory: folder, signal: abort.signal } },
    );
    const states = async (): Promise<readonly string[]> =>
      (await engine.containers())
        .filter(({ labels }) => labels['container-labs.lesson'] === 'test/compose')
        .map(({ state }) => state);
    while (!(await states()).includes('running')) await sleep(100);
    // Compose listens to interrupts a moment after its containers have started.
    await sleep(1000);
    abort.abort();
    await up;
    assert.deepEqual(await states(), ['exited']);
    await compose('down', '--volumes');
  });

  it('says how to get Compose where there is none', async () => {
    const { PATH } = process.env;
    process.env.PATH = folder;
    try {
      const { error } = await compose('up');
      assert.deepEqual([error?.code, error?.exitCode], ['missing-tool', 127]);
      assert.match(error?.advice ?? '', /apt-get install docker-compose-v2/);
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('gives the exit code of one that fails', async () => {
    await rm(join(folder, 'compose.yaml'), { force: true });
    const { outcome, errors } = await compose('up');
    assert.notEqual(outcome?.exitCode, 0);
    assert.notEqual(errors, '');
  });
});
