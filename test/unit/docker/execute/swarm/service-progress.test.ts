import assert from 'node:assert/strict';
import { ServiceProgress } from '../../../../../src/docker/execute/swarm/service-progress';

const nodes = new Set(['n']);

const task = (Slot: number, State: string, DesiredState = 'running', Err = '') => ({
  Slot,
  NodeID: 'n',
  DesiredState,
  Status: { State, Err },
});

/** What is told without a terminal, in turn, and whether the service runs in the end. */
function told(mode: object, ...turns: readonly (readonly object[])[]) {
  const progress = new ServiceProgress();
  const service = { Spec: { Mode: mode }, JobStatus: {} };
  const seen = turns.map((tasks) => {
    return progress.update(service, tasks as Record<string, unknown>[], nodes, false);
  });
  const lines = seen.flatMap((turn) => turn.lines.filter(({ isStep }) => isStep !== true));
  return [lines.map(({ name, text }) => `${name}: ${text}`), seen.at(-1)?.isConverged];
}

describe('ServiceProgress', () => {
  const replicated = { Replicated: { Replicas: 2 } };
  it('counts the tasks that run', () =>
    assert.deepEqual(
      told(
        replicated,
        [],
        [task(1, 'running'), task(2, 'starting')],
        [task(1, 'running'), task(2, 'running')],
      ),
      [
        [
          'overall progress: 0 out of 2 tasks',
          '1/2:  ',
          '2/2:  ',
          'overall progress: 0 out of 2 tasks',
          'overall progress: 1 out of 2 tasks',
          'overall progress: 2 out of 2 tasks',
        ],
        true,
      ],
    ));
  it('tells why a task does not start', () => {
    const [lines, isConverged] = told({ Replicated: { Replicas: 1 } }, [
      task(1, 'rejected', 'running', 'No such image\nx'),
    ]);
    assert.deepEqual(
      [(lines as readonly string[]).includes('1/1: No such image x'), isConverged],
      [true, false],
    );
  });
  it('is silent about what is done, until it fails', () =>
    assert.deepEqual(
      told(
        { Replicated: { Replicas: 1 } },
        [task(1, 'running')],
        [task(1, 'running')],
        [task(1, 'failed', 'shutdown')],
      ),
      [
        [
          'overall progress: 0 out of 1 tasks',
          '1/1:  ',
          'overall progress: 1 out of 1 tasks',
          'overall progress: 0 out of 1 tasks',
        ],
        false,
      ],
    ));
  it('waits for the tasks of a global service', () =>
    assert.deepEqual(told({ Global: {} }, [], [task(0, 'running')]), [
      [
        'overall progress: waiting for new tasks',
        'overall progress: 0 out of 1 tasks',
        'overall progress: 1 out of 1 tasks',
      ],
      true,
    ]));
  it('counts what a job has finished', () =>
    assert.deepEqual(
      told({ ReplicatedJob: { TotalCompletions: 1, MaxConcurrent: 1 } }, [
        task(0, 'complete', 'complete'),
      ]),
      [['active tasks: 0 out of 1 tasks', '1/1:  ', 'active tasks: 0 out of 0 tasks'], true],
    ));
});
