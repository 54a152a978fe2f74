import { homedir } from 'node:os';
import { join } from 'node:path';
import { installExtension, startCodeServer } from '../editor/code-server.mjs';

const share = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
const home = join(share, 'container-labs');

/** What the learner's editor keeps from one start to the next. */
const folders = { data: join(home, 'editor'), extensions: join(home, 'extensions') };

/** @typedef {import('../editor/install-editor.mjs').Editor} Editor */

/**
 * Installs the packed extension in the learner's editor.
 * @param {Editor} editor
 * @param {string} vsix
 */
export function installInBrowserEditor(editor, vsix) {
  return installExtension(editor, folders, vsix);
}

/**
 * @param {Editor} editor
 * @param {{ folder: string, port: number }} options
 */
export function startBrowserEditor(editor, { folder, port }) {
  return startCodeServer(editor, { ...folders, folder, port });
}
