import assert from 'node:assert/strict';
import { LabError } from '../../../../src/core/lab-error';
import { connectEngine } from '../../../../src/docker/engine';
import { createFacts } from '../../../../src/docker/facts';
import { execRequest } from '../../../support/engine-requests';
import { FakeEngine, type Handler, send, sendJson, upgrade } from '../../../support/engine-socket';
import { CollectedStreams } from '../../../support/engine-streams';

let fake: FakeEngine | undefined;

/** An engine whose command says hi, and whose end is noted after so many questions. */
function engineThatNotesLate(questions: number): Readonly<Record<string, Handler>> {
  let asked = 0;
  return {
    'POST /containers/web/exec': send(201, '{"Id":"e"}'),
    'POST /exec/e/start': upgrade((socket) => {
      socket.end(Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, 3]), Buffer.from('hi\n')]));
    }),
    'GET /exec/e/json': (_, response) => {
      asked += 1;
      const ended = { Running: false, ExitCode: 7 };
      sendJson(response, 200, asked > questions ? ended : { Running: true, ExitCode: null });
    },
  };
}

async function exec(handlers: Readonly<Record<string, Handler>>, signal?: AbortSignal) {
  fake = await FakeEngine.start(handlers);
  const streams = new CollectedStreams();
  const options = {
    workingDirectory: '/',
    labels: {},
    signal: signal ?? new AbortController().signal,
  };
  const outcome = await connectEngine(fake.endpoint)
    .execute(execRequest('web', ['true']), streams, options)
    .catch((error: unknown) => (error instanceof LabError ? error.code : error));
  return { outcome, output: streams.output };
}

describe('exec', () => {
  afterEach(() => fake?.stop());

  it('waits for the exit code when the engine notes it late', async () => {
    const outcome = { exitCode: 7, detached: false, outOfMemory: false };
    assert.deepEqual(await exec(engineThatNotesLate(2)), { outcome, output: 'hi\n' });
  });

  it('leaves a command that runs on in the background', async () => {
    const outcome = { exitCode: 0, detached: true, outOfMemory: false };
    assert.deepEqual(await exec(engineThatNotesLate(100)), { outcome, output: 'hi\n' });
  });

  it('stops when it is asked to', async () => {
    const abort = new AbortController();
    const handlers = {
      ...engineThatNotesLate(0),
      'POST /exec/e/start': upgrade(() => setImmediate(() => abort.abort())),
    };
    assert.equal((await exec(handlers, abort.signal)).outcome, 'cancelled');
  });

  it('says that the output broke off, to people and to checks', async () => {
    const handlers = {
      ...engineThatNotesLate(0),
      'POST /exec/e/start': upgrade((socket) => void socket.end(Buffer.from([1, 0, 0]))),
    };
    assert.equal((await exec(handlers)).outcome, 'engine-gone');
    assert.ok(fake);
    const facts = createFacts(connectEngine(fake.endpoint), { readFile: async () => undefined });
    await assert.rejects(
      facts.execute('web', ['true']),
      (error) => error instanceof LabError && error.code === 'engine-gone',
    );
  });
});
