import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { lazyShellParser } from '../../../src/local/shell-grammar';
import { withFolder } from '../../support/temporary-folder';

const grammars = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-bash/tree-sitter-bash.wasm'];

describe('lazyShellParser', () => {
  it('loads the grammar of a folder, once', () =>
    withFolder({}, async (folder) => {
      for (const path of grammars) {
        await cp(join('node_modules', path), join(folder, path.replace(/.*\//, '')));
      }
      const load = lazyShellParser(folder);
      const parser = await load();
      assert.equal(await load(), parser);
      assert.equal(parser.parse('docker ps && docker images').commands.length, 2);
    }));
  it('tries again after it could not be read', () =>
    withFolder({}, async (folder) => {
      const load = lazyShellParser(folder);
      await assert.rejects(load());
      for (const path of grammars) {
        await cp(join('node_modules', path), join(folder, path.replace(/.*\//, '')));
      }
      assert.equal((await load()).parse('docker ps').commands.length, 1);
    }));
});
