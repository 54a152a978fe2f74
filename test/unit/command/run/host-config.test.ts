import assert from 'node:assert/strict';
import { parsePublish } from '../../../../src/core/command/parse-ports';
import { hostConfig } from '../../../../src/core/command/run/host-config';
import { readMounts } from '../../../../src/core/command/run/mounts';
import { optionsOf, surroundings } from '../../../support/command-words';

describe('hostConfig', () => {
  const read = (line: string) => {
    const options = optionsOf(`${line} alpine`);
    const ports = options.all('publish').flatMap((value) => parsePublish(value));
    const mounts = readMounts(options, surroundings);
    return hostConfig(options, { ports, mounts, networkMode: options.last('network') });
  };
  const reads = (line: string, expected: object) =>
    it(`reads “${line}”`, () =>
      assert.deepEqual(read(line), { RestartPolicy: noRestart, ...expected }));
  const noRestart = { Name: 'no', MaximumRetryCount: 0 };
  const refuses = (line: string) =>
    it(`refuses ${line}`, () => assert.throws(() => read(line), { code: 'usage' }));

  reads('', {});
  reads('--rm --privileged --read-only --init -P', {
    AutoRemove: true,
    Privileged: true,
    ReadonlyRootfs: true,
    Init: true,
    PublishAllPorts: true,
  });
  reads('--init=false', { Init: false });
  reads('-p 80:80 --network back -v data:/data --mount dst=/x --tmpfs /tmp', {
    PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '80' }] },
    NetworkMode: 'back',
    Binds: ['data:/data'],
    Mounts: [{ Type: 'volume', Target: '/x' }],
    Tmpfs: { '/tmp': '' },
  });
  reads('--cap-add NET_ADMIN --cap-drop all --restart always --security-opt no-new-privileges', {
    CapAdd: ['CAP_NET_ADMIN'],
    CapDrop: ['ALL'],
    RestartPolicy: { Name: 'always', MaximumRetryCount: 0 },
    SecurityOpt: ['no-new-privileges'],
  });
  reads('--dns 1.1.1.1 --add-host a=10.0.0.1 --group-add audio --volumes-from a --link b', {
    Dns: ['1.1.1.1'],
    ExtraHosts: ['a:10.0.0.1'],
    GroupAdd: ['audio'],
    VolumesFrom: ['a'],
    Links: ['b'],
  });
  reads('--log-driver none', { LogConfig: { Type: 'none', Config: {} } });
  reads('--log-opt max-size=1m', { LogConfig: { Type: '', Config: { 'max-size': '1m' } } });
  refuses('--log-driver none --log-opt a=b');
  refuses('--storage-opt size');
  refuses('--log-opt size');
});
