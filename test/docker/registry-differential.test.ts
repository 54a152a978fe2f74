import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../src/docker/engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import { realEngine, removeAll } from '../support/engine-real';
import { startRegistry, startStrictRegistry, type TestRegistry } from '../support/registry';
import { withFolder } from '../support/temporary-folder';

const suite = 'registry';
let engine: Engine;
let registries: readonly TestRegistry[];

/** What every program says; ids of layers stay, names of the registries do not. */
async function sayAll(line: string) {
  const [theirs, ours] = registries;
  const rules = { engine, suite };
  const said = [
    await sayTheirs(line.replaceAll('REGISTRY', theirs?.host ?? ''), rules),
    await sayOurs(line.replaceAll('REGISTRY', ours?.host ?? ''), rules),
  ];
  return said.map(
    (each) => each && JSON.parse(JSON.stringify(each).replace(/127\.0\.0\.1:\d+/g, 'REGISTRY')),
  );
}

/** Layers go in any order, and their progress is told now and then. */
function inOrder({ output, ...rest }: { readonly output: string }) {
  const lines = output
    .split('\n')
    .filter((line) => !/: (?:Preparing|Waiting|Verifying)/.test(line));
  return { ...rest, lines: lines.sort() };
}

function sayAlike(line: string) {
  it(`say alike: ${line}`, async () => {
    const [theirs, ours] = await sayAll(line);
    assert.deepEqual(inOrder(ours), inOrder(theirs));
  });
}

describe('pushes and pulls, next to the docker client', function () {
  this.timeout(60_000);
  before(async function () {
    engine = await realEngine(this);
    if ((await sayTheirs('docker --version', { engine, suite })) === undefined) return this.skip();
    const started = await Promise.all([startRegistry(), startRegistry()]);
    registries = started.filter((registry) => registry !== undefined);
    if (registries.length < 2) {
      process.stderr.write('SKIPPED: no docker-registry is installed to push to\n');
      return this.skip();
    }
    await sayAll('docker tag alpine REGISTRY/app:1');
    await sayAll('docker tag alpine REGISTRY/app:2');
  });
  after(async () => {
    if (registries?.length === 2) await sayAll('docker rmi REGISTRY/app:1 REGISTRY/app:2');
    await removeAll(engine, suite);
    for (const registry of registries ?? []) await registry.stop();
  });

  sayAlike('docker push REGISTRY/app:1');
  sayAlike('docker push -q REGISTRY/app:1');
  sayAlike('docker push -a REGISTRY/app');
  sayAlike('docker push -aq REGISTRY/app');
  sayAlike('docker push REGISTRY/app');
  sayAlike('docker push REGISTRY/app:nothing');
  sayAlike('docker images --digests REGISTRY/app');
  sayAlike('docker rmi REGISTRY/app:1 REGISTRY/app:2');
  sayAlike('docker pull REGISTRY/app:1');
  sayAlike('docker pull REGISTRY/app:1');
  sayAlike('docker pull -q REGISTRY/app:2');
  sayAlike('docker pull -a REGISTRY/app');
  sayAlike('docker pull REGISTRY/app');
  sayAlike('docker pull REGISTRY/app:nothing');
  sayAlike('docker pull REGISTRY/nothing:1');
  sayAlike('docker pull --platform linux/nothing REGISTRY/app:1');
});

describe('sign-ins, as a registry gets them', function () {
  this.timeout(30_000);
  const shows = (line: string) =>
    it(`are shown by ${line}`, async function () {
      const own = await realEngine(this);
      const registry = await startStrictRegistry();
      const { DOCKER_CONFIG: usual } = process.env;
      const expected = `Basic ${Buffer.from('me:se:cret').toString('base64')}`;
      const files = { Dockerfile: `FROM ${registry.host}/app\n` };
      await withFolder(files, async (folder) => {
        const auths = { [registry.host]: { auth: expected.slice('Basic '.length) } };
        await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
        process.env.DOCKER_CONFIG = folder;
        await sayOurs(line.replaceAll('REGISTRY', registry.host), { engine: own, suite, folder });
        if (usual === undefined) delete process.env.DOCKER_CONFIG;
        else process.env.DOCKER_CONFIG = usual;
      });
      own.close();
      await registry.stop();
      assert.deepEqual([...new Set(registry.shown)], [expected]);
    });
  shows('docker pull REGISTRY/app');
  shows('docker run --rm REGISTRY/app');
  shows('docker build .');
  shows('docker tag alpine REGISTRY/app ; docker push REGISTRY/app ; docker rmi REGISTRY/app');
});
