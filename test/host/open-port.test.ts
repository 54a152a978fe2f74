import assert from 'node:assert/strict';
import type { PublishedPort } from '../../src/core/engine';
import { browsablePorts, portUrl } from '../../src/editor/open-port';

function port(change: Partial<PublishedPort>): PublishedPort {
  return { containerPort: 80, protocol: 'tcp', hostAddress: '', hostPort: 8080, ...change };
}

describe('the address of a published port', () => {
  const cases: readonly (readonly [Partial<PublishedPort>, string])[] = [
    [{ hostAddress: '0.0.0.0' }, 'http://localhost:8080'],
    [{ hostAddress: '::' }, 'http://localhost:8080'],
    [{ hostAddress: '127.0.0.1', hostPort: 80 }, 'http://localhost'],
    [{ hostPort: 443 }, 'https://localhost'],
    [{ hostAddress: '10.0.0.7' }, 'http://10.0.0.7:8080'],
    [{ hostAddress: 'fe80::1', hostPort: 443 }, 'https://[fe80::1]'],
  ];
  for (const [change, url] of cases) {
    it(`is ${url} for ${JSON.stringify(change)}`, () => assert.equal(portUrl(port(change)), url));
  }

  it('is there once for a port of IPv4 and IPv6, and not for what is no TCP port', () =>
    assert.deepEqual(
      browsablePorts([
        port({ hostAddress: '0.0.0.0' }),
        port({ hostAddress: '::' }),
        port({ protocol: 'udp', hostPort: 53 }),
        port({ hostPort: 0 }),
        port({ hostPort: 8443 }),
      ]).map(({ hostPort }) => hostPort),
      [8080, 8443],
    ));
});
