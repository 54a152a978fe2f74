import assert from 'node:assert/strict';
import { isAbsolutePath } from '../../../src/core/command/absolute-path';

describe('isAbsolutePath', () => {
  const is = (path: string, expected: boolean) =>
    it(`${expected ? 'takes' : 'leaves'} “${path}”`, () =>
      assert.equal(isAbsolutePath(path), expected));

  is('/', true);
  is('/srv/data', true);
  is('C:\\Users', true);
  is('c:/Users', true);
  is('C:', false);
  is('./srv', false);
  is('srv/data', false);
  is('', false);
});
