import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../src/docker/engine';
import { realEngine, removeAll, testLabels } from '../support/engine-real';
import { runRequest } from '../support/engine-requests';

const suite = 'streams';
const megabytes = 100;
let engine: Engine;

describe('large output on the engine', function () {
  this.timeout(120_000);
  before(async function () {
    engine = await realEngine(this);
  });
  after(() => engine && removeAll(engine, suite));

  it('passes 100 MB through a slow reader, whole and in little memory', async () => {
    let bytes = 0;
    let chunks = 0;
    let most = 0;
    const before = process.memoryUsage();
    const used = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external;
    const streams = {
      async stdout(chunk: Uint8Array): Promise<void> {
        bytes += chunk.length;
        chunks += 1;
        if (chunks % 50 !== 0) return;
        most = Math.max(most, used(process.memoryUsage()) - used(before));
        await sleep(1);
      },
      stderr: () => undefined,
      stdin: undefined,
      terminal: undefined,
    };
    const request = runRequest('alpine', ['head', '-c', `${megabytes * 1_000_000}`, '/dev/zero'], {
      remove: true,
    });
    const outcome = await engine.execute(request, streams, {
      workingDirectory: '/',
      labels: testLabels(suite),
      signal: new AbortController().signal,
    });
    assert.deepEqual([outcome.exitCode, bytes], [0, megabytes * 1_000_000]);
    assert.ok(most < 50_000_000, `${Math.round(most / 1e6)} MB more than before`);
  });
});
