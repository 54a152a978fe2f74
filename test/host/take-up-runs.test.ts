import assert from 'node:assert/strict';
import type { ContainerFacts } from '../../src/core/engine';
import { LabError } from '../../src/core/lab-error';
import { KeptRuns } from '../../src/editor/run/kept-runs';
import { RunStates } from '../../src/editor/run/run-states';
import { takeUpRuns } from '../../src/editor/run/take-up-runs';
import { Terminals } from '../../src/editor/terminal/terminals';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { aContainer } from '../support/fake-facts';
import { MemoryMemento } from '../support/memory-memento';

/** What becomes of one kept run: what the engine was asked, what the page says, what is still kept. */
async function takeUp(
  container: Partial<ContainerFacts> | undefined,
  execute: FakeEngine['onExecute'] = async () => undefined,
) {
  const engine = new FakeEngine();
  engine.onExecute = execute;
  if (container !== undefined)
    engine.containerFacts.set('c1', aContainer({ id: 'c1', ...container }));
  const kept = new KeptRuns(new MemoryMemento());
  await kept.add({
    lesson: 'intro/ports',
    block: 'run-1',
    title: 'Ports',
    command: 'docker run -it alpine sh',
    container: 'c1',
  });
  const terminals = new Terminals();
  const states = new RunStates();
  const said: string[] = [];
  states.onDidChange((lesson) => {
    for (const { phase, text } of Object.values(states.of(lesson))) said.push(`${phase}: ${text}`);
  });
  const connection = connectionOf(engine);
  try {
    await takeUpRuns({ engine: { connection: async () => connection }, terminals, states, kept });
  } finally {
    terminals.dispose();
    states.dispose();
  }
  const asked = engine.requests.map((request) =>
    request.kind === 'containers'
      ? `${request.verb} ${request.containers.join()}${request.replay ? ', from the start' : ''}`
      : request.kind,
  );
  return { asked, said, kept: kept.all.length };
}

describe('takeUpRuns', () => {
  it('attaches to what is running, with all it has printed', async () =>
    assert.deepEqual(await takeUp({ state: 'running' }, async () => ({ exitCode: 3 })), {
      asked: ['attach c1, from the start'],
      said: [
        'running: Running.',
        'ended: Ended with exit code 3: the program says that something went wrong.',
      ],
      kept: 0,
    }));

  it('reads back what has ended meanwhile, and says how', async () =>
    assert.deepEqual(await takeUp({ state: 'exited', exitCode: 137, outOfMemory: true }), {
      asked: ['logs'],
      said: ['ended: Ended with exit code 137: killed, because it was out of memory.'],
      kept: 0,
    }));

  it('says so when the container is gone', async () =>
    assert.deepEqual(await takeUp(undefined), {
      asked: [],
      said: ['ended: It has ended while nobody watched, and its container is gone.'],
      kept: 0,
    }));

  it('says why it cannot go on', async () => {
    const gone = async () => {
      throw new LabError('engine-gone', 'The engine has stopped.');
    };
    assert.deepEqual(
      (await takeUp({ state: 'running' }, gone)).said.at(-1),
      'ended: The engine has stopped.',
    );
  });
});
