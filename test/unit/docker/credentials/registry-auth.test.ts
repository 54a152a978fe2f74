import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  authForImage,
  authsForBuild,
  helperFor,
} from '../../../../src/docker/credentials/registry-auth';
import { installHelper, withPath } from '../../../support/credential-helper';
import { withFolder } from '../../../support/temporary-folder';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The sign-in for an image, from a configuration. */
function gives(what: string, configuration: object, image: string, expected: object) {
  it(what, () =>
    withFolder({ 'config.json': JSON.stringify(configuration) }, async (folder) =>
      assert.deepEqual(await authForImage(image, folder), expected),
    ),
  );
}

describe('sign-ins in the docker client’s file', () => {
  const hub = 'https://index.docker.io/v1/';
  const auths = {
    [hub]: { auth: base64('me:se:cret') },
    'ghcr.io': { auth: base64('you:other') },
    'https://old.example.org/v1/': { auth: base64('old:one') },
    'token.example.org': { identitytoken: 'token' },
    'broken.example.org': { auth: 'no pair' },
    'padded.example.org': { auth: base64('a:b\0\0') },
  };
  gives('are found for Docker Hub', { auths }, 'alpine', {
    username: 'me',
    password: 'se:cret',
    serveraddress: hub,
  });
  gives('are found by the host', { auths }, 'ghcr.io/team/app', {
    username: 'you',
    password: 'other',
    serveraddress: 'ghcr.io',
  });
  gives('are found by an address', { auths }, 'old.example.org/app', {
    username: 'old',
    password: 'one',
    serveraddress: 'old.example.org',
  });
  gives('may be a token', { auths }, 'token.example.org/app', {
    identitytoken: 'token',
    serveraddress: 'token.example.org',
  });
  gives('may be padded', { auths }, 'padded.example.org/app', {
    username: 'a',
    password: 'b',
    serveraddress: 'padded.example.org',
  });
  gives('may be useless', { auths }, 'broken.example.org/app', {
    serveraddress: 'broken.example.org',
  });
  gives('go to no other registry', { auths }, 'quay.io/app', {});
  gives('may be none', {}, 'alpine', {});
  gives('are none when the helper is missing', { credsStore: 'no-such-helper' }, 'alpine', {});
  gives('are none when the helper’s name is a path', { credsStore: '../x' }, 'alpine', {});
  it('are none when the file is broken', () =>
    withFolder({ 'config.json': '{' }, async (folder) =>
      assert.deepEqual(await authForImage('alpine', folder), {}),
    ));
});

describe('helperFor', () => {
  const configuration = { credsStore: 'all', credHelpers: { 'ghcr.io': 'own', 'b.org': '' } };
  const is = (registry: string, given: object, expected: string | undefined) =>
    it(`is ${expected} for ${registry}`, () =>
      assert.equal(helperFor(registry, { ...given }), expected));
  is('ghcr.io', configuration, 'own');
  is('quay.io', configuration, 'all');
  is('b.org', configuration, 'all');
  is('quay.io', {}, undefined);
  is('constructor', { credHelpers: {} }, undefined);
});

describe('sign-ins of a credential helper', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const withHelper = (kept: string | undefined, use: (folder: string) => Promise<void>) => () =>
    withFolder({}, async (folder) => {
      await installHelper(folder);
      if (kept !== undefined) await writeFile(join(folder, 'kept'), kept);
      const helpers = { 'ghcr.io': 'container-labs-test' };
      const auths = { 'plain.org': { auth: base64('a:b') } };
      const configuration = JSON.stringify({ credHelpers: helpers, auths });
      await writeFile(join(folder, 'config.json'), configuration);
      await withPath(folder, () => use(folder));
    });

  it(
    'are asked for by the host alone',
    withHelper('{"Username":"me","Secret":"s"}', async (folder) => {
      const auth = await authForImage('ghcr.io/team/app', folder);
      const asked = await readFile(join(folder, 'asked'), 'utf8');
      const expected = { username: 'me', password: 's', serveraddress: 'ghcr.io' };
      assert.deepEqual([auth, asked], [expected, 'get ghcr.io\n']);
    }),
  );
  it(
    'may be tokens',
    withHelper('{"Username":"<token>","Secret":"t"}', async (folder) =>
      assert.deepEqual(await authForImage('ghcr.io/app', folder), {
        identitytoken: 't',
        serveraddress: 'ghcr.io',
      }),
    ),
  );
  it(
    'may be none',
    withHelper(undefined, async (folder) =>
      assert.deepEqual(await authForImage('ghcr.io/app', folder), {}),
    ),
  );
  it(
    'may be no JSON',
    withHelper('what?', async (folder) =>
      assert.deepEqual(await authForImage('ghcr.io/app', folder), {}),
    ),
  );
  it(
    'go to a build with those of the file',
    withHelper('{"Username":"me","Secret":"s"}', async (folder) =>
      assert.deepEqual(await authsForBuild(folder), {
        'plain.org': { username: 'a', password: 'b', serveraddress: 'plain.org' },
        'ghcr.io': { username: 'me', password: 's', serveraddress: 'ghcr.io' },
      }),
    ),
  );
});
