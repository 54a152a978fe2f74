import assert from 'node:assert/strict';
import { parsePublish } from '../../../../src/core/command/parse-ports';
import { portBindings, portKey } from '../../../../src/core/command/run/port-bindings';

describe('portBindings', () => {
  it('gather what leads to one port of the container', () => {
    const ports = ['8080:80', '127.0.0.1:8081:80', '53/udp'].flatMap((value) =>
      parsePublish(value),
    );
    assert.deepEqual(portBindings(ports), {
      '80/tcp': [
        { HostIp: '', HostPort: '8080' },
        { HostIp: '127.0.0.1', HostPort: '8081' },
      ],
      '53/udp': [{ HostIp: '', HostPort: '' }],
    });
    assert.deepEqual(ports.map(portKey), ['80/tcp', '80/tcp', '53/udp']);
  });
});
