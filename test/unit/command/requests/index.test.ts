import assert from 'node:assert/strict';
import { parseDocker } from '../../../../src/core/command/parse-docker';
import type { DockerRequest } from '../../../../src/core/command/request';
import { surroundings, words } from '../../../support/command-words';

function read(line: string): DockerRequest | undefined {
  return parseDocker(words(line), surroundings)?.request;
}

/** The request has these fields; what it does not name is off, empty or undefined. */
function reads(line: string, expected: Readonly<Record<string, unknown>>) {
  it(`reads ${line}`, () => {
    const request = read(line);
    const said = Object.entries(request ?? {}).filter(([, value]) => !isOff(value));
    assert.deepEqual(Object.fromEntries(said), expected);
  });
}

function isOff(value: unknown): boolean {
  if (value === undefined || value === false) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function refuses(line: string, message: RegExp) {
  it(`refuses ${line}`, () =>
    assert.throws(() => read(line), { name: 'LabError', code: 'usage', message }));
}

describe('requests that look into containers and copy from them', () => {
  reads('docker top web', { kind: 'top', container: 'web' });
  reads('docker container top web -o pid', {
    kind: 'top',
    container: 'web',
    options: ['-o', 'pid'],
  });
  reads('docker stats', { kind: 'stats', follow: true });
  reads('docker stats -a --no-stream --no-trunc --format json a b', {
    kind: 'stats',
    containers: ['a', 'b'],
    all: true,
    noTruncate: true,
    format: 'json',
  });
  reads('docker diff web', { kind: 'diff', container: 'web' });
  reads('docker system events --since 1h --until 0s -f type=image --format json', {
    kind: 'events',
    since: '1h',
    until: '0s',
    filters: { type: ['image'] },
    format: 'json',
  });
  const copy = { kind: 'copy', container: 'web' };
  const from = { ...copy, direction: 'from', containerPath: '/x', localPath: './y' };
  reads('docker cp web:/x ./y', from);
  reads('docker cp -aLq web:/x ./y', { ...from, archive: true, followLink: true, quiet: true });
  reads('docker cp - web:x', { ...copy, direction: 'to', containerPath: 'x', localPath: '-' });
  reads('docker cp ./a:b web:', {
    ...copy,
    direction: 'to',
    containerPath: '',
    localPath: './a:b',
  });
  reads('docker cp /a:b w:/', {
    ...copy,
    container: 'w',
    direction: 'to',
    containerPath: '/',
    localPath: '/a:b',
  });
  refuses('docker cp a b', /Neither side/);
  refuses('docker cp a:b c:d', /Both sides/);
  refuses('docker cp a:b', /takes two names/);
  reads('docker update --cpus 0.5 --restart on-failure:3 -m 64m a b', {
    kind: 'update',
    containers: ['a', 'b'],
    changes: {
      Memory: 67_108_864,
      NanoCpus: 5e8,
      RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
    },
  });
  refuses('docker update web', /what to change/);
  reads('docker commit web', { kind: 'commit', container: 'web', pause: true });
  reads('docker commit -a me -m why -c USER=a -p=false web site:1', {
    kind: 'commit',
    container: 'web',
    image: 'site:1',
    author: 'me',
    message: 'why',
    changes: ['USER=a'],
  });
  reads('docker export -o a.tar web', { kind: 'export', container: 'web', output: 'a.tar' });
  reads('docker container prune -f --filter until=1h', {
    kind: 'prune-containers',
    filters: { until: ['1h'] },
    force: true,
  });
});

describe('requests about containers', () => {
  const containers = { kind: 'containers', signalProxy: true };
  reads('docker start a b', { ...containers, verb: 'start', containers: ['a', 'b'] });
  reads('docker start -ai a', {
    ...containers,
    verb: 'start',
    containers: ['a'],
    attach: true,
    interactive: true,
  });
  reads('docker start -i a', {
    ...containers,
    verb: 'start',
    containers: ['a'],
    attach: true,
    interactive: true,
  });
  reads('docker stop -t 3 -s INT a', {
    ...containers,
    verb: 'stop',
    containers: ['a'],
    timeout: 3,
    signal: 'INT',
  });
  reads('docker restart --time 0 a', {
    ...containers,
    verb: 'restart',
    containers: ['a'],
    timeout: 0,
  });
  reads('docker kill -s HUP a', { ...containers, verb: 'kill', containers: ['a'], signal: 'HUP' });
  reads('docker rm -fv a', {
    ...containers,
    verb: 'rm',
    containers: ['a'],
    force: true,
    volumes: true,
  });
  reads('docker rename a b', { ...containers, verb: 'rename', containers: ['a', 'b'] });
  reads('docker attach a', { ...containers, verb: 'attach', containers: ['a'], interactive: true });
  reads('docker attach --no-stdin a', { ...containers, verb: 'attach', containers: ['a'] });
  refuses('docker rm', /^docker rm needs the name of a container\.$/);
  refuses('docker rename a', /takes two names: the container, and its new name/);
  refuses('docker attach a b', /takes one name/);
  refuses('docker stop -t soon a', /“soon” is no value for --timeout/);

  reads('docker ps -aq --no-trunc -s -n 3 --format json', {
    kind: 'list-containers',
    all: true,
    quiet: true,
    noTruncate: true,
    size: true,
    last: 3,
    format: 'json',
  });
  reads('docker ps -l', { kind: 'list-containers', last: 1 });
  reads('docker ps -f name=a -f name=b -f label=x=y', {
    kind: 'list-containers',
    filters: { name: ['a', 'b'], label: ['x=y'] },
  });
  refuses('docker ps -f name', /“name” is no value for --filter/);

  reads('docker exec -it -u root -w /x -e A=b web ls -l', {
    kind: 'exec',
    container: 'web',
    command: ['ls', '-l'],
    interactive: true,
    tty: true,
    environment: ['A=b'],
    user: 'root',
    workingDirectory: '/x',
  });
  refuses('docker exec web', /needs a container and a command/);
  reads('docker logs web', { kind: 'logs', container: 'web', tail: 'all' });
  reads('docker logs -ft -n 5 --since 1m web', {
    kind: 'logs',
    container: 'web',
    follow: true,
    timestamps: true,
    tail: '5',
    since: '1m',
  });
  reads('docker port web 80/tcp', { kind: 'port', container: 'web', port: '80/tcp' });
  refuses('docker port', /needs the name of a container/);
});

describe('requests about images', () => {
  reads('docker images -q nginx', { kind: 'list-images', reference: 'nginx', quiet: true });
  refuses('docker images a b', /takes one name/);
  reads('docker pull -q --platform linux/arm64 nginx', {
    kind: 'pull',
    image: 'nginx',
    platform: 'linux/arm64',
    quiet: true,
  });
  refuses('docker pull', /needs the name of an image/);
  reads('docker rmi -f a b', { kind: 'remove-images', images: ['a', 'b'], force: true });
  reads('docker tag a b', { kind: 'tag', source: 'a', target: 'b' });
  reads('docker build -t a -t b -f X --build-arg A=b --label c=d --target t --no-cache --pull .', {
    kind: 'build',
    context: '.',
    file: 'X',
    tags: ['a', 'b'],
    buildArguments: { A: 'b' },
    labels: { c: 'd' },
    target: 't',
    noCache: true,
    pull: true,
  });
  refuses('docker build', /needs the folder to build from/);
});

describe('requests about other objects', () => {
  reads('docker network disconnect -f back web', {
    kind: 'network',
    verb: 'disconnect',
    names: ['back', 'web'],
    force: true,
  });
  reads('docker network rm a b', { kind: 'network', verb: 'rm', names: ['a', 'b'] });
  reads('docker network ls -q', { kind: 'network', verb: 'ls', quiet: true });
  reads('docker volume create', { kind: 'volume', verb: 'create' });
  reads('docker volume rm -f data', { kind: 'volume', verb: 'rm', names: ['data'], force: true });
  refuses('docker network create', /needs a name for the network/);
  refuses('docker network connect back', /two names: the network, and the container/);
  reads('docker network prune -f --filter label=a', {
    kind: 'prune',
    what: 'network',
    force: true,
    filters: { label: ['a'] },
  });
  reads('docker volume prune -a', {
    kind: 'prune',
    what: 'volume',
    all: true,
    needs: [{ flag: 'all', version: '1.42' }],
  });
  refuses('docker volume prune data', /takes no name/);
  refuses('docker volume rm', /needs the name of a volume/);
  refuses('docker volume create a b', /takes one name/);

  reads('docker inspect -f json a b', { kind: 'inspect', names: ['a', 'b'], format: 'json' });
  reads('docker inspect --type image a', {
    kind: 'inspect',
    names: ['a'],
    type: 'image',
    isTypeFlag: true,
  });
  reads('docker image inspect a', { kind: 'inspect', names: ['a'], type: 'image' });
  reads('docker network inspect a', { kind: 'inspect', names: ['a'], type: 'network' });
  refuses('docker inspect --type thing a', /“thing” is no value for --type/);
  reads('docker version -f json', { kind: 'version', format: 'json' });
  reads('docker info', { kind: 'info' });
  refuses('docker info x', /takes no name/);
});

describe('requests that move images about', () => {
  reads('docker push -q ghcr.io/a:1', { kind: 'push', image: 'ghcr.io/a:1', quiet: true });
  reads('docker image push -a a', { kind: 'push', image: 'a', allTags: true });
  reads('docker history -q --no-trunc a', {
    kind: 'history',
    image: 'a',
    human: true,
    noTruncate: true,
    quiet: true,
  });
  reads('docker history -H=false a', { kind: 'history', image: 'a' });
  reads('docker save -o a.tar a b', { kind: 'save', images: ['a', 'b'], output: 'a.tar' });
  reads('docker load -qi a.tar', { kind: 'load', input: 'a.tar', quiet: true });
  reads('docker import -c CMD=x -m note --platform linux/arm64 - a:1', {
    kind: 'import',
    source: '-',
    reference: 'a:1',
    changes: ['CMD=x'],
    message: 'note',
    platform: 'linux/arm64',
  });
  reads('docker search --limit 5 -f stars=3 a', {
    kind: 'search',
    term: 'a',
    limit: 5,
    filters: { stars: ['3'] },
  });
  refuses('docker push', /needs the name of an image/);
  refuses('docker save', /needs the name of an image/);
  refuses('docker load a.tar', /takes no name/);
  refuses('docker import', /needs an archive/);
  refuses('docker search --limit many a', /“many” is no value for --limit/);
  it('refuses docker images --tree', () =>
    assert.throws(() => read('docker images --tree'), { code: 'unsupported' }));
});

describe('requests about the engine and the client', () => {
  reads('docker image prune -af --filter until=1h', {
    kind: 'prune-engine',
    what: 'images',
    all: true,
    force: true,
    filters: { until: ['1h'] },
  });
  reads('docker system prune --volumes', { kind: 'prune-engine', what: 'system', volumes: true });
  reads('docker builder prune --keep-storage 1g', {
    kind: 'prune-engine',
    what: 'build-cache',
    keepStorage: 2 ** 30,
  });
  refuses('docker system prune --volumes --filter until=1h', /the filter “until” cannot be used/);
  reads('docker system df -v', { kind: 'disk-usage', verbose: true });
  reads('docker context use far', { kind: 'context', verb: 'use', name: 'far' });
  reads('docker context ls -q', { kind: 'context', verb: 'ls', quiet: true });
  reads('docker context show', { kind: 'context', verb: 'show' });
  refuses('docker context use', /needs the name of a context/);
  reads('docker login -u me --password-stdin ghcr.io', {
    kind: 'login',
    server: 'ghcr.io',
    username: 'me',
    passwordFromInput: true,
  });
  reads('docker logout', { kind: 'logout' });
  refuses('docker login --password-stdin', /goes --username/);
  it('never takes a password from the command line, nor repeats it', () =>
    assert.throws(
      () => read('docker login -u me -p se-cret'),
      (error: Error) => {
        assert.match(error.message, /does not belong in a command line/);
        return !JSON.stringify(error).includes('se-cret');
      },
    ));
});
