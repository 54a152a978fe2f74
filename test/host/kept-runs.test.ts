import assert from 'node:assert/strict';
import { type KeptRun, KeptRuns } from '../../src/editor/run/kept-runs';
import { MemoryMemento } from '../support/memory-memento';

const run = (container: string): KeptRun => ({
  lesson: 'intro/ports',
  block: 'run-1',
  title: 'Ports',
  command: 'docker run alpine',
  container,
});

const stored = (value: unknown) =>
  new KeptRuns(new MemoryMemento({ 'containerLabs.runs': value })).all;

describe('KeptRuns', () => {
  it('are there after a reload', async () => {
    const memory = new MemoryMemento();
    const kept = new KeptRuns(memory);
    await kept.add(run('c1'));
    await kept.add(run('c2'));
    await kept.remove('c1');
    assert.deepEqual(new KeptRuns(memory).all, [run('c2')]);
  });

  it('are each there once', async () => {
    const kept = new KeptRuns(new MemoryMemento());
    await kept.add(run('c1'));
    await kept.add({ ...run('c1'), command: 'docker attach c1' });
    assert.deepEqual(
      kept.all.map(({ command }) => command),
      ['docker attach c1'],
    );
  });

  it('are none where what is stored is spoiled', () =>
    assert.deepEqual([undefined, 'x', {}, 7].map(stored), [[], [], [], []]));
  it('are those that can be read', () =>
    assert.deepEqual(stored([run('c1'), null, { ...run('c2'), block: 7 }, []]), [run('c1')]));
});
