import assert from 'node:assert/strict';
import { readSolveStatus } from '../../../../../src/docker/execute/build/read-solve-status';
import { writeMessage } from '../../../../../src/docker/protobuf/write-message';

/** A time as BuildKit has it. */
function at(seconds: number, nanoseconds = 0): Buffer {
  return writeMessage([
    [1, seconds],
    [2, nanoseconds],
  ]);
}

describe('readSolveStatus', () => {
  it('reads steps, what goes on in them, what they print, and warnings', () => {
    const vertex = [[1, 'sha256:a'], [2, 'input'], [3, 'RUN x'], [4, 1], [5, at(2)], [6, at(3, 5e8)], [7, 'bad']] as const; // biome-ignore format: one message
    const status = [[1, 'transferring:'], [2, 'sha256:a'], [4, 5], [5, 10], [6, at(1)], [7, at(1)]] as const; // biome-ignore format: one message
    const log = [[1, 'sha256:a'], [2, at(4)], [3, 1], [4, 'text']] as const; // biome-ignore format: one message
    const bytes = writeMessage([
      [1, writeMessage(vertex)],
      [2, writeMessage(status)],
      [3, writeMessage(log)],
      [4, writeMessage([[3, 'careful']])],
    ]);
    assert.deepEqual(readSolveStatus(bytes), {
      vertexes: [
        {
          digest: 'sha256:a',
          name: 'RUN x',
          isCached: true,
          started: 2000,
          completed: 3500,
          error: 'bad',
        },
      ],
      statuses: [
        {
          id: 'transferring:',
          vertex: 'sha256:a',
          current: 5,
          total: 10,
          timestamp: 1000,
          started: 1000,
          completed: undefined,
        },
      ],
      logs: [{ vertex: 'sha256:a', timestamp: 4000, text: Buffer.from('text') }],
      warnings: ['careful'],
    });
  });

  it('reads an empty report', () => {
    const nothing = { vertexes: [], statuses: [], logs: [], warnings: [] };
    assert.deepEqual(readSolveStatus(Buffer.of()), nothing);
  });
});
