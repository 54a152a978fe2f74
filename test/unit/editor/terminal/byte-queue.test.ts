import assert from 'node:assert/strict';
import { ByteQueue } from '../../../../src/editor/terminal/byte-queue';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

async function readAll(queue: AsyncIterable<Uint8Array>): Promise<number[]> {
  const read: number[] = [];
  for await (const chunk of queue) read.push(...chunk);
  return read;
}

describe('ByteQueue', () => {
  it('keeps what was pushed before anyone read', async () => {
    const queue = new ByteQueue();
    queue.push(bytes(1));
    queue.push(bytes(2, 3));
    queue.end();
    assert.deepEqual(await readAll(queue), [1, 2, 3]);
  });

  it('hands on what is pushed while someone waits', async () => {
    const queue = new ByteQueue();
    const reading = readAll(queue);
    queue.push(bytes(1));
    queue.push(bytes(2));
    await new Promise(setImmediate);
    queue.push(bytes(3));
    queue.end();
    assert.deepEqual(await reading, [1, 2, 3]);
  });

  it('says whether it is read', async () => {
    const queue = new ByteQueue();
    assert.equal(queue.isRead, false);
    const reader = queue[Symbol.asyncIterator]();
    assert.equal(queue.isRead, true);
    await reader.return?.();
    assert.equal(queue.isRead, false);
  });

  it('takes the next byte from no reader that is done', async () => {
    const queue = new ByteQueue();
    const first = queue[Symbol.asyncIterator]();
    const waiting = first.next();
    const second = readAll(queue);
    queue.push(bytes(1));
    queue.end();
    assert.deepEqual([(await waiting).done, await second], [true, [1]]);
  });

  it('takes nothing after its end', async () => {
    const queue = new ByteQueue();
    queue.end();
    queue.push(bytes(1));
    assert.deepEqual(await readAll(queue), []);
  });
});
