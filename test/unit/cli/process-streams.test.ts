import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A program that uses the streams of its process, which are pipes. */
function run(program: string, input: string) {
  const path = join(process.cwd(), 'out/src/cli/process-streams.js');
  const text = `const streams = require(${JSON.stringify(path)}).openProcessStreams();
    (async () => { ${program} })();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', text], { input });
  return [status, stdout.toString(), stderr.toString()];
}

describe('openProcessStreams', () => {
  it('passes input and both outputs on', () =>
    assert.deepEqual(
      run(
        'for await (const chunk of streams.stdin) { await streams.stdout(chunk); await streams.stderr(Buffer.from("!")); } streams.close();',
        'abc',
      ),
      [0, 'abc', '!'],
    ));
  it('waits until the reader has taken what is much', () =>
    assert.deepEqual(
      run(
        'for (let at = 0; at < 8; at++) await streams.stdout(Buffer.alloc(65536, 97)); streams.close();',
        '',
      ).map((each) => (typeof each === 'string' ? each.length : each)),
      [0, 8 * 65_536, 0],
    ));
  it('is no terminal on pipes, and can be made raw all the same', () =>
    assert.deepEqual(
      run(
        'streams.setRaw(true); await streams.stdout(Buffer.from(String(streams.terminal))); streams.close();',
        '',
      ),
      [0, 'undefined', ''],
    ));
  it('lets the process end though input stays open', () =>
    assert.deepEqual(
      run(
        'streams.stdin[Symbol.asyncIterator]().next().catch(() => undefined); streams.close();',
        '',
      ),
      [0, '', ''],
    ));
});
