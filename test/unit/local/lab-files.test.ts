import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../../../src/core/lab-error';
import { openLabFiles } from '../../../src/local/lab-files';
import { itWithLinks, withFolder } from '../../support/temporary-folder';

const files = { 'course.yaml': 'title: x', '01-a/01-b.md': 'é', '01-a/files/.x': '', 'z/y': '' };

const refuses = (promise: Promise<unknown>, message: string, advice?: string) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof LabError);
    assert.deepEqual([error.code, error.message, error.advice], ['file', message, advice]);
    return true;
  });

describe('openLabFiles', () => {
  it('lists all files, sorted, with forward slashes', () =>
    withFolder(files, async (folder) =>
      assert.deepEqual(await openLabFiles(folder).list(), [
        '01-a/01-b.md',
        '01-a/files/.x',
        'course.yaml',
        'z/y',
      ]),
    ));
  itWithLinks('lists no links, which may lead anywhere', () =>
    withFolder(files, async (folder) => {
      await symlink('/etc', join(folder, 'link'));
      assert.ok(!(await openLabFiles(folder).list()).some((path) => path.startsWith('link')));
    }),
  );
  it('reads text', () =>
    withFolder(files, async (folder) =>
      assert.equal(await openLabFiles(folder).read('01-a/01-b.md'), 'é'),
    ));
  it('says that a file is missing', () =>
    withFolder(files, (folder) =>
      refuses(openLabFiles(folder).read('02.md'), 'The lab file 02.md cannot be read.'),
    ));
  it('says that the folder is missing', () =>
    withFolder({}, async (folder) => {
      const missing = join(folder, 'labs');
      await refuses(
        openLabFiles(missing).list(),
        `The folder of the labs cannot be read: ${missing}`,
        'Check the path, and that you may read it.',
      );
    }));
});
