import assert from 'node:assert/strict';
import {
  baseOf,
  type CopySide,
  isFolderPath,
  landing,
  rebase,
  splitEntry,
  withEnding,
} from '../../../../../src/docker/execute/copy/copy-paths';

/** Where `d/a` lands, or why it cannot. */
function lands(source: CopySide['is'], path: string, is: CopySide['is']): string {
  const found = landing({ path: '/from/d', is: source }, { path, is }, 'd');
  return typeof found === 'string' ? found : `${found.folder}: ${found.rename('d/a')}`;
}

describe('landing', () => {
  const copies = (what: string, landed: string, expected: string) =>
    it(`${what}: ${expected}`, () => assert.equal(landed, expected));

  copies('into a folder', lands('folder', '/to', 'folder'), '/to: d/a');
  copies('a folder to a new name', lands('folder', '/to/e', undefined), '/to: e/a');
  copies('a folder to a new name with a slash', lands('folder', '/to/e/', undefined), '/to: e/a');
  copies('a folder over a file', lands('folder', '/to', 'file'), 'cannot copy directory');
  copies('a file over a file', lands('file', '/to/f', 'file'), '/to: f/a');
  copies('a file to a new name', lands('file', '/to/f', undefined), '/to: f/a');
  copies('a file to no folder', lands('file', '/to/e/', undefined), 'no such directory');
});

describe('splitEntry', () => {
  const splits = (path: string, folder: string, base: string) =>
    it(`of “${path}”`, () => assert.deepEqual(splitEntry(path), { folder, base }));

  splits('/a/b', '/a', 'b');
  splits('/a/b/', '/a', 'b');
  splits('/a/b/.', '/a/b', '.');
  splits('a', '.', 'a');
  splits('/', '/', '/');
  splits('', '.', '.');
});

describe('rebase', () => {
  const renames = (entry: string, from: string, to: string, expected: string) =>
    it(`${entry} of ${from} for ${to} is ${expected}`, () =>
      assert.equal(rebase(entry, from, to), expected));

  renames('d', 'd', 'e', 'e');
  renames('d/a', 'd', 'e', 'e/a');
  renames('da', 'd', 'e', 'da');
  renames('./a', '.', 'e', 'e/a');
  renames('.', '.', 'e', 'e');
  renames('/etc', '/', 'e', 'e/etc');
});

describe('the end of a path', () => {
  const ends = (clean: string, written: string, expected: string) =>
    it(`${written} is ${expected}`, () => assert.equal(withEnding(clean, written), expected));

  ends('/x/a', 'a', '/x/a');
  ends('/x/a', 'a/', '/x/a/');
  ends('/x/a', 'a/.', '/x/a/.');
  ends('/', '/.', '/.');

  it('tells a folder', () =>
    assert.deepEqual(['a/', 'a/.', '.', 'a', ''].map(isFolderPath), [
      true,
      true,
      true,
      false,
      true,
    ]));
  it('is its name', () => assert.deepEqual(['', '/', 'a/b'].map(baseOf), ['.', '/', 'b']));
});
