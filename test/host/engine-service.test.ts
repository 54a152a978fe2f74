import assert from 'node:assert/strict';
import { LabError } from '../../src/core/lab-error';
import { EngineService } from '../../src/editor/engine-service';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { silent } from '../support/silent-log';

function serve(...answers: readonly (FakeEngine | LabError | Error)[]) {
  const asked: string[] = [];
  const service = new EngineService(
    async (address) => {
      asked.push(address);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer instanceof FakeEngine) return connectionOf(answer);
      throw answer;
    },
    () => 'unix:///chosen.sock',
    silent,
  );
  const states: string[] = [];
  service.onDidChangeState(({ kind }) => states.push(kind));
  const reach = (kind: string) =>
    new Promise<void>((resolve) => {
      if (service.state.kind === kind) resolve();
      service.onDidChangeState((state) => {
        if (state.kind === kind) resolve();
      });
    });
  return { service, asked, states, reach };
}

const none = new LabError('no-engine', 'No engine answers.', { advice: 'Start one.' });

describe('EngineService', () => {
  it('asks nobody before it is used', () => {
    const { service, asked } = serve(new FakeEngine());
    assert.deepEqual([service.state.kind, asked], ['idle', []]);
    service.dispose();
  });

  it('connects once for all who ask, to the address of the setting', async () => {
    const { service, asked, states } = serve(new FakeEngine());
    const [first, second] = await Promise.all([service.connection(), service.connection()]);
    assert.equal(first, second);
    assert.deepEqual([asked, states], [['unix:///chosen.sock'], ['looking', 'ready']]);
    service.dispose();
  });

  it('hands on what the engine reports', async () => {
    const engine = new FakeEngine();
    const { service } = serve(engine);
    await service.connection();
    const seen: string[] = [];
    service.onDidHappen(({ action }) => seen.push(action));
    engine.fire({ action: 'create' });
    engine.fire({ action: 'start' });
    assert.deepEqual(seen, ['create', 'start']);
    service.dispose();
  });

  it('says that there is none, and finds one that comes later by itself', async () => {
    const { service, states, reach } = serve(none, new FakeEngine());
    await assert.rejects(service.connection(), none);
    await reach('ready');
    assert.deepEqual(states, ['looking', 'none', 'ready']);
    service.dispose();
  });

  it('notices that the engine dies, and that it comes back', async () => {
    const engine = new FakeEngine();
    const { service, states, reach } = serve(engine);
    await service.connection();
    engine.die();
    await reach('none');
    await reach('ready');
    assert.deepEqual(states, ['looking', 'ready', 'none', 'ready']);
    service.dispose();
  });

  it('says in words when what answers is no engine', async () => {
    const { service } = serve(new TypeError('x is undefined'));
    await assert.rejects(service.connection());
    const { state } = service;
    assert.equal(
      state.kind === 'none' && state.error.message,
      'What answers is not understood as a container engine.',
    );
    service.dispose();
  });

  it('looks again at once when it is told to', async () => {
    const { service, asked } = serve(none, new FakeEngine());
    await assert.rejects(service.connection());
    await service.reconnect();
    assert.deepEqual([service.state.kind, asked.length], ['ready', 2]);
    service.dispose();
  });

  it('takes no answer of an engine that it was told to leave', async () => {
    const [slow, next] = [new FakeEngine(), new FakeEngine()];
    const answer = slow.engine.bind(slow);
    let reply: () => void = () => {};
    slow.engine = () =>
      new Promise((resolve) => {
        reply = () => resolve(answer());
      });
    const { service, states } = serve(slow, next);
    const asked = service.connection();
    await new Promise(setImmediate);
    await service.reconnect();
    reply();
    assert.deepEqual(
      [await asked, slow.isClosed, states],
      [next, true, ['looking', 'idle', 'looking', 'ready']],
    );
    service.dispose();
  });
});
