import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMessage } from '../../../../src/docker/protobuf/read-message';
import { type Fields, writeMessage } from '../../../../src/docker/protobuf/write-message';

/** What is read of what is written. */
function roundTrip(fields: Fields): unknown {
  const read = [...readMessage(writeMessage(fields))];
  return read.map(({ number, value }) => [
    number,
    typeof value === 'number' ? value : Buffer.from(value).toString('utf8'),
  ]);
}

describe('protocol buffers', () => {
  it('writes as the format has it', () => {
    assert.equal(
      writeMessage([
        [1, 'ab'],
        [2, 300],
        [3, 0],
      ]).toString('hex'),
      '0a02616210ac02',
    );
  });

  it('passes over numbers of a fixed width', () => {
    const bytes = Buffer.from('0d010203041101020304050607081801', 'hex');
    assert.deepEqual(
      [...readMessage(bytes)].map(({ number }) => number),
      [1, 2, 3],
    );
  });

  it('reads what it writes', () => {
    const value = fc.oneof(
      fc.integer({ min: 1 }),
      fc.maxSafeNat().filter(Boolean),
      fc.string({ minLength: 1, unit: 'grapheme' }),
    );
    const field = fc.tuple(fc.integer({ min: 1, max: 1000 }), value);
    fc.assert(
      fc.property(fc.array(field), (fields) => assert.deepEqual(roundTrip(fields), fields)),
    );
  });

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const size = [...readMessage(bytes)].length;
        assert.ok(size <= bytes.length);
      }),
    );
  });
});
