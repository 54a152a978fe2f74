import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoginRequest } from '../../../../src/core/command/engine-requests';
import { connectEngine } from '../../../../src/docker/engine';
import { answeringEngine } from '../../../support/answering-engine';
import { installHelper, withPath } from '../../../support/credential-helper';
import { CollectedStreams, FakeTerminal } from '../../../support/engine-streams';
import { withFolder } from '../../../support/temporary-folder';

const request: LoginRequest = {
  kind: 'login',
  server: 'ghcr.example.org',
  username: undefined,
  passwordFromInput: false,
};

async function* typed(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

interface Left {
  readonly output: string;
  readonly error: string | undefined;
  readonly configuration: string;
  readonly asked: string;
}

/** Signs in on a terminal at which a text is typed; tells what was shown and what is left. */
async function signIn(text: string, answer: object, configuration: object): Promise<Left> {
  const fake = await answeringEngine({ '/auth': answer });
  const engine = connectEngine(fake.endpoint);
  const { DOCKER_CONFIG: usual } = process.env;
  let left: Left | undefined;
  await withFolder({ 'config.json': JSON.stringify(configuration) }, async (folder) => {
    await installHelper(folder);
    process.env.DOCKER_CONFIG = folder;
    const streams = new CollectedStreams({ stdin: typed(text), terminal: new FakeTerminal() });
    const options = { workingDirectory: folder, labels: {}, signal: new AbortController().signal };
    let error: string | undefined;
    await withPath(folder, async () => {
      await engine.execute(request, streams, options).catch(({ code }) => {
        error = code;
      });
    });
    left = {
      output: streams.output,
      error,
      configuration: await readFile(join(folder, 'config.json'), 'utf8'),
      asked: await readFile(join(folder, 'asked'), 'utf8').catch(() => ''),
    };
  });
  if (usual === undefined) delete process.env.DOCKER_CONFIG;
  else process.env.DOCKER_CONFIG = usual;
  engine.close();
  await fake.stop();
  assert.ok(left);
  return left;
}

describe('docker login on a terminal', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const helper = { credsStore: 'container-labs-test' };
  const accepted = { Status: 'Login Succeeded', IdentityToken: '' };

  it('shows the name, hides the password, and hands it to the helper alone', async () => {
    const { output, configuration, asked } = await signIn('me\rse€cret\r', accepted, helper);
    assert.equal(output, 'Username: me\r\nPassword: \r\nLogin Succeeded\n');
    assert.deepEqual(JSON.parse(configuration), { ...helper, auths: { 'ghcr.example.org': {} } });
    assert.equal(
      asked,
      'store {"ServerURL":"ghcr.example.org","Username":"me","Secret":"se€cret"}\n',
    );
  });
  it('keeps a token instead, when the registry gives one', async () => {
    const given = { Status: 'Login Succeeded', IdentityToken: 'token' };
    const { asked } = await signIn('me\rsecret\r', given, helper);
    assert.equal(
      asked,
      'store {"ServerURL":"ghcr.example.org","Username":"<token>","Secret":"token"}\n',
    );
  });
  it('asks nothing where there is no safe place to keep it', async () => {
    const { output, error, configuration } = await signIn('me\rsecret\r', accepted, {});
    assert.deepEqual([output, error, configuration], ['', 'unsupported', '{}']);
  });
  it('stops at Ctrl-C', async () => {
    const { error, asked } = await signIn('me\rsec\u0003', accepted, helper);
    assert.deepEqual([error, asked], ['cancelled', '']);
  });
  it('wants a password', async () => {
    const { error, asked } = await signIn('me\r\r', accepted, helper);
    assert.deepEqual([error, asked], ['usage', '']);
  });
});
