import assert from 'node:assert/strict';
import { prettyService } from '../../../../../src/docker/execute/swarm/pretty-service';

const now = new Date('2026-01-31T12:00:00Z');

/** The lines about some part of a spec, without those that every service has. */
function shown(spec: object, service: object = {}): readonly string[] {
  const plain = new Set(prettyService({}, now).split('\n'));
  const lines = prettyService({ Spec: spec, ...service }, now).split('\n');
  return lines.filter((line) => !plain.has(line));
}

describe('prettyService', () => {
  it('shows labels, mode and how an update went', () =>
    assert.deepEqual(
      shown(
        { Labels: { b: '', a: 'x' }, Mode: { Replicated: { Replicas: 2 } } },
        {
          UpdateStatus: {
            State: 'completed',
            StartedAt: '2026-01-31T11:59:20Z',
            CompletedAt: '2026-01-31T11:59:50Z',
            Message: 'update completed',
          },
        },
      ),
      [
        'Labels:',
        ' a=x',
        ' b',
        'Service Mode:\tReplicated',
        ' Replicas:\t2',
        'UpdateStatus:',
        ' State:\t\tcompleted',
        ' Started:\t40 seconds ago',
        ' Completed:\t10 seconds ago',
        ' Message:\tupdate completed',
      ],
    ));
  it('shows how it is updated, in durations as Go prints them', () =>
    assert.deepEqual(
      shown({
        UpdateConfig: {
          Parallelism: 1,
          Delay: 90e9,
          Monitor: 5e8,
          FailureAction: 'pause',
          Order: 'x',
        },
      }),
      [
        'UpdateConfig:',
        ' Parallelism:\t1',
        ' Delay:\t\t1m30s',
        ' On failure:\tpause',
        ' Monitoring Period: 500ms',
        ' Max failure ratio: 0',
        ' Update order:      x',
      ],
    ));
  it('shows its limits', () =>
    assert.deepEqual(
      shown({ TaskTemplate: { Resources: { Limits: { NanoCPUs: 5e8, MemoryBytes: 67108864 } } } }),
      [' Limits:', '  CPU:\t\t0.5', '  Memory:\t64MiB'],
    ));
});
