import assert from 'node:assert/strict';
import { runProgram } from '../../../../src/docker/execute/run-program';
import { CollectedStreams } from '../../../support/engine-streams';

const environment = process.env;

/** Runs a script of Node's own with streams that keep what it says. */
async function node(script: string, signal?: AbortSignal, streams = new CollectedStreams()) {
  const words = ['-e', script];
  const exitCode = await runProgram(process.execPath, words, { environment, streams, signal });
  return [exitCode, streams.output, streams.errors];
}

describe('runProgram', () => {
  it('keeps both streams apart and gives the exit code', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
    assert.deepEqual(await node(script), [3, 'out\n', 'err\n']);
  });

  it('interrupts what the program has started, too, and each of them once', async function () {
    if (process.platform === 'win32') this.skip();
    const listen =
      'let n = 0; process.on("SIGINT", () => { n += 1; setTimeout(() => { console.log("interrupted", n); process.exit(4); }, 100); }); setInterval(() => {}, 1000);';
    const script = `${listen} require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(`${listen} console.log("ready")`)}], { stdio: "inherit" });`;
    const abort = new AbortController();
    const streams = new CollectedStreams();
    const running = node(script, abort.signal, streams);
    await streams.until('ready');
    abort.abort();
    assert.deepEqual(await running, [4, 'ready\ninterrupted 1\ninterrupted 1\n', '']);
  });

  it('says that there is no such program', async () => {
    await assert.rejects(
      runProgram('container-labs-nothing', [], { environment }),
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    );
  });
});
