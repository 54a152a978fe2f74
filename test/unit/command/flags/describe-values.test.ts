import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  describeMount,
  describePublish,
  describeVolume,
  mountRisk,
  publishRisk,
  volumeRisk,
} from '../../../../src/core/command/flags/describe-values';

describe('values of -p', () => {
  const says = (value: string, meaning: string, risk?: 'low') =>
    it(`tell of ${value}`, () =>
      assert.deepEqual([describePublish(value), publishRisk(value)?.level], [meaning, risk]));

  says('8080:80', 'port 8080 of your machine leads to port 80 in the container', 'low');
  says('53:53/udp', 'port 53 of your machine leads to port 53 (udp) in the container', 'low');
  says('80', 'leads a free port of your machine to port 80 in the container', 'low');
  says('8000-8001:80-81', 'leads 2 ports of your machine to 2 ports in the container', 'low');
  says('127.0.0.1:8080:80', 'port 8080 of your machine leads to port 80 in the container');
  says('[::1]:8080:80', 'port 8080 of your machine leads to port 80 in the container');
  says('0.0.0.0:8080:80', 'port 8080 of your machine leads to port 80 in the container', 'low');
  says('nonsense', 'leads a port of your machine to the container');
});

describe('values of -v and --mount', () => {
  const says = (value: string, meaning: string) =>
    it(`tell of ${value}`, () => assert.equal(describeVolume(value), meaning));
  const mounts = (value: string, meaning: string) =>
    it(`tell of ${value}`, () => assert.equal(describeMount(value), meaning));
  const risks = (source: string, expected: string | undefined) =>
    it(`${source} is ${expected ?? 'no'} risk`, () => {
      const [plain = '', options] = source.split(' ');
      const tail = options === undefined ? '' : `:${options}`;
      const [, level, text] = /^(\w+): (.*)$/.exec(expected ?? '') ?? [];
      const risk = level === undefined ? undefined : { level, text };
      assert.deepEqual(volumeRisk(`${plain}:/x${tail}`), risk);
      assert.deepEqual(mountRisk(`type=bind,src=${plain},dst=/x${tail && ',ro'}`), risk);
    });

  says(
    '/srv:/data',
    '/srv on your machine appears in the container at /data; what runs there may change it',
  );
  says('/srv:/data:ro', '/srv on your machine appears in the container at /data, read-only');
  says(
    'data:/data',
    'the volume data appears in the container at /data; what runs there may change it',
  );
  says('/data', 'a new volume without a name at /data');
  says('', 'lets the container see a folder or a volume');
  mounts(
    'type=bind,src=/srv,dst=/d,ro',
    '/srv on your machine appears in the container at /d, read-only',
  );
  mounts('type=tmpfs,dst=/tmp', 'an empty folder in memory at /tmp');
  mounts('dst=/data', 'a new volume without a name at /data');
  mounts('', 'mounts something into it');

  risks(
    '/var/run/docker.sock',
    'high: The engine’s socket: whoever has it can start anything as root on the host.',
  );
  risks(
    '/run/user/1000/podman/podman.sock ro',
    'high: The engine’s socket: whoever has it can start anything as root on the host.',
  );
  risks('/', 'high: The container can read and change the whole disk of the host.');
  risks('/ ro', 'medium: The container can read the whole disk of the host.');
  risks('C:\\', 'high: The container can read and change the whole disk of the host.');
  risks('/etc', 'high: The container can read and change the host’s /etc.');
  risks('/etc/ssl/certs ro', 'medium: The container can read the host’s /etc/ssl/certs.');
  risks('/var/lib/docker', 'high: The container can read and change the host’s /var/lib/docker.');
  risks('/home/me', 'medium: The container can read and change a whole home folder, keys and all.');
  risks('/root ro', 'medium: The container can read a whole home folder, keys and all.');
  risks('/home/me/container-labs/site', undefined);
  risks('/root/container-labs/site', undefined);
  risks('/var/www/html', undefined);
  risks('/srv', undefined);

  it('of a volume with a name are no risk', () => {
    assert.equal(volumeRisk('data:/etc'), undefined);
    assert.equal(mountRisk('src=data,dst=/etc'), undefined);
  });
});

it('words for values never fail', () => {
  const value = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'/:,=.~aC\\-09[]') }));
  const all = [describePublish, publishRisk, describeVolume, volumeRisk, describeMount, mountRisk];
  fc.assert(fc.property(value, (text) => void all.map((describe) => describe(text))));
});
