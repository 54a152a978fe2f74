import assert from 'node:assert/strict';
import type { ProgressAction } from '../../src/core/progress/progress';
import { ProgressStore } from '../../src/editor/progress-store';
import { MemoryMemento } from '../support/memory-memento';

const key = 'containerLabs.progress';

const opened = (lesson: string): ProgressAction => ({ type: 'lesson opened', lesson, time: 1 });

async function reading(stored: unknown): Promise<readonly string[]> {
  const store = new ProgressStore(new MemoryMemento({ [key]: stored }));
  await store.ready();
  store.dispose();
  return Object.keys(store.progress.lessons);
}

/** Stores after a while, and then shows what it was given at first, as the editor's own does. */
class EchoingMemento extends MemoryMemento {
  override async update(name: string, value: unknown): Promise<void> {
    await super.update(name, value);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await super.update(name, value);
  }
}

describe('ProgressStore', () => {
  it('knows in the next window what was done in the last', async () => {
    const memory = new MemoryMemento();
    const store = new ProgressStore(memory);
    await store.apply(opened('intro/ports'));
    store.dispose();
    assert.deepEqual(await reading(memory.get(key)), ['intro/ports']);
  });

  it('begins anew with what nobody can read', async () =>
    assert.deepEqual(await reading('spoiled'), []));

  it('leaves out a lesson that is spoiled, and keeps the others', async () => {
    const good = { begun: 1, read: true, exercises: {}, quizzes: {} };
    assert.deepEqual(await reading({ lessons: { bad: 7, good } }), ['good']);
  });

  it('loses nothing that another window has stored', async () => {
    const memory = new MemoryMemento();
    const [here, there] = [new ProgressStore(memory), new ProgressStore(memory)];
    await Promise.all([here.ready(), there.ready()]);
    await here.apply(opened('intro/ports'));
    await there.apply(opened('intro/volumes'));
    await here.refresh();
    assert.deepEqual(
      [here, there].map(({ progress }) => Object.keys(progress.lessons)),
      [
        ['intro/ports', 'intro/volumes'],
        ['intro/ports', 'intro/volumes'],
      ],
    );
    here.dispose();
    there.dispose();
  });

  it('loses nothing when actions come faster than the editor stores them', async () => {
    const memory = new EchoingMemento();
    const store = new ProgressStore(memory);
    const lessons = ['intro/ports', 'intro/volumes', 'intro/networks'];
    await Promise.all(lessons.map((lesson) => store.apply(opened(lesson))));
    store.dispose();
    assert.deepEqual(Object.keys(store.progress.lessons), lessons);
    assert.deepEqual(await reading(memory.get(key)), lessons);
  });

  it('tells of an action, and of another window only when that has done something', async () => {
    const memory = new MemoryMemento();
    const [here, there] = [new ProgressStore(memory), new ProgressStore(memory)];
    const told: (string | undefined)[] = [];
    here.onDidChange((action) => told.push(action?.type));
    await here.apply(opened('intro/ports'));
    await here.refresh();
    await there.apply(opened('intro/volumes'));
    await here.refresh();
    assert.deepEqual(told, ['lesson opened', undefined]);
    here.dispose();
    there.dispose();
  });
});
