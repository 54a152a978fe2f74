import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, readlink, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  changeConfiguration,
  configurationFolder,
  readConfiguration,
} from '../../../../src/docker/credentials/client-configuration';
import { itWithLinks, withFolder } from '../../../support/temporary-folder';

const withFile = (content: string, use: (folder: string) => Promise<void>) => () =>
  withFolder({ 'config.json': content }, use);

describe('configurationFolder', () => {
  it('is the one that the environment names', () =>
    assert.equal(configurationFolder({ DOCKER_CONFIG: '/x' }, '/home/me'), '/x'));
  it('is in the home folder otherwise', () =>
    assert.equal(
      configurationFolder({ DOCKER_CONFIG: '' }, '/home/me'),
      join('/home/me', '.docker'),
    ));
});

describe('readConfiguration', () => {
  it('is empty without a file', () =>
    withFolder({}, async (folder) => assert.deepEqual(await readConfiguration(folder), {})));
  it(
    'has what the file has',
    withFile('{"credsStore":"x"}', async (folder) =>
      assert.deepEqual(await readConfiguration(folder), { credsStore: 'x' }),
    ),
  );
  for (const broken of ['{', '[]', '"x"', '']) {
    it(
      `refuses ${JSON.stringify(broken)}`,
      withFile(broken, (folder) => assert.rejects(readConfiguration(folder), { code: 'file' })),
    );
  }
});

describe('changeConfiguration', () => {
  const choose = (folder: string) =>
    changeConfiguration(folder, (present) => ({ ...present, currentContext: 'far' }));

  it(
    'keeps all else, known to us or not, and leaves no draft behind',
    withFile('{"auths":{"a":{"auth":"x"}},"other":[1,{"two":2}]}', async (folder) => {
      await choose(folder);
      const written = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'));
      const expected = {
        auths: { a: { auth: 'x' } },
        other: [1, { two: 2 }],
        currentContext: 'far',
      };
      assert.deepEqual([written, await readdir(folder)], [expected, ['config.json']]);
    }),
  );
  it('makes file and folder, closed to others', () =>
    withFolder({}, async (parent) => {
      const folder = join(parent, 'fresh');
      await choose(folder);
      const { mode } = await stat(join(folder, 'config.json'));
      const isClosed = process.platform === 'win32' || (mode & 0o077) === 0;
      assert.deepEqual(
        [await readConfiguration(folder), isClosed],
        [{ currentContext: 'far' }, true],
      );
    }));
  it(
    'touches nothing when the file cannot be read',
    withFile('{broken', async (folder) => {
      await assert.rejects(choose(folder), { code: 'file' });
      assert.equal(await readFile(join(folder, 'config.json'), 'utf8'), '{broken');
    }),
  );
  it('tells when it cannot be written', () =>
    withFolder({}, async (folder) => {
      await mkdir(join(folder, 'config.json'));
      await assert.rejects(choose(folder), { code: 'file' });
    }));
  itWithLinks('leaves a link a link', () =>
    withFolder({ 'real.json': '{"a":1}' }, async (folder) => {
      await symlink('real.json', join(folder, 'config.json'));
      await choose(folder);
      const real = JSON.parse(await readFile(join(folder, 'real.json'), 'utf8'));
      assert.deepEqual(
        [await readlink(join(folder, 'config.json')), real],
        ['real.json', { a: 1, currentContext: 'far' }],
      );
    }),
  );
});
