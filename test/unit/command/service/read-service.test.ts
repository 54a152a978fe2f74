import assert from 'node:assert/strict';
import { parseDocker } from '../../../../src/core/command/parse-docker';
import { surroundings, words } from '../../../support/command-words';

const read = (line: string) => parseDocker(words(line), surroundings)?.request;

describe('docker service create', () => {
  it('asks for what the docker client asks for', () =>
    assert.deepEqual(read('docker service create --name web --detach nginx sleep -x'), {
      kind: 'create-service',
      spec: {
        Name: 'web',
        Labels: {},
        Mode: { Replicated: { Replicas: 1 } },
        TaskTemplate: {
          ContainerSpec: { Init: false, DNSConfig: {}, Image: 'nginx', Args: ['sleep', '-x'] },
          Resources: { Limits: {}, Reservations: {} },
          Placement: {},
          ForceUpdate: 0,
        },
        EndpointSpec: { Mode: 'vip' },
      },
      environmentFiles: [],
      waiting: 'detach',
      resolveImage: true,
    }));

  const fails = (line: string, message: RegExp) =>
    it(`refuses ${line}`, () =>
      assert.throws(() => read(line), { name: 'LabError', code: 'usage', message }));
  fails('docker service create', /needs the name of an image/);
  fails('docker service create --mode some alpine', /no value for --mode/);
  fails('docker service create --mode global --replicas 2 alpine', /replicas can only be used/);
  fails('docker service create --max-concurrent 2 alpine', /max-concurrent can only be used/);
  fails('docker service create --update-order both alpine', /no value for --update-order/);
  fails('docker service create --no-healthcheck --health-cmd x alpine', /--health-cmd/);
});

describe('docker service update', () => {
  it('keeps what comes in and what goes out', () =>
    assert.deepEqual(
      read('docker service update -q --env-add A=b --env-rm C --replicas 2 --user 5 --force web'),
      {
        kind: 'update-service',
        service: 'web',
        changes: {
          set: { TaskTemplate: { ContainerSpec: { User: '5' } } },
          replicas: 2,
          force: true,
          lists: { env: { add: ['A=b'], remove: ['C'] } },
        },
        rollback: 'no',
        waiting: 'wait quietly',
        resolveImage: true,
      },
    ));
  it('goes back by a flag and by a command', () => {
    const ways = ['service update --rollback web', 'service rollback web'].map((line) => {
      const request = read(`docker ${line}`);
      return request?.kind === 'update-service' ? request.rollback : undefined;
    });
    assert.deepEqual(ways, ['flag', 'command']);
  });
  it('refuses a wrong value before anything is asked of the engine', () =>
    assert.throws(() => read('docker service update --publish-add x web'), { code: 'usage' }));
});
