import { join } from 'node:path';
import { addSettings, calmSettings } from './calm-settings.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { runProgram } from './run-program.mjs';
import { freePort, startServer } from './server-process.mjs';

/**
 * Where an editor keeps its things: settings and state, and its extensions.
 * @typedef {{ data: string, extensions: string }} EditorFolders
 */

/**
 * Installs an extension from a .vsix file.
 * @param {import('./install-editor.mjs').Editor} editor
 * @param {EditorFolders} folders
 * @param {string} vsix
 */
export async function installExtension(editor, folders, vsix) {
  await runProgram(
    editor.node,
    [editor.server, ...places(folders), '--install-extension', vsix, '--force'],
    { env: cleanEnvironment() },
  );
}

/**
 * Starts the editor as a person uses it, in a browser.
 * @param {import('./install-editor.mjs').Editor} editor
 * @param {EditorFolders & {
 *   folder: string,
 *   port?: number,
 *   settings?: Record<string, unknown>,
 *   env?: NodeJS.ProcessEnv,
 * }} options `folder` is what it opens; `settings` are added to the person's own
 *   before it starts.
 */
export async function startCodeServer(editor, options) {
  const port = options.port ?? (await freePort());
  await addSettings(join(options.data, 'User', 'settings.json'), options.settings ?? calmSettings);
  const url = `http://127.0.0.1:${port}/`;
  const args = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...places(options)];
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  const server = await startServer(
    editor.node,
    [editor.server, ...args, ...quiet, options.folder],
    { url, env: { ...cleanEnvironment(), ...options.env } },
  );
  return { ...server, url: `${url}?folder=${encodeURIComponent(options.folder)}` };
}

/** @param {EditorFolders} folders */
function places(folders) {
  return ['--user-data-dir', folders.data, '--extensions-dir', folders.extensions];
}
