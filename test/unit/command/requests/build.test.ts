import assert from 'node:assert/strict';
import { parseDocker } from '../../../../src/core/command/parse-docker';
import { LabError } from '../../../../src/core/lab-error';
import { surroundings, words } from '../../../support/command-words';
import { buildRequest } from '../../../support/engine-requests';

const variables = { TOKEN: 's3cret', EMPTY: '' };

function read(line: string, more: Readonly<Record<string, string>> = {}) {
  const all = { ...surroundings, variables: { ...variables, ...more } };
  return parseDocker(words(line), all)?.request;
}

/** The request has these fields, and the usual ones besides. */
function reads(flags: string, expected: Parameters<typeof buildRequest>[1]) {
  it(`reads ${flags}`, () => {
    assert.deepEqual(read(`docker build ${flags} .`), buildRequest('.', expected));
  });
}

function refuses(flags: string, message: RegExp) {
  it(`refuses ${flags}`, () => {
    assert.throws(
      () => read(`docker build ${flags} .`),
      (error) => error instanceof LabError && message.test(error.message) && error.exitCode === 125,
    );
  });
}

describe('docker build', () => {
  reads('', {});
  reads('-t a -t host:5000/b:1 -f -', { tags: ['a', 'host:5000/b:1'], file: '-' });
  reads('--build-arg A=b=c --build-arg TOKEN --build-arg NOPE', {
    buildArguments: { A: 'b=c', TOKEN: 's3cret', NOPE: null },
  });
  reads('--label a=b --label c', { labels: { a: 'b', c: '' } });
  reads('--rm=false --force-rm --squash', {
    keepContainers: true,
    forceRemove: true,
    squash: true,
  });
  reads('--rm --compress --disable-content-trust', {});
  reads('-m 64m --memory-swap -1 -c 5 --cpu-period 9 --cpu-quota 8 --shm-size 1g', {
    limits: {
      memory: 64 * 2 ** 20,
      memorySwap: -1,
      cpuShares: 5,
      cpuPeriod: 9,
      cpuQuota: 8,
      shmSize: 2 ** 30,
    },
  });
  reads('--cpuset-cpus 0-1 --cpuset-mems 0 --ulimit nofile=1:2', {
    limits: {
      cpusetCpus: '0-1',
      cpusetMems: '0',
      ulimits: [{ Name: 'nofile', Soft: 1, Hard: 2 }],
    },
  });
  reads('--add-host db:10.0.0.5 --network none --cgroup-parent x', {
    extraHosts: ['db:10.0.0.5'],
    network: 'none',
    cgroupParent: 'x',
  });
  reads('--cache-from a,b --cache-from c --isolation default --security-opt x', {
    cacheFrom: ['a', 'b', 'c'],
    isolation: 'default',
    securityOptions: ['x'],
  });
  reads('-q --iidfile id --progress=plain --pull --no-cache --target t --platform p', {
    quiet: true,
    idFile: 'id',
    progress: 'plain',
    pull: true,
    noCache: true,
    target: 't',
    platform: 'p',
  });
  reads('--secret id=a,src=file --secret id=b,env=TOKEN --secret type=env,id=TOKEN', {
    secrets: [
      { id: 'a', file: 'file' },
      { id: 'b', value: 's3cret' },
      { id: 'TOKEN', value: 's3cret' },
    ],
  });
  reads('--secret id=TOKEN --secret id=nope', {
    secrets: [
      { id: 'TOKEN', value: 's3cret' },
      { id: 'nope', file: 'nope' },
    ],
  });

  refuses('-t UPPER', /no value for --tag/);
  refuses('-t a:', /no value for --tag/);
  refuses('--progress fancy', /no value for --progress/);
  refuses('--secret src=x', /no value for --secret/);
  refuses('-m lots', /no value for --memory/);

  it('takes the classic builder where the environment asks for it', () => {
    const asked = ['0', 'false', '1', ''].map((value) => {
      const request = read('docker build .', { DOCKER_BUILDKIT: value });
      return request?.kind === 'build' && request.classic;
    });
    assert.deepEqual(asked, [true, true, false, false]);
  });
});
