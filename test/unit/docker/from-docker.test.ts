import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LabError } from '../../../src/core/lab-error';
import { asAnswer } from '../../../src/docker/answer';
import { toEngineFacts } from '../../../src/docker/engine-facts';
import { toEngineEvent } from '../../../src/docker/events';
import {
  toContainerFacts,
  toContainerSummary,
  toImageFacts,
  toImageSummary,
  toNetworkSummary,
  toVolumeSummary,
} from '../../../src/docker/from-docker';

const container = {
  Id: 'abc',
  Name: '/web',
  Created: '2026-01-31T12:00:00.5Z',
  Path: 'nginx',
  Args: ['-g', 'daemon off;'],
  Image: 'sha256:def',
  State: {
    Status: 'exited',
    ExitCode: 137,
    OOMKilled: true,
    StartedAt: '2026-01-31T12:00:01Z',
    Health: { Status: 'healthy' },
  },
  Config: { Image: 'nginx:1.27', User: 'www', Env: ['A=1=2', 'B='], Labels: { x: 'y' } },
  HostConfig: { RestartPolicy: { Name: 'always' }, Tmpfs: { '/tmp': 'ro,size=1m' } },
  NetworkSettings: {
    Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }], '443/tcp': null },
    Networks: { bridge: {}, lab: {} },
  },
  Mounts: [
    { Type: 'volume', Name: 'data', Source: '/var/lib/x', Destination: '/data', RW: true },
    { Type: 'bind', Source: '/home/me', Destination: '/me', RW: false },
  ],
};

describe('toContainerFacts', () => {
  it('takes over what the engine tells', () => {
    assert.deepEqual(toContainerFacts(container), {
      id: 'abc',
      name: 'web',
      image: 'nginx:1.27',
      imageId: 'sha256:def',
      command: ['nginx', '-g', 'daemon off;'],
      state: 'exited',
      exitCode: 137,
      outOfMemory: true,
      created: new Date('2026-01-31T12:00:00.5Z'),
      started: new Date('2026-01-31T12:00:01Z'),
      user: 'www',
      environment: { A: '1=2', B: '' },
      labels: { x: 'y' },
      ports: [{ containerPort: 80, protocol: 'tcp', hostAddress: '0.0.0.0', hostPort: 8080 }],
      mounts: [
        { kind: 'volume', source: 'data', target: '/data', readOnly: false },
        { kind: 'bind', source: '/home/me', target: '/me', readOnly: true },
        { kind: 'tmpfs', source: '', target: '/tmp', readOnly: true },
      ],
      networks: ['bridge', 'lab'],
      restartPolicy: 'always',
      health: 'healthy',
    });
  });

  it('has no exit code and no start of one that never ran', () => {
    const facts = toContainerFacts({
      Id: 'a',
      State: { Status: 'created', ExitCode: 0, StartedAt: '0001-01-01T00:00:00Z' },
    });
    assert.deepEqual(
      [facts.state, facts.exitCode, facts.started],
      ['created', undefined, undefined],
    );
  });
});

describe('toContainerSummary', () => {
  it('takes over a line of a list', () => {
    const listed = {
      Id: 'a',
      Names: ['/other/alias', '/web'],
      Image: 'nginx',
      ImageID: 'sha256:1',
      Command: 'nginx',
      State: 'running',
      Status: 'Up 3 minutes',
      Created: 1_700_000_000,
      Labels: null,
      Ports: [
        { PrivatePort: 80, Type: 'tcp' },
        { IP: '::', PrivatePort: 80, PublicPort: 81, Type: 'tcp' },
      ],
    };
    assert.deepEqual(toContainerSummary(listed), {
      id: 'a',
      name: 'web',
      image: 'nginx',
      imageId: 'sha256:1',
      command: 'nginx',
      state: 'running',
      status: 'Up 3 minutes',
      created: new Date(1_700_000_000_000),
      labels: {},
      ports: [{ containerPort: 80, protocol: 'tcp', hostAddress: '::', hostPort: 81 }],
    });
  });
});

describe('toEngineFacts', () => {
  it('tells Docker from Podman', () => {
    const info = {
      OperatingSystem: 'Debian',
      CgroupVersion: '2',
      SecurityOptions: ['name=seccomp,profile=default', 'name=rootless', 'name=cgroupns'],
      ContainersRunning: 2,
    };
    const facts = toEngineFacts(
      { Version: '4.3.1', ApiVersion: '1.41', Components: [{ Name: 'Podman Engine' }] },
      info,
      'unix:///x',
    );
    assert.deepEqual(
      [
        facts.name,
        facts.version,
        facts.cgroupVersion,
        facts.security,
        facts.rootless,
        facts.containersRunning,
      ],
      ['Podman', '4.3.1', 2, ['seccomp'], true, 2],
    );
  });
});

describe('toEngineEvent', () => {
  it('takes over the end of a container', () => {
    const event = {
      Type: 'container',
      Action: 'die',
      timeNano: 1_700_000_000_123_000_000,
      Actor: {
        ID: 'abc',
        Attributes: { name: 'web', image: 'nginx', exitCode: '3', 'container-labs.lesson': 'x' },
      },
    };
    assert.deepEqual(toEngineEvent(event), {
      time: new Date(1_700_000_000_123),
      kind: 'container',
      action: 'die',
      id: 'abc',
      name: 'web',
      image: 'nginx',
      exitCode: 3,
      labels: { 'container-labs.lesson': 'x' },
    });
  });

  it('takes Podman’s words for the end and the removal of a container as Docker’s', () => {
    const actions = (['died', 'remove'] as const).map(
      (Action) => toEngineEvent({ Type: 'container', Action }).action,
    );
    assert.deepEqual(actions, ['die', 'destroy']);
  });

  it('takes the verb alone of a command in a container', () => {
    assert.equal(
      toEngineEvent({ Type: 'container', Action: 'exec_create: sh -c ls' }).action,
      'exec_create',
    );
  });
});

describe('records of the engine', () => {
  it('are read or refused in words, whatever they hold', () => {
    const readers = [
      toContainerFacts,
      toContainerSummary,
      toImageFacts,
      toImageSummary,
      toNetworkSummary,
      toVolumeSummary,
      toEngineEvent,
    ];
    const names = fc.constantFrom(
      'Id',
      'Name',
      'Names',
      'State',
      'Config',
      'Ports',
      'Mounts',
      'Labels',
      'Actor',
      'Created',
      'Type',
    );
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.jsonValue()),
        fc.constantFrom(...readers),
        (record, read) => {
          try {
            read(asAnswer(record, 'it'));
          } catch (error) {
            assert.ok(error instanceof LabError && error.code === 'engine-answer', String(error));
          }
        },
      ),
    );
  });
});
