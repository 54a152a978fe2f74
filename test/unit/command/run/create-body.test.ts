import assert from 'node:assert/strict';
import { createBody } from '../../../../src/core/command/run/create-body';
import { optionsOf, surroundings } from '../../../support/command-words';

describe('createBody', () => {
  const quiet = {
    Image: 'alpine',
    Tty: false,
    OpenStdin: false,
    StdinOnce: false,
    AttachStdin: false,
    AttachStdout: true,
    AttachStderr: true,
    Env: [],
    Labels: {},
    ExposedPorts: {},
    Volumes: {},
    HostConfig: { RestartPolicy: { Name: 'no', MaximumRetryCount: 0 } },
  };
  const read = (line: string, detach = false) =>
    createBody('alpine', [], optionsOf(`${line} alpine`), detach, surroundings);
  const reads = (line: string, expected: object) =>
    it(`reads “${line}”`, () => assert.deepEqual(read(line), { ...quiet, ...expected }));

  reads('', {});
  reads('-it', { Tty: true, OpenStdin: true, StdinOnce: true, AttachStdin: true });
  reads('-a stdout', { AttachStderr: false });
  reads('-i -a STDIN', {
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: false,
    AttachStderr: false,
  });
  reads('-e A=b -e NAME -e UNSET -e NOTHING -e E=', {
    Env: ['A=b', 'NAME=value', 'UNSET', 'NOTHING', 'E='],
  });
  reads('-l a=b -l c', { Labels: { a: 'b', c: '' } });
  reads('--expose 90 -p 8080:80', {
    ExposedPorts: { '80/tcp': {}, '90/tcp': {} },
    HostConfig: {
      ...quiet.HostConfig,
      PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] },
    },
  });
  reads('-v /cache', { Volumes: { '/cache': {} } });
  reads('--entrypoint sh -h web -u 1000 -w /x --stop-signal INT --stop-timeout 3', {
    Entrypoint: ['sh'],
    Hostname: 'web',
    User: '1000',
    WorkingDir: '/x',
    StopSignal: 'INT',
    StopTimeout: 3,
  });
  reads("--entrypoint ''", { Entrypoint: [''] });

  it('attaches nothing when detached', () =>
    assert.deepEqual(read('-itd', true), {
      ...quiet,
      Tty: true,
      OpenStdin: true,
      AttachStdout: false,
      AttachStderr: false,
    }));
  it('takes the command after the image', () =>
    assert.deepEqual(
      createBody('alpine', ['ls'], optionsOf('alpine ls'), false, surroundings).Cmd,
      ['ls'],
    ));
  for (const line of ["-e ''", '-e =b', '-a nope']) {
    it(`refuses ${line}`, () => assert.throws(() => read(line), { code: 'usage' }));
  }
});
