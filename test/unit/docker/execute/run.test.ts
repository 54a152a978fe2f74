import assert from 'node:assert/strict';
import type { Outcome, PullProgress } from '../../../../src/core/command/execution';
import { describeError, LabError } from '../../../../src/core/lab-error';
import { connectEngine } from '../../../../src/docker/engine';
import { runRequest } from '../../../support/engine-requests';
import {
  breakAfter,
  FakeEngine,
  type Handler,
  send,
  sendJson,
  upgrade,
} from '../../../support/engine-socket';
import { CollectedStreams } from '../../../support/engine-streams';

let fake: FakeEngine | undefined;

const made: Handler = (_, response) => sendJson(response, 201, { Id: 'abc', Warnings: [] });
const usual: Readonly<Record<string, Handler>> = {
  'POST /containers/create': made,
  'POST /containers/abc/attach': upgrade((socket) => void socket),
  'POST /containers/abc/wait': (_, response) => response.writeHead(200).flushHeaders(),
  'POST /containers/abc/start': send(204, ''),
  'GET /containers/abc/json': (_, response) => sendJson(response, 200, { Id: 'abc', Name: '/web' }),
};

/** Runs a container on a fake engine whose answers differ from the usual ones. */
async function run(
  handlers: Readonly<Record<string, Handler>>,
  signal?: AbortSignal,
  onPull?: (progress: PullProgress) => void,
  stdin?: AsyncIterable<Uint8Array>,
) {
  fake = await FakeEngine.start({ ...usual, ...handlers });
  const streams = new CollectedStreams({ stdin });
  const options = {
    workingDirectory: '/',
    labels: {},
    signal: signal ?? new AbortController().signal,
    ...(onPull && { onPull }),
  };
  const outcome = await connectEngine(fake.endpoint)
    .execute(runRequest('alpine', ['true'], { interactive: stdin !== undefined }), streams, options)
    .catch((error: unknown) => error);
  return { outcome, streams };
}

function fails(
  what: string,
  code: LabError['code'],
  handlers: Readonly<Record<string, Handler>>,
): void {
  it(what, async () => {
    const { outcome } = await run(handlers);
    assert.ok(outcome instanceof LabError, String(outcome));
    assert.deepEqual([outcome.code, outcome.advice !== undefined], [code, true], outcome.message);
  });
}

/** Stops a run while the engine does not answer one of its requests; `then` is what we ask after it. */
function stops(
  what: string,
  handlers: Readonly<Record<string, Handler>>,
  hanging: string,
  then: readonly string[],
): void {
  it(`stops ${what}`, async () => {
    const abort = new AbortController();
    const { outcome } = await run(
      {
        'DELETE /containers/abc': send(204, ''),
        ...handlers,
        [hanging]: () => setImmediate(() => abort.abort()),
      },
      abort.signal,
    );
    assert.equal(outcome instanceof LabError && outcome.code, 'cancelled', String(outcome));
    assert.deepEqual(
      fake?.requests.filter((route) => route.startsWith('DELETE')),
      then,
    );
  });
}

const header = (length: number): Buffer => Buffer.from([1, 0, 0, 0, 0, 0, 0, length]);
const noImage: Handler = (_, response) =>
  sendJson(response, 404, { message: 'No such image: alpine:latest' });

/** Sends half of a frame once the container runs, then dies. */
function dyingEngine(): Readonly<Record<string, Handler>> {
  let die: () => void = () => undefined;
  return {
    'POST /containers/abc/attach': upgrade((socket) => {
      const half = Buffer.concat([header(10), Buffer.from('half')]);
      die = () => void socket.write(half, () => setTimeout(() => fake?.stop(), 20));
    }),
    'POST /containers/abc/start': (_, response) => {
      response.writeHead(204).end();
      die();
    },
  };
}

describe('a run on an engine in trouble', () => {
  afterEach(async () => {
    await fake?.stop();
    fake = undefined;
  });

  fails('create breaks off', 'engine-gone', { 'POST /containers/create': breakAfter('{"Id"') });
  fails('create answers garbage', 'engine-answer', { 'POST /containers/create': send(201, '<p>') });
  fails('create answers without an id', 'engine-answer', {
    'POST /containers/create': send(201, '{}'),
  });
  fails('attach is not allowed by a proxy', 'engine-answer', {
    'POST /containers/abc/attach': (_, { socket }) =>
      void socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
  });
  fails('attach is refused', 'not-found', {
    'POST /containers/abc/attach': (_, { socket }) =>
      void socket?.end(
        'HTTP/1.1 404 Not Found\r\nContent-Length: 38\r\n\r\n{"message":"No such container: abc"}  ',
      ),
  });
  fails('the engine goes away in the middle of the output', 'engine-gone', dyingEngine());
  it('says of a container whose engine went away that it may run on', async () => {
    const { outcome } = await run(dyingEngine());
    assert.match(describeError(outcome), /The container abc may run on\.\n.*docker logs abc/);
  });
  fails('the output is no stream of frames', 'engine-answer', {
    'POST /containers/abc/attach': upgrade((socket) => void socket.end('<html>garbage</html>')),
    'POST /containers/abc/wait': send(200, '{"StatusCode":0}'),
  });
  fails('the pull breaks off', 'pull-failed', {
    'POST /containers/create': noImage,
    'POST /images/create': breakAfter('{"status":"Downloading","progressDetail":{},"id":"a"}\n'),
  });
  fails('the registry does not answer', 'pull-failed', {
    'POST /containers/create': noImage,
    'POST /images/create': send(
      500,
      '{"message":"Get \\"https://r/v2/\\": dial tcp: no such host"}',
    ),
  });
  fails('the pull reports an error in the middle', 'pull-failed', {
    'POST /containers/create': noImage,
    'POST /images/create': send(
      200,
      '{"errorDetail":{"message":"unexpected EOF"},"error":"unexpected EOF"}\n',
    ),
  });
  fails('the registry is no registry', 'pull-failed', {
    'POST /containers/create': noImage,
    'POST /images/create': send(500, '{"message":"missing or empty Content-Type header"}'),
  });
  fails('the pull answers garbage', 'engine-answer', {
    'POST /containers/create': noImage,
    'POST /images/create': send(200, 'hello'),
  });

  it('gives the exit code and the output of one that goes well', async () => {
    const { outcome, streams } = await run({
      'POST /containers/abc/attach': upgrade((socket) => {
        socket.end(Buffer.concat([header(3), Buffer.from('hi\n')]));
      }),
      'POST /containers/abc/wait': send(200, '{"StatusCode":7}'),
    });
    assert.deepEqual(
      { outcome, output: streams.output },
      {
        outcome: {
          exitCode: 7,
          container: { id: 'abc', name: 'web', ports: [] },
          detached: false,
          outOfMemory: false,
        },
        output: 'hi\n',
      },
    );
  });

  it('makes no needless request before the start', async () => {
    await run({
      'POST /containers/abc/attach': upgrade((socket) => void socket.end()),
      'POST /containers/abc/wait': send(200, '{"StatusCode":0}'),
    });
    assert.deepEqual(fake?.requests.slice(0, 4).toSorted(), [
      'POST /containers/abc/attach',
      'POST /containers/abc/start',
      'POST /containers/abc/wait',
      'POST /containers/create',
    ]);
  });

  it('tells how a pull goes, then runs', async () => {
    const reports: PullProgress[] = [];
    const lines = [
      { status: 'Pulling from library/alpine', id: 'latest' },
      { status: 'Downloading', progressDetail: { current: 1, total: 2 }, id: 'a' },
      { status: 'Pull complete', progressDetail: {}, id: 'a' },
      { status: 'Status: Downloaded newer image for alpine:latest' },
    ];
    let isThere = false;
    const { outcome, streams } = await run(
      {
        'POST /containers/create': (...given) => (isThere ? made : noImage)(...given),
        'POST /images/create': (_, response) => {
          isThere = true;
          response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
        },
        'POST /containers/abc/attach': upgrade((socket) => void socket.end()),
        'POST /containers/abc/wait': send(200, '{"StatusCode":0}'),
      },
      undefined,
      (progress) => reports.push(progress),
    );
    assert.deepEqual(reports, [
      { image: 'alpine', layers: [{ id: 'a', status: 'Downloading', current: 1, total: 2 }] },
      {
        image: 'alpine',
        layers: [{ id: 'a', status: 'Pull complete', current: undefined, total: undefined }],
      },
    ]);
    assert.equal(
      streams.errors,
      "Unable to find image 'alpine:latest' locally\nlatest: Pulling from library/alpine\na: Pull complete\nStatus: Downloaded newer image for alpine:latest\n",
    );
    assert.equal((outcome as Outcome).exitCode, 0);
  });

  stops('a pull', { 'POST /containers/create': noImage }, 'POST /images/create', []);
  stops('to wait for an engine that hangs', {}, 'POST /containers/create', []);
  stops('before the start, and leaves no container', {}, 'POST /containers/abc/attach', [
    'DELETE /containers/abc',
  ]);
  stops('before it waits, and leaves no container', {}, 'POST /containers/abc/wait', [
    'DELETE /containers/abc',
  ]);

  it('keeps output and exit code of one that does not read all of its input', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(65_536);
    }
    const { outcome, streams } = await run(
      {
        'POST /containers/abc/attach': upgrade((socket) => {
          const end = (): void => void socket.destroy();
          socket.once('readable', () => {
            socket.write(Buffer.concat([header(3), Buffer.from('hi\n')]), end);
          });
        }),
        'POST /containers/abc/wait': send(200, '{"StatusCode":7}'),
      },
      undefined,
      undefined,
      endless(),
    );
    assert.deepEqual(
      [(outcome as Outcome).exitCode, streams.output, streams.errors],
      [7, 'hi\n', ''],
      String(outcome),
    );
  });

  it('says that output may be missing when only the connection broke', async () => {
    const { outcome, streams } = await run({
      'POST /containers/abc/attach': upgrade((socket) => {
        socket.end(Buffer.concat([header(9), Buffer.from('hi\n')]));
      }),
      'POST /containers/abc/wait': send(200, '{"StatusCode":7}'),
    });
    assert.deepEqual([(outcome as Outcome).exitCode, streams.output], [7, 'hi\n']);
    assert.match(streams.errors, /docker logs/);
  });
});
