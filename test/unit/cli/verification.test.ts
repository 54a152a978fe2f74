import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openVerification } from '../../../src/cli/verification';
import type { Workbench } from '../../../src/cli/verify-exercise';
import type { ExecuteOptions } from '../../../src/core/command/execution';
import type { VolumeSummary } from '../../../src/core/engine';
import { LabError } from '../../../src/core/lab-error';
import { Connection } from '../../../src/docker/connection';
import type { Engine } from '../../../src/docker/engine';
import { lessonOf } from '../../support/a-lesson';
import { FakeEngine } from '../../support/fake-engine';
import { testShellParser } from '../../support/shell-parser';
import { withFolder } from '../../support/temporary-folder';

const lesson = lessonOf('Text.');
/** An engine on which nothing is that could be removed. */
class EmptyEngine extends FakeEngine implements Engine {
  readonly endpoint = {
    kind: 'socket',
    path: '/nowhere.sock',
    url: 'unix:///nowhere.sock',
    origin: 'a test',
  } as const;
  readonly connection = Object.assign(Object.create(Connection.prototype), {
    json: async ({ path }: { readonly path: string }) => (path === '/volumes' ? {} : []),
  }) as Connection;
}

/** What a bench does on an engine; the folder of the labs has one file for learners. */
async function onBench(
  use: (bench: Workbench, engine: EmptyEngine, stop: () => void) => Promise<void>,
) {
  const engine = new EmptyEngine();
  await withFolder({ '01-intro/files/site/index.html': 'Mine' }, async (labsFolder) => {
    const shell = await testShellParser();
    const verification = await openVerification({ engine, shell, labsFolder });
    try {
      const bench = await verification.bench(lesson, '01-intro');
      await use(bench, engine, verification.stop);
    } finally {
      await verification.close();
      delete process.env.COMPOSE_PROJECT_NAME;
    }
  });
}

describe('openVerification', () => {
  it('runs in a folder with the chapter’s files, and removes it', async () => {
    let folder = '';
    await onBench(async (bench, engine) => {
      engine.onExecute = async (_, __, options) => {
        folder = options.workingDirectory;
        return undefined;
      };
      await bench.run('docker ps');
      await bench.writeFile('a', 'A');
      assert.deepEqual(
        [
          await readFile(join(folder, 'site/index.html'), 'utf8'),
          await readFile(join(folder, 'a'), 'utf8'),
        ],
        ['Mine', 'A'],
      );
    });
    await assert.rejects(access(folder));
  });
  it('marks what it makes, by lesson and by run', () =>
    onBench(async (bench, engine) => {
      let labels: ExecuteOptions['labels'] = {};
      engine.onExecute = async (_, __, options) => {
        labels = options.labels;
        return undefined;
      };
      await bench.run('docker run nginx');
      const { 'container-labs.lesson': id, 'container-labs.verify': run, ...others } = labels;
      assert.deepEqual([id, others], ['intro/ports', {}]);
      assert.match(run ?? '', /^[0-9a-f]{8}$/);
    }));
  it('keeps output and exit code', () =>
    onBench(async (bench, engine) => {
      engine.onExecute = async (_, streams) => {
        await streams.stdout(Buffer.from('out'));
        await streams.stderr(Buffer.from('err'));
        return { exitCode: 3 };
      };
      assert.deepEqual(await bench.run('docker ps'), { exitCode: 3, output: 'out', all: 'outerr' });
    }));
  it('judges files of its folder', () =>
    onBench(async (bench) => {
      const check = { kind: 'file', say: 'It is there', path: 'site/index.html' } as const;
      assert.equal((await bench.evaluate([check], {})).done, true);
    }));
  it('takes names of others for taken, not those of its own runs', () =>
    onBench(async (bench, engine) => {
      const volume = (name: string, labels = {}): VolumeSummary => ({ name, driver: 'x', labels });
      engine.volumeList = [volume('theirs'), volume('ours', { 'container-labs.verify': 'x' })];
      const isTaken = (name: string) => bench.isTaken('volume', name);
      assert.deepEqual(
        [await isTaken('theirs'), await isTaken('ours'), await isTaken('free')],
        [true, false, false],
      );
      assert.equal(await bench.isTaken('container', 'free'), false);
    }));
  it('stops what is to run', () =>
    onBench(async (bench, engine, stop) => {
      stop();
      await assert.rejects(bench.run('docker ps'), new LabError('cancelled', 'Interrupted.'));
      assert.deepEqual(engine.requests, []);
    }));
  it('has an engine that answers', () =>
    onBench(async (bench) => assert.equal(await bench.lacks('engine'), undefined)));
  it('says why an engine does not answer', () =>
    onBench(async (bench, engine) => {
      engine.engine = () => Promise.reject(new LabError('no-engine', 'Nobody answers.'));
      assert.equal(await bench.lacks('engine'), 'Nobody answers.');
    }));
});
