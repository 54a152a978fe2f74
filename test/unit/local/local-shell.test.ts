import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { LabError } from '../../../src/core/lab-error';
import { localShell } from '../../../src/local/local-shell';
import { withFolder } from '../../support/temporary-folder';

interface Options {
  readonly workingDirectory?: string;
  readonly signal?: AbortSignal;
  readonly environment?: Readonly<Record<string, string>>;
  onOutput?(text: string): void;
}

async function run(text: string, options: Options = {}) {
  const output = { stdout: '', stderr: '' };
  const keep = (name: keyof typeof output) => (chunk: Uint8Array) => {
    output[name] += Buffer.from(chunk).toString();
    options.onOutput?.(output[name]);
  };
  const exitCode = await localShell.run(
    text,
    { stdout: keep('stdout'), stderr: keep('stderr'), stdin: undefined, terminal: undefined },
    {
      workingDirectory: options.workingDirectory ?? '.',
      signal: options.signal ?? new AbortController().signal,
      environment: options.environment,
    },
  );
  return { exitCode, ...output };
}

const cancelled = (promise: Promise<unknown>) =>
  assert.rejects(promise, new LabError('cancelled', 'Interrupted.'));

describe('localShell', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('runs a text, and has both streams and the exit code', async () =>
    assert.deepEqual(await run('echo a | tr a b; echo c >&2; exit 3'), {
      exitCode: 3,
      stdout: 'b\n',
      stderr: 'c\n',
    }));
  it('runs it in the working folder', () =>
    withFolder({ 'a.txt': '' }, async (workingDirectory) =>
      assert.equal((await run('ls', { workingDirectory })).stdout, 'a.txt\n'),
    ));
  it('has what is laid over the environment', async () =>
    assert.equal(
      (await run('echo "$DOCKER_HOST"', { environment: { DOCKER_HOST: 'ssh://box' } })).stdout,
      'ssh://box\n',
    ));
  it('has nothing to read', async () => assert.equal((await run('cat')).exitCode, 0));
  it('has the exit code of a signal', async () =>
    assert.equal((await run('kill -TERM $$')).exitCode, 128 + 15));
  it('waits for slow readers', async () => {
    const size = (await run('head -c 300000 /dev/zero', {})).stdout.length;
    assert.equal(size, 300_000);
  });

  it('is interrupted, with all that it started', () =>
    withFolder({}, async (workingDirectory) => {
      const interruption = new AbortController();
      const inner = "trap 'echo > ended; exit' TERM; echo ready; while :; do sleep 0.02; done";
      const running = run(`(${inner}) & wait; echo never`, {
        workingDirectory,
        signal: interruption.signal,
        onOutput: () => interruption.abort(),
      });
      await cancelled(running);
      while ((await readdir(workingDirectory)).length === 0) await setTimeout(10);
    }));
  it('is interrupted when only what it started still runs', async () => {
    const interruption = new AbortController();
    const running = run('sleep 60 & echo started', {
      signal: interruption.signal,
      onOutput: () => void setTimeout(50).then(() => interruption.abort()),
    });
    await cancelled(running);
  });
  it('does not begin when it is interrupted already', () =>
    cancelled(run('echo a', { signal: AbortSignal.abort() })));

  it('rejects when what it prints cannot be written', () =>
    assert.rejects(
      run('echo a', {
        onOutput() {
          throw new Error('The terminal is gone.');
        },
      }),
      new Error('The terminal is gone.'),
    ));
  it('says that there is no shell', async () => {
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      await assert.rejects(run('echo a'), (error) => {
        assert.ok(error instanceof LabError);
        assert.equal(error.code, 'missing-tool');
        return true;
      });
    } finally {
      process.env.PATH = PATH;
    }
  });
});
