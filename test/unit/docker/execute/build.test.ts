import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../../../src/core/lab-error';
import { connectEngine } from '../../../../src/docker/engine';
import { buildRequest } from '../../../support/engine-requests';
import { breakAfter, FakeEngine, type Handler, send } from '../../../support/engine-socket';
import { CollectedStreams } from '../../../support/engine-streams';

let folder: string;
let fake: FakeEngine | undefined;

/** Builds on a fake engine and gives back how it ended, with the words of an error. */
async function build(handler: Handler, signal = new AbortController().signal) {
  fake = await FakeEngine.start({ 'POST /build': handler });
  const options = { workingDirectory: folder, labels: {}, signal };
  return connectEngine(fake.endpoint)
    .execute(buildRequest('.'), new CollectedStreams(), options)
    .then(
      ({ exitCode }) => [exitCode],
      (error: unknown) => (error instanceof LabError ? [error.code, error.message] : [error]),
    );
}

describe('a build on an engine in trouble', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    await writeFile(join(folder, 'Dockerfile'), 'FROM alpine');
  });
  afterEach(async () => {
    await fake?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says which file cannot be sent', async () => {
    const last = join(folder, 'z.txt');
    await writeFile(join(folder, 'a.bin'), Buffer.alloc(8_000_000));
    await writeFile(last, 'gone soon');
    const [code, message] = await build((request) => {
      rm(last).then(() => request.resume());
    });
    assert.deepEqual(
      [code, message],
      ['file', `The file ${last} cannot be sent to the engine: it is gone.`],
    );
  });

  it('breaks off', async () => {
    const [code] = await build(breakAfter('{"stream":"Step 1/1 : FROM alpine\\n"}\n'));
    assert.equal(code, 'engine-gone');
  });

  it('is refused', async () => {
    const reason = '{"message":"dockerfile parse error on line 3: unknown instruction: RUNN"}';
    const [code, message] = await build((request, ...rest) => {
      request.resume().on('end', () => send(400, reason)(request, ...rest));
    });
    assert.deepEqual([code, /line 3/.test(String(message))], ['usage', true]);
  });

  it('stops when it is asked to', async () => {
    const abort = new AbortController();
    const [code] = await build(() => setImmediate(() => abort.abort()), abort.signal);
    assert.equal(code, 'cancelled');
  });
});
