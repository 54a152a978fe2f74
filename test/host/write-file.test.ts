import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import { FileWriter, openWorkingFile } from '../../src/editor/write-file';
import { openWorkingFolder } from '../../src/local/working-folder';
import { Replacements } from '../support/replacements';

const replaced = new Replacements();

describe('FileWriter', () => {
  let root: string;
  let writer: FileWriter;
  const file = () => join(root, 'Dockerfile');
  const text = () => readFile(file(), 'utf8');

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'writer-'));
    writer = new FileWriter();
  });

  afterEach(async () => {
    replaced.restore();
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    writer.dispose();
    await rm(root, { recursive: true, force: true });
  });

  /** Writes the lesson's text; the questions are answered in turn, and are returned. */
  async function write(content: string, ...answers: readonly string[]) {
    const asked: string[] = [];
    const left = [...answers];
    const reply = async (message: string) => {
      asked.push(message);
      return left.shift();
    };
    replaced.replace(window, 'showWarningMessage', reply as typeof window.showWarningMessage);
    replaced.replace(
      window,
      'showInformationMessage',
      reply as typeof window.showInformationMessage,
    );
    const isWritten = await writer.write(openWorkingFolder(root), 'Dockerfile', content);
    return { isWritten, asked };
  }

  it('writes a file that is not there, and opens it', async () => {
    assert.deepEqual(await write('FROM alpine\n'), { isWritten: true, asked: [] });
    assert.deepEqual(
      [await text(), window.activeTextEditor?.document.uri.fsPath],
      ['FROM alpine\n', file()],
    );
  });

  it('asks nothing about a file that is as it should be', async () => {
    await writeFile(file(), 'FROM alpine\n');
    assert.deepEqual(await write('FROM alpine\n'), { isWritten: true, asked: [] });
  });

  it('leaves what the learner changed when the question is waved away', async () => {
    await writeFile(file(), 'FROM mine\n');
    const { isWritten, asked } = await write('FROM alpine\n');
    assert.deepEqual([isWritten, asked.length, await text()], [false, 1, 'FROM mine\n']);
  });

  it('replaces it when told so', async () => {
    await writeFile(file(), 'FROM mine\n');
    const { isWritten } = await write('FROM alpine\n', 'Replace');
    assert.deepEqual([isWritten, await text()], [true, 'FROM alpine\n']);
  });

  it('asks about what is typed and not saved, too', async () => {
    await type('FROM alpine\n', 'RUN mine\n');
    const { isWritten, asked } = await write('FROM alpine\n');
    assert.deepEqual(
      [isWritten, asked.length, window.activeTextEditor?.document.getText()],
      [false, 1, 'RUN mine\nFROM alpine\n'],
    );
  });

  it('replaces what is typed and not saved only when told so, and undo brings it back', async () => {
    await type('FROM other\n', 'RUN mine\n');
    await write('FROM alpine\n', 'Replace');
    assert.equal(await text(), 'FROM alpine\n');
    await commands.executeCommand('undo');
    assert.equal(window.activeTextEditor?.document.getText(), 'RUN mine\nFROM other\n');
  });

  it('shows both side by side before the learner decides', async () => {
    await writeFile(file(), 'FROM mine\n');
    const { isWritten } = await write('FROM alpine\n', 'Compare', 'Keep Mine');
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof TabInputTextDiff);
    const proposal = await workspace.openTextDocument(input.modified);
    assert.deepEqual(
      [isWritten, input.original.fsPath, proposal.getText(), await text()],
      [false, file(), 'FROM alpine\n', 'FROM mine\n'],
    );
  });

  it('compares with what the lesson has now', async () => {
    await writeFile(file(), 'FROM mine\n');
    await write('FROM alpine:3.20\n', 'Compare', 'Keep Mine');
    await write('FROM alpine:3.21\n', 'Compare', 'Replace');
    assert.equal(await text(), 'FROM alpine:3.21\n');
  });

  it('writes nothing in a workspace that nobody trusts', async () => {
    replaced.replace(workspace, 'isTrusted', false);
    await assert.rejects(write('FROM alpine\n'), { code: 'not-allowed' });
    await assert.rejects(text());
  });

  async function type(stored: string, typed: string): Promise<void> {
    await writeFile(file(), stored);
    const editor = await window.showTextDocument(Uri.file(file()));
    await editor.edit((edit) => edit.insert(editor.selection.active, typed));
  }
});

describe('openWorkingFile', () => {
  it('says that a file is not there', async () =>
    assert.rejects(openWorkingFile(openWorkingFolder('/nowhere'), 'app.js'), {
      code: 'not-found',
      message: 'app.js is not in your working folder /nowhere.',
    }));

  it('opens nothing outside the working folder', async () =>
    assert.rejects(openWorkingFile(openWorkingFolder('/nowhere'), '../etc/passwd'), {
      code: 'file',
    }));
});
