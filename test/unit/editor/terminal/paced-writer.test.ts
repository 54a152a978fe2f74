import assert from 'node:assert/strict';
import { PacedWriter } from '../../../../src/editor/terminal/paced-writer';

function open() {
  const written: string[] = [];
  const writer = new PacedWriter((text) => written.push(text));
  return { written, writer };
}

describe('PacedWriter', () => {
  it('keeps everything until it is opened', () => {
    const { written, writer } = open();
    void writer.add('a');
    void writer.add('b');
    assert.deepEqual(written, []);
    writer.open();
    assert.deepEqual(written, ['ab']);
    writer.dispose();
  });

  it('writes at once after a pause, and puts together what follows', () => {
    const { written, writer } = open();
    writer.open();
    for (const text of ['a', 'b', 'c']) void writer.add(text);
    writer.flush();
    assert.deepEqual(written, ['a', 'bc']);
    writer.dispose();
  });

  it('makes a source wait that is faster than a terminal, until it has been written', async () => {
    const { written, writer } = open();
    writer.open();
    void writer.add('first');
    const big = 'x'.repeat(100_000);
    const wait = writer.add(big);
    assert.ok(wait instanceof Promise);
    await wait;
    assert.deepEqual(written, ['first', big]);
    writer.dispose();
  });

  it('lets a waiting source go on when it is disposed', async () => {
    const { written, writer } = open();
    const wait = writer.add('x'.repeat(100_000));
    writer.dispose();
    await wait;
    assert.deepEqual(written, []);
  });
});
