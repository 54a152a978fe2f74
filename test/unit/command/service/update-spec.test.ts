import assert from 'node:assert/strict';
import { updateSpec, withReplicas } from '../../../../src/core/command/service/update-spec';

const replicated = { Mode: { Replicated: { Replicas: 1 } } };
const nothing = { set: {}, replicas: undefined, force: false, lists: {} };

describe('updateSpec', () => {
  it('changes fields, lists and the number of tasks', () =>
    assert.deepEqual(
      updateSpec(
        { ...replicated, Labels: { a: 'b' } },
        {
          set: { EndpointSpec: { Mode: 'dnsrr' } },
          replicas: 3,
          force: false,
          lists: { label: { add: ['c=d'], remove: ['a'] } },
        },
      ),
      {
        Mode: { Replicated: { Replicas: 3 } },
        Labels: { c: 'd' },
        EndpointSpec: { Mode: 'dnsrr' },
      },
    ));
  it('counts what was forced', () =>
    assert.deepEqual(
      updateSpec({ TaskTemplate: { ForceUpdate: 2 } }, { ...nothing, force: true }),
      { TaskTemplate: { ForceUpdate: 3 } },
    ));
  it('gives a policy its usual rest, unless it has one', () => {
    const set = { UpdateConfig: { Delay: 1 } };
    assert.deepEqual(updateSpec({}, { ...nothing, set }), {
      UpdateConfig: {
        Parallelism: 1,
        Delay: 1,
        FailureAction: 'pause',
        Monitor: 5e9,
        MaxFailureRatio: 0,
        Order: 'stop-first',
      },
    });
    assert.deepEqual(updateSpec({ UpdateConfig: { Order: 'x' } }, { ...nothing, set }), {
      UpdateConfig: { Order: 'x', Delay: 1 },
    });
  });
});

describe('withReplicas', () => {
  it('scales a job', () =>
    assert.deepEqual(withReplicas({ Mode: { ReplicatedJob: {} } }, 2), {
      Mode: { ReplicatedJob: { TotalCompletions: 2, MaxConcurrent: 2 } },
    }));
  it('refuses a global service', () =>
    assert.throws(() => withReplicas({ Mode: { Global: {} } }, 2), { code: 'not-allowed' }));
});
