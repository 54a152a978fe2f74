import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Engine } from '../../src/docker/engine';
import { comparableSteps } from '../support/build-output';
import { type LineRules, sayOurs, sayTheirs } from '../support/client-differential';
import { realEngine, removeAll } from '../support/engine-real';

const suite = 'build-differential';
/** Lists all that was copied: kind and permissions, size, name and where a link leads. */
const listing =
  'FROM alpine\nCOPY . /app\nRUN cd /app && find . | sort | while read -r f; do stat -c "%A %u %g %s %N" "$f"; done\n';

let engine: Engine;
let folder: string;
let client: string | undefined;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A docker client that has BuildKit in it: those of version 20. Later ones leave it to a plugin. */
async function findClient(): Promise<string | undefined> {
  for (const program of ['docker', '/usr/bin/docker']) {
    const version = await new Promise<string>((resolve) => {
      execFile(program, ['--version'], (_, output) => resolve(output));
    });
    if (version.includes('version 20.')) return program;
  }
  return undefined;
}

/** The same line by both, with BuildKit: steps, output, exit code. */
function asTheClient(
  flags: string,
  files: Readonly<Record<string, string>>,
  more: Partial<LineRules> & { readonly prepare?: () => Promise<void> } = {},
): void {
  it(`docker build ${flags}`, async function () {
    if (client === undefined) {
      process.stderr.write('SKIPPED: no docker client of version 20 to compare BuildKit with\n');
      return this.skip();
    }
    await write(files);
    await more.prepare?.();
    const rules = { engine, suite, folder, variables: { DOCKER_BUILDKIT: '1' }, ...more };
    const theirs = await sayTheirs(`${client} build --progress=plain ${flags}`, rules);
    const ours = await sayOurs(`docker build --progress=plain ${flags}`, rules);
    const comparable = (said: typeof ours | undefined) => ({
      exitCode: said?.exitCode,
      output: said?.output.replace(/[0-9a-f]{64}/g, 'ID'),
      errors: comparableSteps(said?.errors ?? ''),
    });
    assert.deepEqual(comparable(ours), comparable(theirs));
  });
}

/** The same line by both, with the classic builder; our label is one step more. */
function asTheClassicClient(
  flags: string,
  files: Readonly<Record<string, string>>,
  input = '',
): void {
  it(`DOCKER_BUILDKIT=0 docker build ${flags}`, async function () {
    await write(files);
    const rules = { engine, suite, folder, input, variables: { DOCKER_BUILDKIT: '0' } };
    const ours = await sayOurs(`docker build ${flags}`, rules);
    const label = `--label container-labs.lesson=test/${suite}`;
    const theirs = await sayTheirs(`docker build ${label} ${flags}`, rules);
    if (theirs === undefined) return this.skip();
    const plain = (text: string) =>
      text
        .replace(/[0-9a-f]{12,64}/g, 'ID')
        .replace(/^DEPRECATED:(?:.*\n)+?\n/, '')
        // The client pads an archive that it has changed in another way.
        .replace(input === '' ? /^$/ : /(?<=daemon {2})\S+/, 'SIZE');
    assert.deepEqual(
      [ours.exitCode, plain(ours.output), plain(ours.errors)],
      [theirs.exitCode, plain(theirs.output), plain(theirs.errors)],
    );
  });
}

describe('docker build beside the docker client', function () {
  this.timeout(120_000);
  before(async function () {
    engine = await realEngine(this);
    client = await findClient();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  after(() => engine && removeAll(engine, suite));

  const plain = { Dockerfile: 'FROM alpine\nCOPY a.txt /\n', 'a.txt': 'a', 'b/c.txt': 'c' };
  asTheClient('.', plain);
  asTheClient('--quiet .', plain);
  asTheClient(
    '--no-cache --build-arg COLOR=blue --build-arg TASTE .',
    {
      Dockerfile: 'FROM alpine\nARG COLOR=red\nARG TASTE=none\nRUN echo $COLOR $TASTE\n',
    },
    { variables: { DOCKER_BUILDKIT: '1', TASTE: 'sweet' } },
  );
  asTheClient('--target first --no-cache .', {
    Dockerfile: 'FROM alpine AS first\nRUN echo 1\nFROM alpine AS second\nRUN echo 2\n',
  });
  asTheClient('--no-cache --add-host db:10.0.0.5 --network none .', {
    Dockerfile: 'FROM alpine\nRUN grep db /etc/hosts; ls /sys/class/net\n',
  });
  asTheClient('-f sub/Other .', { 'sub/Other': 'FROM alpine\nCOPY sub /x\n' });
  asTheClient('-f ../OTHER/Dockerfile .', plain, {
    prepare: async () => {
      await mkdir(join(folder, 'in'));
      await write({ 'OTHER/Dockerfile': 'FROM alpine\nCOPY . /x\n' });
    },
    get folder() {
      return join(folder, 'in');
    },
  });
  asTheClient('--no-cache -f - .', plain, { input: 'FROM alpine\nRUN echo from input\n' });
  asTheClient('--no-cache -', {}, { input: 'FROM alpine\nRUN echo from input\n' });
  asTheClient(
    '--no-cache - # another of the same size',
    {},
    {
      input: 'FROM alpine\nRUN echo from INPUT\n',
    },
  );
  asTheClient('--no-cache --secret id=token,src=token.txt .', {
    Dockerfile:
      '# syntax-less\nFROM alpine\nRUN --mount=type=secret,id=token cat /run/secrets/token\n',
    'token.txt': 's3cret\n',
  });
  asTheClient('.', { Dockerfile: 'FROM alpine\nRUN echo before; exit 7\n' });
  asTheClient('.', { Dockerfile: 'FROM alpine\nRUNN x\n' });
  asTheClient('.', { Dockerfile: 'FROM alpine\nCOPY nope /\n' });
  asTheClient('.', { Dockerfile: '' });
  asTheClient('.', { Dockerfile: 'FROM container-labs-nothing\n' });
  asTheClient('--target nope .', plain);
  asTheClient('nope', {});
  asTheClient('-f - -', {});

  const odd = async (): Promise<void> => {
    await symlink('a b/ü "q" \'s\'.txt', join(folder, 'link'));
    await symlink('/etc/hostname', join(folder, 'away'));
    await chmod(join(folder, 'run.sh'), 0o4755);
    await chmod(join(folder, 'secret.txt'), 0o600);
    await mkdir(join(folder, 'empty'));
    await chmod(join(folder, 'empty'), 0o1777);
  };
  asTheClient(
    '--no-cache .',
    {
      Dockerfile: listing,
      'a b/ü "q" \'s\'.txt': 'odd',
      '-dash': '',
      'star*': '1',
      'run.sh': '#!/bin/sh\n',
      'secret.txt': 's',
    },
    { prepare: odd },
  );
  const tree = {
    Dockerfile: listing,
    'node_modules/x/index.js': '1',
    'src/a.log': '',
    'src/deep/b.log': '',
    'src/deep/keep.log': '',
    'docs/one.md': '1',
    'docs/two.txt': '2',
    '.git/config': '',
  };
  for (const rules of [
    'node_modules\n.git\n**/*.log\n!src/deep/keep.log\n',
    '*\n!docs/*.md\n!src\n',
    'Dockerfile\n.dockerignore\n',
    '# note\n\n  docs/  \n/src/deep\n',
    '**/deep\ndocs/t*\n!docs/two.txt\ndocs/two.*\n',
    '*/[a-d]*.*\n',
  ]) {
    asTheClient(`--no-cache . # ${JSON.stringify(rules)}`, { ...tree, '.dockerignore': rules });
  }
  asTheClient('--no-cache -f Own .', {
    ...tree,
    Own: listing,
    '.dockerignore': 'docs\n',
    'Own.dockerignore': 'src\n.git\n',
  });

  asTheClassicClient('--no-cache .', { ...plain, '.dockerignore': 'b\nDockerfile\n' });
  asTheClassicClient('--no-cache -m 64m --ulimit nofile=99:99 --cpu-shares 5 --shm-size 8m .', {
    Dockerfile: 'FROM alpine\nRUN ulimit -n; df -m /dev/shm | tail -1\n',
  });
  asTheClassicClient('--no-cache --force-rm .', {
    Dockerfile: 'FROM alpine\nRUN echo before; exit 7\n',
  });
  asTheClassicClient('.', { Dockerfile: 'FROM alpine\nRUNN x\n' });
  asTheClassicClient('--no-cache .', {
    ...tree,
    '.dockerignore': '*\n!src\n**/*.log\n!**/keep.log\n',
  });
  asTheClassicClient('-f nope .', plain);
  asTheClassicClient('nope', {});
  asTheClassicClient('--no-cache -', {}, 'FROM alpine\nRUN echo from input\n');
  asTheClassicClient('--no-cache -f - .', plain, 'FROM alpine\nCOPY . /x\nRUN ls -A /x\n');
  asTheClassicClient('Dockerfile', plain);
});
