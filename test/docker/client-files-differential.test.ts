import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { answeringEngine } from '../support/answering-engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import { installHelper } from '../support/credential-helper';
import type { Said } from '../support/engine-client';
import type { FakeEngine } from '../support/engine-socket';

const configuration = {
  credsStore: 'container-labs-test',
  auths: { 'old.example.org': { auth: 'bm9ib2R5Om5vdGhpbmc=' } },
  detachKeys: 'ctrl-q',
  HttpHeaders: { 'X-Any': 'thing' },
};

let fake: FakeEngine;
let engine: Engine;
let usual: Readonly<Record<string, string | undefined>>;
const folders: string[] = [];

/** A client's folder and a helper of its own; the environment leads both programs there. */
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
  folders.push(folder);
  await writeFile(join(folder, 'config.json'), JSON.stringify(configuration));
  await installHelper(folder);
  for (const [name, description] of [
    ['foo', 'An engine far away'],
    ['bar2', ''],
  ] as const) {
    const hash = createHash('sha256').update(name).digest('hex');
    const meta = join(folder, 'contexts', 'meta', hash);
    await mkdir(meta, { recursive: true });
    const value = {
      Name: name,
      Metadata: description === '' ? {} : { Description: description },
      Endpoints: { docker: { Host: `unix:///tmp/${name}.sock`, SkipTLSVerify: false } },
    };
    await writeFile(join(meta, 'meta.json'), JSON.stringify(value));
  }
  process.env.DOCKER_CONFIG = folder;
  process.env.PATH = `${folder}${delimiter}${usual.PATH}`;
  return folder;
}

interface Left {
  readonly said: readonly Said[];
  readonly configuration: unknown;
  readonly asked: readonly string[];
}

/** What lines say, and what they leave in a folder of the client's. */
async function leave(
  lines: readonly string[],
  input: string,
  say: typeof sayTheirs,
): Promise<Left | undefined> {
  const folder = await freshFolder();
  const said: Said[] = [];
  for (const line of lines) {
    const each = await say(line, { engine, suite: 'client-files', input });
    if (each === undefined) return undefined;
    said.push(JSON.parse(JSON.stringify(each).replaceAll(folder, 'FOLDER')));
  }
  const asked = await readFile(join(folder, 'asked'), 'utf8').catch(() => '');
  return {
    said,
    configuration: JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')),
    // The client forgets some things twice.
    asked: [...new Set(asked.trim().split('\n'))],
  };
}

function leaveAlike(...lines: readonly string[]) {
  leaveAlikeAfter('', ...lines);
}

function leaveAlikeAfter(input: string, ...lines: readonly string[]) {
  it(`leave alike: ${lines.join('; ')}`, async function () {
    const theirs = await leave(lines, input, sayTheirs);
    if (theirs === undefined) return this.skip();
    assert.deepEqual(await leave(lines, input, sayOurs), theirs);
  });
}

describe('the docker client’s own files, next to the client', function () {
  this.timeout(20_000);
  before(async function () {
    if (process.platform === 'win32') return this.skip();
    const { PATH, DOCKER_CONFIG, DOCKER_HOST, DOCKER_CONTEXT } = process.env;
    usual = { PATH, DOCKER_CONFIG, DOCKER_HOST, DOCKER_CONTEXT };
    fake = await answeringEngine({ '/auth': { Status: 'Login Succeeded', IdentityToken: '' } });
    engine = connectEngine(fake.endpoint);
    // The client is led to its engine by it, and says so.
    process.env.DOCKER_HOST = fake.endpoint.url;
  });
  after(async () => {
    if (usual === undefined) return;
    for (const [name, value] of Object.entries(usual)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    engine.close();
    await fake.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  leaveAlike('docker context ls');
  leaveAlike('docker context ls -q');
  leaveAlike('docker context ls --format json');
  leaveAlike('docker context list --format "{{.Name}} {{.DockerEndpoint}} {{.Current}}"');
  leaveAlike('docker context show');
  leaveAlike('docker context use foo');
  leaveAlike('docker context use foo', 'docker context ls', 'docker context use default');
  leaveAlike('docker context use nothing');
  leaveAlike('docker context use "a b"');

  leaveAlikeAfter('secret\n', 'docker login -u me --password-stdin ghcr.example.org');
  leaveAlikeAfter('secret', 'docker login -u me --password-stdin');
  leaveAlikeAfter('secret\n', 'docker login -u me --password-stdin https://ghcr.example.org/v2/');
  leaveAlike('docker login -u me ghcr.example.org');
  leaveAlike('docker logout old.example.org');
  leaveAlike('docker logout');
  leaveAlike('docker logout new.example.org');
  leaveAlikeAfter(
    'secret\n',
    'docker login -u me --password-stdin ghcr.example.org',
    'docker logout ghcr.example.org',
  );
});
