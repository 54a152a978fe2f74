import assert from 'node:assert/strict';
import { LabError } from '../../../src/core/lab-error';
import { connectEngine, type Engine } from '../../../src/docker/engine';
import { breakAfter, FakeEngine, type Handler, send, sendJson } from '../../support/engine-socket';

let fake: FakeEngine | undefined;

async function connect(handlers: Readonly<Record<string, Handler>>): Promise<Engine> {
  fake = await FakeEngine.start(handlers);
  return connectEngine(fake.endpoint);
}

function says(code: LabError['code'], words = /./) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof LabError, String(error));
    assert.deepEqual([error.code, error.advice !== undefined], [code, true], error.message);
    assert.match(error.message, words);
    return true;
  };
}

const list = 'GET /containers/json';
const event = (name: string): string =>
  `${JSON.stringify({ Type: 'container', Action: 'start', Actor: { ID: name, Attributes: { name } } })}\n`;

describe('the reader of an engine', () => {
  afterEach(async () => {
    await fake?.stop();
    fake = undefined;
  });

  it('says that no engine is there', async () => {
    const url = 'unix:///nowhere/docker.sock';
    const engine = connectEngine({ kind: 'socket', path: '/nowhere/docker.sock', url, origin: '' });
    await assert.rejects(engine.engine(), says('no-engine'));
  });

  it('does not read a web page', async () => {
    const engine = await connect({ [list]: send(200, '<html>Hello</html>') });
    await assert.rejects(engine.containers(), says('engine-answer'));
  });

  it('does not read JSON of another shape', async () => {
    const engine = await connect({ [list]: send(200, '{"containers":7}') });
    await assert.rejects(engine.containers(), says('engine-answer'));
  });

  it('does not wait for the rest of an answer that breaks off', async () => {
    const engine = await connect({ [list]: breakAfter('[{"Id":') });
    await assert.rejects(engine.containers(), says('engine-gone'));
  });

  it('does not take half of JSON for all of it', async () => {
    const engine = await connect({ [list]: send(200, '[{"Id":"a"},') });
    await assert.rejects(engine.containers(), says('engine-answer'));
  });

  it('does not talk to what does not speak HTTP', async () => {
    const engine = await connect({
      [list]: (_, response) => response.socket?.end('garbage\r\n\r\n'),
    });
    await assert.rejects(engine.containers(), says('engine-answer'));
  });

  it('passes the page of a proxy on as words', async () => {
    const engine = await connect({ [list]: send(502, '<html><h1>Bad Gateway</h1></html>') });
    await assert.rejects(engine.containers(), says('engine-answer', /Bad Gateway/));
  });

  it('finds nothing where the engine has nothing', async () => {
    const engine = await connect({});
    assert.deepEqual(
      [await engine.container('web'), await engine.image('x')],
      [undefined, undefined],
    );
  });

  it('reads events that are split anywhere', async () => {
    const text = event('one') + event('zwölf');
    const engine = await connect({
      'GET /events': (_, response) => {
        const bytes = Buffer.from(text);
        response.write(bytes.subarray(0, 90), () =>
          setImmediate(() => response.end(bytes.subarray(90))),
        );
      },
    });
    const events = await engine.eventsSince(new Date());
    assert.deepEqual(
      events.map(({ name }) => name),
      ['one', 'zwölf'],
    );
  });

  it('does not take in a line without an end', async () => {
    const engine = await connect({ 'GET /events': send(200, 'x'.repeat(2 ** 25)) });
    await assert.rejects(engine.eventsSince(new Date()), says('engine-answer', /not JSON/));
  });

  it('tells when the engine ends its events', async () => {
    const engine = await connect({ 'GET /events': send(200, event('one')) });
    const names: string[] = [];
    const { signal } = new AbortController();
    await assert.rejects(
      engine.watchEvents(({ name }) => names.push(name), signal),
      says('engine-gone'),
    );
    assert.deepEqual(names, ['one']);
  });

  it('tells when events break off', async () => {
    const engine = await connect({ 'GET /events': breakAfter(event('one')) });
    const { signal } = new AbortController();
    await assert.rejects(
      engine.watchEvents(() => undefined, signal),
      says('engine-gone'),
    );
  });

  it('stops watching without an error when asked to', async () => {
    const engine = await connect({
      'GET /events': (_, response) => void response.write(event('one')),
    });
    const abort = new AbortController();
    await engine.watchEvents(() => abort.abort(), abort.signal);
  });

  it('refuses a name that would lead elsewhere', async () => {
    const engine = await connect({});
    await assert.rejects(engine.image('../containers'), LabError);
    assert.deepEqual(fake?.requests, []);
  });

  it('keeps names apart from paths', async () => {
    const engine = await connect({
      'GET /containers/a%2Fb%3Fc/json': (_, response) => sendJson(response, 200, { Id: 'x' }),
    });
    assert.equal((await engine.container('a/b?c'))?.id, 'x');
  });
});
