import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import type { Engine } from '../../src/docker/engine';
import { type Program, passThrough, signalled, start } from '../support/attached-programs';
import { dockerClient } from '../support/engine-client';
import { realEngine, removeAll } from '../support/engine-real';

const suite = 'attached';
const label = ['--label', `container-labs.lesson=test/${suite}`];
let engine: Engine;

/** Bytes of every value, the same each time. */
function* bytes(megabytes: number): Generator<Uint8Array> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
  for (let index = 0; index < megabytes; index++) yield cipher.update(Buffer.alloc(1_000_000));
}

const listening = `
trap 'echo got INT' INT; trap 'echo got HUP' HUP; trap 'echo got TERM; exit 7' TERM
echo ready; while :; do sleep 0.1; done`;

/** The container says what it got; `then` is what it is sent after that. */
function proxies(what: string, steps: readonly (readonly [string, NodeJS.Signals])[]): void {
  it(`passes on ${what}, as the client does`, async () => {
    const words = ['run', '--rm', ...label, 'alpine', 'sh', '-c', listening];
    const [theirs, ours] = await Promise.all(
      (['theirs', 'ours'] as const).map((program) => signalled(start(program, words), steps)),
    );
    assert.deepEqual(ours, theirs);
  });
}

describe('attached runs of the command line', function () {
  this.timeout(120_000);
  before(async function () {
    engine = await realEngine(this);
    if ((await dockerClient(engine.endpoint, ['--version'])) !== undefined) return;
    process.stderr.write('SKIPPED: the docker client is not installed to compare with.\n');
    this.skip();
  });
  after(() => engine && removeAll(engine, suite));

  proxies('SIGTERM', [['ready', 'SIGTERM']]);
  proxies('SIGHUP, SIGINT and SIGTERM', [
    ['ready', 'SIGHUP'],
    ['got HUP', 'SIGINT'],
    ['got INT', 'SIGTERM'],
  ]);
  proxies('two of three SIGINT, and gives up', [
    ['ready', 'SIGINT'],
    ['got INT', 'SIGINT'],
    ['got INT\ngot INT', 'SIGINT'],
  ]);

  const through = (program: Program, megabytes: number) =>
    passThrough(start(program, ['run', '-i', '--rm', ...label, 'alpine', 'cat']), bytes(megabytes));

  it('send 200 MB of any bytes in and out, whole and in little memory', async () => {
    const ours = await through('ours', 200);
    assert.deepEqual([ours.exitCode, ours.received], [0, ours.sent]);
    assert.ok(ours.memory < 160_000_000, `${Math.round(ours.memory / 1e6)} MB`);
  });

  it('send the same through exec', async () => {
    const name = `container-labs-${suite}-${process.pid}`;
    await dockerClient(engine.endpoint, [
      'run',
      '-d',
      '--name',
      name,
      ...label,
      'alpine',
      'sleep',
      '300',
    ]);
    const ours = await passThrough(start('ours', ['exec', '-i', name, 'cat']), bytes(20));
    assert.deepEqual([ours.exitCode, ours.received], [0, ours.sent]);
  });
});
