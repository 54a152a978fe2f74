import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../../../src/core/lab-error';
import { copyChapterFiles, openWorkingFolder } from '../../../src/local/working-folder';
import { itWithLinks, withFolder } from '../../support/temporary-folder';

const files = {
  'work/a.txt': 'mine',
  'outside/secret': 'secret',
  'labs/a.txt': 'A',
  'labs/site/b': 'B',
};

/** A working folder beside a folder that is not in it. */
const inWork = (use: (root: string, work: ReturnType<typeof openWorkingFolder>) => Promise<void>) =>
  withFolder(files, (root) => use(root, openWorkingFolder(join(root, 'work'))));

const refuses = (promise: Promise<unknown>, message: RegExp) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof LabError && error.code === 'file' && error.advice !== undefined);
    assert.match(error.message, message);
    return true;
  });

const outside = [
  '..',
  '../outside/secret',
  'a/../../outside/secret',
  '/etc/passwd',
  '.',
  '',
  'a\\..\\b',
];

describe('openWorkingFolder', () => {
  it('reads what is there', () =>
    inWork(async (_, work) => assert.equal(await work.read('a.txt'), 'mine')));
  it('reads nothing where nothing is', () =>
    inWork(async (_, work) => {
      assert.equal(await work.read('b.txt'), undefined);
      assert.equal(await work.read('a.txt/b'), undefined);
    }));
  it('writes, and makes folders and itself', () =>
    withFolder({}, async (root) => {
      const work = openWorkingFolder(join(root, 'not', 'there'));
      await work.write('site/deep/a.txt', 'new');
      await work.write('site/deep/a.txt', 'newer');
      assert.equal(await work.read('site/deep/a.txt'), 'newer');
    }));
  it('says that a folder cannot be read or written', () =>
    inWork(async (root, work) => {
      await mkdir(join(root, 'work', 'folder'));
      await refuses(work.read('folder'), /^The file folder cannot be read\.$/);
      await refuses(work.write('folder', ''), /^The file .*folder cannot be written\.$/);
      await refuses(work.write('a.txt/b', ''), /cannot be written\.$/);
    }));

  for (const path of outside) {
    it(`is not left by ${JSON.stringify(path)}`, () =>
      inWork(async (root, work) => {
        await refuses(work.read(path), /leads out of the working folder\.$/);
        await refuses(work.write(path, 'gone'), /leads out of the working folder\.$/);
        assert.equal(await readFile(join(root, 'outside/secret'), 'utf8'), 'secret');
      }));
  }
  for (const [name, target, path] of [
    ['to a file', '../outside/secret', 'link'],
    ['to a folder', '../outside', 'link/secret'],
    ['to a folder, for what is not there yet', '../outside', 'link/new'],
    ['to nothing', '../outside/nothing', 'link'],
    ['to itself', 'link', 'link'],
    ['to the whole disk', '/', 'link/etc/passwd'],
  ] as const) {
    itWithLinks(`is not left by a link ${name}`, () =>
      inWork(async (root, work) => {
        await symlink(target, join(root, 'work', 'link'));
        await refuses(work.read(path), /leads out of the working folder\.$/);
        await refuses(work.write(path, 'gone'), /leads out of the working folder\.$/);
        assert.deepEqual(await readdir(join(root, 'outside')), ['secret']);
        assert.equal(await readFile(join(root, 'outside/secret'), 'utf8'), 'secret');
      }),
    );
  }
  itWithLinks('follows links that stay in it', () =>
    inWork(async (root, work) => {
      await symlink('a.txt', join(root, 'work', 'link'));
      assert.equal(await work.read('link'), 'mine');
    }),
  );
  itWithLinks('may be a link itself', () =>
    inWork(async (root) => {
      await symlink('work', join(root, 'linked'));
      assert.equal(await openWorkingFolder(join(root, 'linked')).read('a.txt'), 'mine');
    }),
  );
});

describe('copyChapterFiles', () => {
  const copy = (root: string, ...paths: readonly string[]) =>
    copyChapterFiles(join(root, 'labs'), paths, join(root, 'work'));

  it('copies what is not there, and leaves what is', () =>
    inWork(async (root, work) => {
      assert.deepEqual(await copy(root, 'a.txt', 'site/b'), ['site/b']);
      assert.deepEqual([await work.read('a.txt'), await work.read('site/b')], ['mine', 'B']);
      assert.deepEqual(await copy(root, 'a.txt', 'site/b'), []);
    }));
  it('makes the folder when there is nothing to copy', () =>
    withFolder({}, async (root) => {
      assert.deepEqual(await copyChapterFiles(root, [], join(root, 'deep', 'work')), []);
      assert.deepEqual(await readdir(join(root, 'deep')), ['work']);
    }));
  it('leaves a file that stands in the place of a folder', () =>
    inWork(async (root, work) => {
      await work.write('site', 'mine');
      assert.deepEqual(await copy(root, 'site/b'), []);
      assert.equal(await work.read('site'), 'mine');
    }));
  itWithLinks('copies nothing through a link that leads out', () =>
    inWork(async (root) => {
      await symlink('../outside', join(root, 'work', 'site'));
      await refuses(copy(root, 'site/b'), /leads out of the working folder\.$/);
      assert.deepEqual(await readdir(join(root, 'outside')), ['secret']);
    }),
  );
  it('says that a file is missing in the labs', () =>
    inWork((root) => refuses(copy(root, 'c'), /c cannot be written\.$/)));
  it('says that the folder cannot be made', () =>
    inWork((root) =>
      refuses(copyChapterFiles(root, [], join(root, 'work', 'a.txt', 'x')), /cannot be made\.$/),
    ));
});
