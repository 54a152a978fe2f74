import assert from 'node:assert/strict';
import { formatPorts, type ListedPort } from '../../../src/core/format/ports';

function port(containerPort: number, hostPort = 0, address = '', protocol = 'tcp'): ListedPort {
  return { containerPort, hostPort, address, protocol };
}

function prints(ports: readonly ListedPort[], expected: string): void {
  it(expected, () => assert.equal(formatPorts(ports), expected));
}

describe('formatPorts', () => {
  prints([], '');
  prints([port(80)], '80/tcp');
  prints([port(80, 8080, '0.0.0.0')], '0.0.0.0:8080->80/tcp');
  prints(
    [port(80, 8080, '::'), port(80, 8080, '0.0.0.0')],
    '0.0.0.0:8080->80/tcp, [::]:8080->80/tcp',
  );
  prints([port(81), port(80), port(82), port(90)], '80-82/tcp, 90/tcp');
  prints([port(80, 80, '0.0.0.0'), port(81, 81, '0.0.0.0')], '0.0.0.0:80-81->80-81/tcp');
  prints([port(53, 0, '', 'udp'), port(53)], '53/tcp, 53/udp');
});
