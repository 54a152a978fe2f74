import assert from 'node:assert/strict';
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
});
