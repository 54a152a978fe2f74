import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter, Uri, workspace } from 'vscode';
import { WorkingFolders } from '../../src/editor/working-folders';
import { openLabFiles } from '../../src/local/lab-files';
import { courseOf } from '../support/a-lesson';
import { Replacements } from '../support/replacements';

const { chapter } = courseOf();
const { event: never } = new EventEmitter<void>();
const replaced = new Replacements();

function foldersAt(setting: string, labs = '/nowhere'): WorkingFolders {
  return new WorkingFolders(labs, openLabFiles(labs), { value: () => setting, onDidChange: never });
}

function open(...paths: readonly string[]): void {
  const folders = paths.map((path, index) => ({ uri: Uri.file(path), name: path, index }));
  replaced.replace(workspace, 'workspaceFolders', folders.length === 0 ? undefined : folders);
}

describe('WorkingFolders', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'folders-'));
  });

  afterEach(async () => {
    replaced.restore();
    await rm(root, { recursive: true, force: true });
  });

  describe('its root', () => {
    it('is a folder of the workspace', () => {
      open(root, '/other');
      assert.equal(foldersAt('').root(), join(root, 'container-labs'));
    });

    it('is the workspace itself where that was made for the course', async () => {
      open(root);
      await writeFile(join(root, '.container-labs'), '');
      assert.equal(foldersAt('').root(), root);
    });

    it('is in the home folder where no folder is open', () => {
      open();
      assert.equal(foldersAt('').root(), join(homedir(), 'container-labs'));
    });

    it('is where the setting says', () => {
      open(root);
      assert.deepEqual(
        ['~', '~/labs', '/srv/labs', 'labs', '  labs ', '~other'].map((setting) =>
          foldersAt(setting).root(),
        ),
        [
          homedir(),
          join(homedir(), 'labs'),
          '/srv/labs',
          join(root, 'labs'),
          join(root, 'labs'),
          join(root, '~other'),
        ],
      );
    });
  });

  describe('the files of a chapter', () => {
    let folders: WorkingFolders;
    const below = (...path: readonly string[]) => join(root, 'mine', chapter.folder, ...path);

    beforeEach(async () => {
      const files = join(root, 'labs', chapter.folder, 'files');
      await mkdir(join(files, 'site'), { recursive: true });
      await writeFile(join(files, 'site', 'index.html'), 'the lesson’s');
      await writeFile(join(files, 'app.js'), 'the lesson’s');
      folders = foldersAt(join(root, 'mine'), join(root, 'labs'));
    });

    it('are copied', async () => {
      const { path } = await folders.prepare(chapter);
      assert.deepEqual(
        [path, (await readdir(path, { recursive: true })).sort()],
        [below(), ['app.js', 'site', join('site', 'index.html')]],
      );
    });

    it('are never written over what is there', async () => {
      await mkdir(below('site'), { recursive: true });
      await writeFile(below('app.js'), 'mine');
      await folders.prepare(chapter);
      assert.deepEqual(
        await Promise.all(
          [below('app.js'), below('site', 'index.html')].map((path) => readFile(path, 'utf8')),
        ),
        ['mine', 'the lesson’s'],
      );
    });

    it('stay away when the learner removes one of them', async () => {
      await folders.prepare(chapter);
      await rm(below('app.js'));
      await folders.prepare(chapter);
      assert.deepEqual(await readdir(below()), ['site']);
    });

    it('come back when the whole folder is gone', async () => {
      await folders.prepare(chapter);
      await rm(below(), { recursive: true });
      await folders.prepare(chapter);
      assert.deepEqual((await readdir(below())).sort(), ['app.js', 'site']);
    });

    it('cannot be copied over a file, which is said in words, and can be tried again', async () => {
      await writeFile(join(root, 'mine'), 'a file where a folder should be');
      await assert.rejects(folders.prepare(chapter), {
        code: 'file',
        message: `The folder ${below()} cannot be made.`,
      });
      await rm(join(root, 'mine'));
      assert.equal((await folders.prepare(chapter)).path, below());
    });
  });
});
