import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { itWithLinks, withFolder } from '../../support/temporary-folder';

describe('paths', () => {
  itWithLinks('are those of the program itself, also where npm has linked to it', () =>
    withFolder({}, async (folder) => {
      const paths = join(process.cwd(), 'out/src/cli/paths.js');
      const program = `process.stdout.write(JSON.stringify(require(${JSON.stringify(paths)})))`;
      writeFileSync(join(folder, 'cli.js'), program);
      symlinkSync('cli.js', join(folder, 'container-labs'));
      const output = execFileSync(process.execPath, [join(folder, 'container-labs')]).toString();
      const real = await realpath(folder);
      assert.deepEqual(JSON.parse(output), {
        distFolder: real,
        defaultLabsFolder: join(real, '..', 'labs'),
      });
    }),
  );
});
