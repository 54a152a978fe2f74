import { readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installExtension, startCodeServer } from '../editor/code-server.mjs';

const share = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
const home = join(share, 'container-labs');

/** What the learner's editor keeps from one start to the next. */
const folders = { data: join(home, 'editor'), extensions: join(home, 'extensions') };

/** @typedef {import('../editor/install-editor.mjs').Editor} Editor */

/**
 * Installs the packed extension in the learner's editor, unless it is the one that was installed last.
 * @param {Editor} editor
 * @param {string} vsix
 */
export async function installInBrowserEditor(editor, vsix) {
  const note = join(folders.extensions, 'installed-from');
  const { size, mtimeMs } = await stat(vsix);
  const identity = `${vsix} ${size} ${mtimeMs}`;
  if ((await readFile(note, 'utf8').catch(() => '')) === identity) return;
  await installExtension(editor, folders, vsix);
  await writeFile(note, identity);
}

/**
 * @param {Editor} editor
 * @param {{ folder: string, port: number }} options
 */
export function startBrowserEditor(editor, { folder, port }) {
  return startCodeServer(editor, { ...folders, folder, port });
}
