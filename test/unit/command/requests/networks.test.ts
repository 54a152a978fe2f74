import assert from 'node:assert/strict';
import { parseDocker } from '../../../../src/core/command/parse-docker';
import { surroundings, words } from '../../../support/command-words';

const read = (line: string) => parseDocker(words(line), surroundings)?.request;

const plain = {
  Name: 'back',
  CheckDuplicate: true,
  Driver: 'bridge',
  IPAM: { Driver: 'default', Options: {}, Config: [] },
  Internal: false,
  Attachable: false,
  Ingress: false,
  ConfigOnly: false,
  Options: {},
  Labels: {},
};

describe('docker network create', () => {
  const creates = (flags: string, expected: object) =>
    it(`reads ${flags}`, () =>
      assert.deepEqual(read(`docker network create ${flags} back`), {
        kind: 'create-network',
        create: { ...plain, ...expected },
      }));
  creates('-d overlay --attachable --scope swarm', {
    Driver: 'overlay',
    Attachable: true,
    Scope: 'swarm',
  });
  creates('--internal --ingress --config-only', {
    Internal: true,
    Ingress: true,
    ConfigOnly: true,
  });
  creates('--config-from other', { ConfigFrom: { Network: 'other' } });
  creates('--ipv6 --ipv4=false', { EnableIPv4: false, EnableIPv6: true });
  creates('-o a=b --label c=d', { Options: { a: 'b' }, Labels: { c: 'd' } });
  creates('--ipam-driver x --ipam-opt a=b --subnet 10.1.0.0/24,10.2.0.0/24', {
    IPAM: {
      Driver: 'x',
      Options: { a: 'b' },
      Config: [{ Subnet: '10.1.0.0/24' }, { Subnet: '10.2.0.0/24' }],
    },
  });
});

describe('docker network connect', () => {
  const connects = (flags: string, endpoint: object) =>
    it(`reads ${flags || 'no flags'}`, () =>
      assert.deepEqual(read(`docker network connect ${flags} back web`), {
        kind: 'connect-network',
        network: 'back',
        container: 'web',
        endpoint: { Aliases: [], ...endpoint },
      }));
  connects('', {});
  connects('--alias db,data --alias store', { Aliases: ['db', 'data', 'store'] });
  connects('--ip 10.1.0.5 --ip6 fd00::5 --link-local-ip 169.254.1.1', {
    IPAMConfig: {
      IPv4Address: '10.1.0.5',
      IPv6Address: 'fd00::5',
      LinkLocalIPs: ['169.254.1.1'],
    },
  });
  connects('--link db:store --driver-opt a=b --gw-priority -1', {
    Links: ['db:store'],
    DriverOpts: { a: 'b' },
    GwPriority: -1,
  });
});
