import assert from 'node:assert/strict';
import {
  parseNetwork,
  parseServicePorts,
} from '../../../../src/core/command/service/parse-endpoint';

describe('parseServicePorts', () => {
  const reads = (value: string, ...ports: readonly object[]) =>
    it(`reads ${value}`, () => assert.deepEqual(parseServicePorts(value), ports));
  const port = { Protocol: 'tcp', PublishMode: 'ingress' };
  reads('80', { ...port, TargetPort: 80 });
  reads('8080:80/udp', { ...port, Protocol: 'udp', TargetPort: 80, PublishedPort: 8080 });
  reads(
    '8080-8081:80-81',
    { ...port, TargetPort: 80, PublishedPort: 8080 },
    { ...port, TargetPort: 81, PublishedPort: 8081 },
  );
  reads('target=80,published=8080,mode=host,protocol=udp', {
    Protocol: 'udp',
    TargetPort: 80,
    PublishedPort: 8080,
    PublishMode: 'host',
  });
  reads('target=80', { ...port, TargetPort: 80 });

  for (const value of ['published=80', 'target=x', 'target=80,mode=other', 'target=80,nope=1']) {
    it(`refuses ${value}`, () =>
      assert.throws(() => parseServicePorts(value), { name: 'LabError', code: 'usage' }));
  }
});

describe('parseNetwork', () => {
  it('takes a name alone', () => assert.deepEqual(parseNetwork('back'), { Target: 'back' }));
  it('takes all its fields', () =>
    assert.deepEqual(parseNetwork('name=back,alias=a,alias=b,driver-opt=c=d'), {
      Target: 'back',
      Aliases: ['a', 'b'],
      DriverOpts: { c: 'd' },
    }));
  it('needs a name', () =>
    assert.throws(() => parseNetwork('alias=a'), { name: 'LabError', code: 'usage' }));
});
