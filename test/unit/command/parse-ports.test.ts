import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseExpose, parsePublish } from '../../../src/core/command/parse-ports';

describe('parsePublish', () => {
  /** Each binding as `address hostPort > containerPort/protocol`. */
  const reads = (value: string, ...expected: readonly string[]) =>
    it(`reads ${value}`, () => {
      const found = parsePublish(value).map(
        ({ hostAddress, hostPort, containerPort, protocol }) =>
          `${hostAddress} ${hostPort} > ${containerPort}/${protocol}`,
      );
      assert.deepEqual(found, expected);
    });
  const refuses = (value: string, advice: RegExp) =>
    it(`refuses “${value}”`, () =>
      assert.throws(() => parsePublish(value), { name: 'LabError', code: 'usage', advice }));

  reads('8080:80', ' 8080 > 80/tcp');
  reads('80', '  > 80/tcp');
  reads(':80', '  > 80/tcp');
  reads('53:53/UDP', ' 53 > 53/udp');
  reads('127.0.0.1:8080:80', '127.0.0.1 8080 > 80/tcp');
  reads('127.0.0.1::80', '127.0.0.1  > 80/tcp');
  reads('[::1]:8080:80', '::1 8080 > 80/tcp');
  reads('::1:8080:80', '::1 8080 > 80/tcp');
  reads('8000-8001:80-81', ' 8000 > 80/tcp', ' 8001 > 81/tcp');
  reads('8000-8010:80', ' 8000-8010 > 80/tcp');
  reads('80-81', '  > 80/tcp', '  > 81/tcp');
  reads('target=80,published=8080,protocol=udp', ' 8080 > 80/udp');
  reads('target=80', '  > 80/tcp');

  refuses('', /HOST:CONTAINER/);
  refuses('web', /HOST:CONTAINER/);
  refuses('80:', /HOST:CONTAINER/);
  refuses('80:80/icmp', /HOST:CONTAINER/);
  refuses('70000:80', /0 to 65535/);
  refuses('80:70000', /0 to 65535/);
  refuses('81-80:80', /same number/);
  refuses('80-81:80-82', /same number/);
  refuses('localhost:80:80', /^localhost is no address/);
  refuses('80:80:80', /^80 is no address/);
  refuses('1.2.3:80:80', /^1\.2\.3 is no address/);
  refuses('published=80', /HOST:CONTAINER/);

  it('reads every pair of ports', () => {
    const port = fc.integer({ min: 0, max: 65_535 });
    fc.assert(
      fc.property(port, port, (host, container) =>
        assert.deepEqual(parsePublish(`${host}:${container}`), [
          { hostAddress: '', hostPort: `${host}`, containerPort: container, protocol: 'tcp' },
        ]),
      ),
    );
  });
});

describe('parseExpose', () => {
  const reads = (value: string, ...expected: readonly string[]) =>
    it(`reads ${value}`, () => assert.deepEqual(parseExpose(value), expected));
  const refuses = (value: string) =>
    it(`refuses “${value}”`, () =>
      assert.throws(() => parseExpose(value), { name: 'LabError', code: 'usage' }));

  reads('80', '80/tcp');
  reads('90-91/udp', '90/udp', '91/udp');
  refuses('');
  refuses('web');
  refuses('91-90');
  refuses('70000');
});
