import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { readLines } from '../../../../src/editor/prompt/read-line';
import { ByteQueue } from '../../../../src/editor/terminal/byte-queue';

const up = '\u001b[A';
const left = '\u001b[D';

/** What is read when these keys are pressed one after the other, and what stays unread. */
async function type(keys: readonly string[], history: readonly string[] = []) {
  const stdin = new ByteQueue();
  const abort = new AbortController();
  let shown = '';
  let isRaw = false;
  const reading = readLines(
    {
      stdin,
      signal: abort.signal,
      stdout: (chunk) => {
        shown += new TextDecoder().decode(chunk);
      },
      terminal: { size: () => ({ columns: 80, rows: 24 }), onResize: () => () => {} },
      setRaw: (raw) => {
        isRaw = raw;
      },
    },
    { text: '$ ', history },
  );
  await setImmediate();
  assert.equal(isRaw, true, 'every key comes here while a line is read');
  for (const key of keys) {
    if (key === 'closed') abort.abort();
    else stdin.push(new TextEncoder().encode(key));
    await setImmediate();
  }
  const lines = await reading;
  assert.equal(isRaw, false);
  return { lines, shown };
}

async function reads(keys: readonly string[], lines: readonly string[] | undefined) {
  assert.deepEqual((await type(keys, ['docker ps', 'docker images'])).lines, lines);
}

describe('readLines', () => {
  it('reads a line', () => reads(['docker ps', '\r'], ['docker ps']));
  it('shows the prompt and what is typed', async () =>
    assert.match((await type(['docker', '\r'])).shown, /\$ .*docker/s));
  it('takes a typing mistake back', () =>
    reads(['dockre', '\u007f', '\u007f', 'er', '\r'], ['docker']));
  it('goes back in the line', () => reads(['dcker', left.repeat(4), 'o', '\r'], ['docker']));
  it('goes back to earlier lines', () => reads([up, up, ' -a', '\r'], ['docker images -a']));
  it('clears the line with Ctrl-C, and goes on', () =>
    reads(['docker rm', '\u0003', 'docker ps', '\r'], ['docker ps']));
  it('ends with Ctrl-D on an empty line', () => reads(['\u0004'], undefined));
  it('ends when the terminal is closed', () => reads(['docker', 'closed'], undefined));
  it('gives all lines of what is pasted', () =>
    reads(['docker ps\rdocker images\r'], ['docker ps', 'docker images']));
});
