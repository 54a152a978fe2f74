import assert from 'node:assert/strict';
import { connectEngine } from '../../src/docker/engine';
import { findEngine } from '../../src/docker/find-engine';
import { EngineService } from '../../src/editor/engine-service';
import { FakeEngine, type Handler, sendJson } from '../support/engine-socket';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine as MemoryEngine } from '../support/fake-engine';
import { silent } from '../support/silent-log';
import { withFolder } from '../support/temporary-folder';

const events: Handler = (_, response) => response.writeHead(200).flushHeaders();
const handlers: Readonly<Record<string, Handler>> = {
  'GET /_ping': (_, response) => response.writeHead(200, { 'Api-Version': '1.44' }).end('OK'),
  'GET /v1.44/version': (_, response) => sendJson(response, 200, { Version: '28.0.0' }),
  'GET /v1.44/info': (_, response) => sendJson(response, 200, {}),
  'GET /v1.44/events': events,
};

/** A service over the real way to an engine at a socket; what it was told, in order. */
function watch(url: string) {
  const service = new EngineService(
    async (configured) => {
      const search = { environment: {}, home: '/nowhere', platform: process.platform, configured };
      const { engine, watchEvents } = connectEngine(await findEngine(search));
      return Object.assign(connectionOf(new MemoryEngine()), { engine, watchEvents });
    },
    () => url,
    silent,
  );
  const states: string[] = [];
  service.onDidChangeState((state) => {
    states.push(state.kind === 'none' ? `none: ${state.error.message}` : state.kind);
  });
  const reach = (kind: string) =>
    new Promise<void>((resolve) => {
      service.onDidChangeState((state) => state.kind === kind && resolve());
    });
  return { service, states, reach };
}

describe('an engine that is stopped and started again', () => {
  it('is noticed, said, and taken up again', () =>
    withFolder({}, async (folder) => {
      const path = `${folder}/engine.sock`;
      let engine = await FakeEngine.start(handlers, path);
      const { service, states, reach } = watch(`unix://${path}`);
      await service.connection();
      const lost = reach('none');
      await engine.stop();
      await lost;
      const back = reach('ready');
      engine = await FakeEngine.start(handlers, path);
      await back;
      assert.deepEqual(states, [
        'looking',
        'ready',
        `none: The container engine at unix://${path} went away in the middle.`,
        'ready',
      ]);
      service.dispose();
      await engine.stop();
    }));
});
