import assert from 'node:assert/strict';
import { ask } from '../../../../src/editor/engine-tree/object-actions';
import { inspectRequest } from '../../../../src/editor/engine-tree/requests';
import { type Execute, FakeEngine } from '../../../support/fake-engine';

const web = {
  kind: 'container',
  id: 'c1',
  name: 'web',
  lesson: 'intro/ports',
  description: '',
  state: 'running',
  ports: [],
} as const;

function answer(onExecute: Execute): Promise<string> {
  const engine = new FakeEngine();
  engine.onExecute = onExecute;
  return ask(engine, inspectRequest(web));
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('ask', () => {
  it('returns what is printed, letters whole that come in two pieces', async () =>
    assert.equal(
      await answer(async (_request, { stdout }) => {
        const whole = bytes('[ä]');
        await stdout(whole.slice(0, 2));
        await stdout(whole.slice(2));
        return undefined;
      }),
      '[ä]',
    ));

  it('rejects with what the engine has against it', async () =>
    assert.rejects(
      answer(async (_request, { stderr }) => {
        await stderr(bytes('No such object: c1\n'));
        return { exitCode: 1 };
      }),
      { code: 'engine-answer', message: 'No such object: c1' },
    ));

  it('rejects in words when the engine gives no reason', async () =>
    assert.rejects(
      answer(async () => ({ exitCode: 1 })),
      { message: 'The engine refused, without a reason.' },
    ));
});
