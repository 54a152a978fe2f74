import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LabError } from '../../../../src/core/lab-error';
import { demultiplex } from '../../../../src/docker/execute/demultiplex';

function frame(stream: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

/** Cuts bytes at the given places, however they fall into frames. */
async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

async function collect(
  source: AsyncIterable<Uint8Array>,
): Promise<{ stdout: string; stderr: string }> {
  const found = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  for await (const { stream, chunk } of demultiplex(source)) found[stream].push(chunk);
  return {
    stdout: Buffer.concat(found.stdout).toString('hex'),
    stderr: Buffer.concat(found.stderr).toString('hex'),
  };
}

describe('demultiplex', () => {
  it('finds both streams again, wherever the chunks are cut', async () => {
    const frames = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.uint8Array({ maxLength: 40 })));
    await fc.assert(
      fc.asyncProperty(frames, fc.array(fc.nat(20)), async (parts, sizes) => {
        const bytes = Buffer.concat(parts.map(([stream, payload]) => frame(stream, payload)));
        const expected = (wanted: number): string =>
          Buffer.concat(parts.filter(([stream]) => stream === wanted).map(([, it]) => it)).toString(
            'hex',
          );
        assert.deepEqual(await collect(cut(bytes, sizes)), {
          stdout: expected(1),
          stderr: expected(2),
        });
      }),
    );
  });

  it('hands a large frame on in pieces instead of putting it together', async () => {
    const bytes = frame(1, Buffer.alloc(1_000_000));
    const pieces: number[] = [];
    const sizes = Array.from({ length: 9 }, () => 100_000);
    for await (const { chunk } of demultiplex(cut(bytes, sizes))) pieces.push(chunk.length);
    assert.equal(
      pieces.reduce((sum, length) => sum + length),
      1_000_000,
    );
    assert.equal(pieces.length, 10);
  });

  it('does not take a frame that breaks off for a whole one', async () => {
    const bytes = frame(1, Buffer.from('whole')).subarray(0, 10);
    await assert.rejects(collect(cut(bytes, [])), /broke off/);
  });

  it('says so when what comes is no such stream', async () => {
    await assert.rejects(
      collect(cut(Buffer.from('<html><body>'), [])),
      (error) => error instanceof LabError && error.code === 'engine-answer',
    );
  });
});
