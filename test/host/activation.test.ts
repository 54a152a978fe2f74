import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands, extensions } from 'vscode';

const id = 'container-labs.container-labs';

describe('the extension in VS Code', () => {
  it('is activated', async () => {
    const extension = extensions.getExtension(id);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('registers every command it declares', async () => {
    const extension = extensions.getExtension(id);
    await extension?.activate();
    const declared: readonly { command: string }[] =
      extension?.packageJSON.contributes?.commands ?? [];
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('begins with its own few files, and leaves what is heavy for later', () => {
    const start = join(__dirname, '../../../dist/extension.mjs');
    const texts = [...filesLoadedWith(start)].map((file) => readFileSync(file, 'utf8'));
    const heavy = ['dockerode', 'markdown-it', 'tree-sitter', 'dockerfile-ast', 'zod', 'yaml'];
    assert.deepEqual(
      heavy.filter((name) => texts.some((text) => text.includes(`node_modules/${name}/`))),
      [],
    );
    assert.ok(texts.join('').length < 150_000);
  });
});

/** A built module and all that it imports at once; `import()` is for later. */
function filesLoadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path = ''] of text.matchAll(/(?:from|import) ?"(\.[^"]+)"/g)) {
    filesLoadedWith(join(dirname(file), path), found);
  }
  return found;
}
