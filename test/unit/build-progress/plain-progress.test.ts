import assert from 'node:assert/strict';
import { PlainProgress } from '../../../src/core/build-progress/plain-progress';
import type { SolveStatus, Vertex } from '../../../src/core/build-progress/solve-status';

const nothing: SolveStatus = { vertexes: [], statuses: [], logs: [], warnings: [] };

function step(name: string, given: Partial<Vertex> = {}): Vertex {
  const plain = { isCached: false, started: undefined, completed: undefined, error: '' };
  return { ...plain, digest: name, name, ...given };
}

function log(vertex: string, timestamp: number, text: string): SolveStatus {
  return { ...nothing, logs: [{ vertex, timestamp, text: Buffer.from(text) }] };
}

/** What is told of reports that come a second apart, one text each. */
function told(...reports: readonly SolveStatus[]): readonly string[] {
  const progress = new PlainProgress();
  return reports.map((report, index) => {
    progress.add(report, index * 1000);
    return progress.take(index * 1000);
  });
}

describe('PlainProgress', () => {
  it('tells a step from its beginning to its end', () => {
    const done = step('RUN x', { started: 1000, completed: 2234 });
    assert.deepEqual(
      told(
        { ...nothing, vertexes: [step('RUN x', { started: 1000 })] },
        log('RUN x', 1123, 'one\ntw'),
        log('RUN x', 2000, 'o\n'),
        { ...nothing, vertexes: [done] },
      ),
      ['#1 RUN x\n', '#1 0.123 one\n', '#1 0.123 two\n', '#1 DONE 1.2s\n'],
    );
  });

  it('tells what was cached, failed and cancelled', () => {
    const vertexes = [
      step('a', { started: 0, completed: 1, isCached: true }),
      step('b', { started: 0, completed: 1, error: 'exit code: 7' }),
      step('c', { started: 0, completed: 1, error: 'x: context canceled' }),
    ];
    assert.deepEqual(told({ ...nothing, vertexes }), [
      '#1 a\n#1 CACHED\n\n#2 b\n#2 ERROR: exit code: 7\n\n#3 c\n#3 CANCELED\n',
    ]);
  });

  it('tells transfers', () => {
    const status = { id: 'transferring context:', vertex: 'a', total: 0, started: 0 };
    assert.deepEqual(
      told({
        ...nothing,
        vertexes: [step('a', { started: 0 })],
        statuses: [{ ...status, current: 1_048_576, timestamp: 240, completed: 240 }],
      }),
      ['#1 a\n#1 transferring context: 1.05MB 0.2s done\n'],
    );
  });

  it('does not tell every byte', () => {
    const at = (current: number, timestamp: number): SolveStatus => ({
      ...nothing,
      statuses: [
        {
          id: 'sha',
          vertex: 'a',
          current,
          total: 1000,
          timestamp,
          started: 0,
          completed: undefined,
        },
      ],
    });
    assert.deepEqual(
      told({ ...nothing, vertexes: [step('a', { started: 0 })] }, at(1, 1), at(2, 2), at(100, 100)),
      ['#1 a\n', '#1 sha 1B / 1.00kB\n', '', '#1 sha 100B / 1.00kB 0.1s\n'],
    );
  });

  it('stays with a step while another runs too, and comes back to that one', () => {
    const both = [step('a', { started: 0 }), step('b', { started: 0 })];
    assert.deepEqual(
      told({ ...nothing, vertexes: both }, log('b', 500, 'hidden\n'), {
        ...nothing,
        vertexes: [step('a', { started: 0, completed: 900 })],
      }),
      ['#1 a\n', '', '#1 DONE 0.9s\n\n#2 b\n#2 0.500 hidden\n'],
    );
  });

  it('turns to a step that has waited for long', () => {
    const both = [step('a', { started: 0 }), step('b', { started: 0 })];
    const quiet = Array.from({ length: 7 }, () => nothing);
    const texts = told({ ...nothing, vertexes: both }, log('b', 500, 'now\n'), ...quiet);
    assert.equal(texts.join(''), '#1 a\n#1 ...\n\n#2 b\n#2 0.500 now\n');
  });

  it('shows the last ten lines of a step that has failed', () => {
    const progress = new PlainProgress();
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index}\n`).join('');
    progress.add({ ...nothing, vertexes: [step('RUN x', { started: 0 })] }, 0);
    progress.add(log('RUN x', 100, lines), 0);
    progress.add(
      { ...nothing, vertexes: [step('RUN x', { started: 0, completed: 1, error: 'bad' })] },
      0,
    );
    progress.take(0);
    const last = Array.from({ length: 10 }, (_, index) => `0.100 line ${index + 2}`);
    assert.equal(progress.excerpt(), ['------', ' > RUN x:', ...last, '------', ''].join('\n'));
  });
});
