import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isCode, isReallyInside } from '../../../src/local/real-path';
import { itWithLinks, withFolder } from '../../support/temporary-folder';

const lies = (path: string, expected: boolean) =>
  withFolder({ 'in/a': '', 'in..side/a': '', '..a': '' }, async (root) => {
    await symlink(root, join(root, 'in', 'up'));
    await symlink('a', join(root, 'in', 'here'));
    assert.equal(await isReallyInside(join(root, 'in'), join(root, path)), expected);
  });

describe('isReallyInside', () => {
  itWithLinks('is so for what is there', () => lies('in/a', true));
  itWithLinks('is so for what is not there', () => lies('in/b/c', true));
  itWithLinks('is so for names with dots', () => lies('in/..b', true));
  itWithLinks('is so for a link inside', () => lies('in/here', true));
  itWithLinks('is not so for the folder', () => lies('in', false));
  itWithLinks('is not so for a neighbour', () => lies('in..side/a', false));
  itWithLinks('is not so through a link', () => lies('in/up/x', false));
  itWithLinks('is so through a link and back', () => lies('in/up/in/a', true));
});

describe('isCode', () => {
  it('knows what the file system says', () =>
    assert.deepEqual(
      [Object.assign(new Error(), { code: 'ENOENT' }), new Error('ENOENT'), 'ENOENT'].map((error) =>
        isCode(error, 'EEXIST', 'ENOENT'),
      ),
      [true, false, false],
    ));
});
