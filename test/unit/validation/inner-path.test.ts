import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { isInnerPath } from '../../../src/core/validation/inner-path';

const accepts = (path: string) =>
  it(`accepts ${path}`, () => assert.equal(isInnerPath(path), true));
const refuses = (path: string) =>
  it(`refuses ${JSON.stringify(path)}`, () => assert.equal(isInnerPath(path), false));

describe('isInnerPath', () => {
  accepts('index.html');
  accepts('site/index.html');
  accepts('.dockerignore');
  accepts('a b/c..d');

  refuses('');
  refuses('.');
  refuses('..');
  refuses('../up');
  refuses('a/../b');
  refuses('a//b');
  refuses('a/');
  refuses('./a');
  refuses('/etc/passwd');
  refuses('C:/Windows');
  refuses('c:file');
  refuses('a\\..\\b');
  refuses('a\0b');

  it('accepts no path that leaves the folder, on any system', () => {
    const parts = fc.array(fc.constantFrom('..', '.', '', 'a', 'C:', '\\', '~'), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (names) => {
        const path = names.join('/');
        if (!isInnerPath(path)) return;
        assert.ok(posix.join('/root', path).startsWith('/root/'));
        assert.ok(win32.resolve('D:\\root', path).startsWith('D:\\root\\'));
      }),
    );
  });
});
