import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  MarkdownString,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

describe('diagnostics of Dockerfiles', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  let folder: string;
  let count = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'container-labs-dockerfiles-'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** Each document has a name of its own: the editor may still be closing the one before. */
  const open = async (content: string) => {
    count++;
    const path = join(folder, `Dockerfile.${count}`);
    await writeFile(path, content);
    const document = await workspace.openTextDocument(path);
    await window.showTextDocument(document);
    return document;
  };

  const ours = ({ uri }: TextDocument) =>
    languages.getDiagnostics(uri).filter(({ source }) => source === 'Container Labs');

  const codeOf = ({ code }: Diagnostic) => (typeof code === 'object' ? code.value : code);

  /** Waits until the document's findings have these codes. */
  async function finds(document: TextDocument, ...codes: readonly string[]) {
    const isDone = () => codes.join() === ours(document).map(codeOf).join();
    for (let round = 0; round < 100 && !isDone(); round++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.deepEqual(ours(document).map(codeOf), codes);
  }

  async function actionsIn(document: TextDocument, kind?: string): Promise<readonly CodeAction[]> {
    const all = new Range(0, 0, document.lineCount, 0);
    return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, all, kind);
  }

  async function apply(actions: readonly CodeAction[], title: string) {
    const action = actions.find((each) => each.title === title);
    assert.ok(action?.edit, `${title} is not among ${actions.map((each) => each.title)}`);
    await workspace.applyEdit(action.edit);
  }

  it('follow what is typed', async () => {
    const document = await open('FROM debian:12\nMAINTAINER me\n');
    await finds(document, 'DL4000');
    await window.activeTextEditor?.edit((edit) => edit.delete(new Range(1, 0, 2, 0)));
    await finds(document);
  });

  it('offer repairs, and to ignore a finding', async () => {
    const document = await open('FROM node\nCMD node .\n');
    await finds(document, 'DL3006', 'DL3025');
    const actions = await actionsIn(document);
    await apply(actions, 'Pin node to 22-alpine');
    assert.equal(document.getText(), 'FROM node:22-alpine\nCMD node .\n');
    await finds(document, 'DL3025');
    await apply(await actionsIn(document), 'Ignore DL3025 here');
    assert.equal(document.lineAt(1).text, '# hadolint ignore=DL3025');
    await finds(document);
  });

  it('are repaired all at once', async () => {
    const document = await open('FROM a:1\nMAINTAINER me\nRUN apt-get install b=1\n');
    await finds(document, 'DL4000', 'DL3014', 'DL3015');
    const actions = await actionsIn(document, 'source.fixAll.containerLabs');
    await apply(actions, 'Repair all that can be repaired safely');
    await finds(document);
  });

  it('are explained where they are', async () => {
    const document = await open('FROM debian\n');
    await finds(document, 'DL3006');
    const hovers: readonly Hover[] = await commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      new Range(0, 6, 0, 6).start,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) =>
        content instanceof MarkdownString ? content.value : String(content),
      ),
    );
    assert.ok(
      texts.some((text) => text.includes('DL3006')),
      texts.join('\n'),
    );
  });

  it('listen to the folder: a rule is turned off, and on again', async () => {
    const document = await open('FROM debian\n');
    await finds(document, 'DL3006');
    await commands.executeCommand('containerLabs.turnRuleOff', {
      code: 'DL3006',
      uri: document.uri,
    });
    await finds(document);
    const settings = workspace.getConfiguration('containerLabs.lint');
    await settings.update('severity', undefined, true);
    await finds(document, 'DL3006');
  });

  it('honour .hadolint.yaml in the folder of the workspace', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const write = (name: string, text: string) =>
      workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text));
    await write('.hadolint.yaml', 'override:\n  error: [DL4000]\nignored: [DL3006]\n');
    await write('Dockerfile', 'FROM debian\nMAINTAINER me\n');
    try {
      const document = await workspace.openTextDocument(Uri.joinPath(folder, 'Dockerfile'));
      await finds(document, 'DL4000');
      await write('.hadolint.yaml', 'ignored: [DL4000]\n');
      await finds(document, 'DL3006');
    } finally {
      await workspace.fs.delete(Uri.joinPath(folder, '.hadolint.yaml'));
      await workspace.fs.delete(Uri.joinPath(folder, 'Dockerfile'));
    }
  });
});
