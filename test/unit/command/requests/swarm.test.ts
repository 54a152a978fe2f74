import assert from 'node:assert/strict';
import { parseDocker } from '../../../../src/core/command/parse-docker';
import { surroundings, words } from '../../../support/command-words';

const read = (line: string) => parseDocker(words(line), surroundings)?.request;

const reads = (line: string, expected: object) =>
  it(`reads ${line}`, () => {
    const given = Object.entries(read(line) ?? {}).filter(([, value]) => !isOff(value));
    assert.deepEqual(Object.fromEntries(given), expected);
  });

function isOff(value: unknown): boolean {
  if (value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

const refuses = (line: string, message: RegExp) =>
  it(`refuses ${line}`, () =>
    assert.throws(() => read(line), { name: 'LabError', code: 'usage', message }));

describe('requests about swarms', () => {
  reads('docker swarm init --advertise-addr 10.0.0.1 --availability drain', {
    kind: 'init-swarm',
    body: {
      ListenAddr: '0.0.0.0:2377',
      AdvertiseAddr: '10.0.0.1',
      DataPathAddr: '',
      ForceNewCluster: false,
      AutoLockManagers: false,
      Availability: 'drain',
      DataPathPort: 0,
      SubnetSize: 24,
      Spec: {
        Labels: {},
        Orchestration: { TaskHistoryRetentionLimit: 5 },
        Raft: { SnapshotInterval: 10000, KeepOldSnapshots: 0 },
        Dispatcher: { HeartbeatPeriod: 5e9 },
        CAConfig: { NodeCertExpiry: 7776e12 },
        EncryptionConfig: { AutoLockManagers: false },
      },
    },
  });
  reads('docker swarm join --token t 10.0.0.1:2377', {
    kind: 'join-swarm',
    body: {
      ListenAddr: '0.0.0.0:2377',
      AdvertiseAddr: '',
      DataPathAddr: '',
      RemoteAddrs: ['10.0.0.1:2377'],
      JoinToken: 't',
      Availability: 'active',
    },
  });
  reads('docker swarm leave -f', { kind: 'leave-swarm', force: true });
  reads('docker swarm join-token --rotate worker', {
    kind: 'join-token',
    role: 'worker',
    rotate: true,
  });
  refuses('docker swarm join-token nobody', /workers and managers/);
  refuses('docker swarm init --availability away', /no value for --availability/);
  refuses('docker swarm init --external-ca protocol=cfssl', /no value for --external-ca/);
  refuses('docker swarm join', /needs the address of a manager/);

  reads('docker node ls -q -f role=worker', {
    kind: 'list-nodes',
    quiet: true,
    filters: { role: ['worker'] },
  });
  reads('docker node update --label-add a=b --label-rm c --role manager n', {
    kind: 'update-nodes',
    verb: 'update',
    nodes: ['n'],
    role: 'manager',
    addLabels: { a: 'b' },
    removeLabels: ['c'],
  });
  reads('docker node demote a b', {
    kind: 'update-nodes',
    verb: 'demote',
    nodes: ['a', 'b'],
    role: 'worker',
  });
  reads('docker secret create -l a=b key file', {
    kind: 'secret',
    verb: 'create',
    name: 'key',
    file: 'file',
    labels: { a: 'b' },
  });
  reads('docker config list', { kind: 'config', verb: 'ls' });
  refuses('docker secret create key', /needs a file/);
  reads('docker service remove a b', {
    kind: 'remove-swarm-objects',
    of: 'service',
    names: ['a', 'b'],
  });
});

describe('requests about services', () => {
  reads('docker service scale web=3 worker=0 -d', {
    kind: 'scale-services',
    services: [
      { name: 'web', replicas: 3 },
      { name: 'worker', replicas: 0 },
    ],
    waiting: 'detach',
  });
  refuses('docker service scale web', /does not say how many/);
  refuses('docker service scale web=few', /“few” is no value/);
  reads('docker service ps --no-trunc web', {
    kind: 'list-tasks',
    of: 'service',
    names: ['web'],
    noTruncate: true,
  });
  reads('docker node ps', { kind: 'list-tasks', of: 'node' });
  refuses('docker service ps', /needs the name of a service/);
  reads('docker service logs -ft -n 3 --raw web', {
    kind: 'service-logs',
    service: 'web',
    follow: true,
    timestamps: true,
    raw: true,
    tail: '3',
  });
  reads('docker service inspect web', { kind: 'inspect', names: ['web'], type: 'service' });
});
