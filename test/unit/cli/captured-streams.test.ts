import assert from 'node:assert/strict';
import { captureStreams } from '../../../src/cli/captured-streams';

/** Writes each text to its stream; `out` is standard output. */
function capture(...texts: readonly (readonly ['out' | 'err', string | Uint8Array])[]) {
  const streams = captureStreams();
  for (const [name, text] of texts) void streams[`std${name}`](Buffer.from(text));
  return [streams.output(), streams.everything()];
}

describe('captureStreams', () => {
  it('keeps both streams in the order they came', () =>
    assert.deepEqual(capture(['out', 'a'], ['err', 'b'], ['out', 'c']), ['ac', 'abc']));
  it('keeps signs whole that come in two chunks', () => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)];
    assert.deepEqual(capture(['out', first], ['err', '!'], ['out', second]), ['é', '!é']);
  });
  it('keeps the last 64 KiB', () => {
    const [output, everything] = capture(['out', 'a'.repeat(70_000)], ['err', 'b']);
    assert.deepEqual([output?.length, everything?.length], [65_536, 65_536]);
    assert.ok(everything?.endsWith('ab'));
  });
  it('has nothing to read and is no terminal', () => {
    const { stdin, terminal } = captureStreams();
    assert.deepEqual([stdin, terminal], [undefined, undefined]);
  });
});
