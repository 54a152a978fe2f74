import { join } from 'node:path';
import { testSettings, writeSettings } from './calm-settings.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { freePort, startServer } from './server-process.mjs';

/**
 * Starts the bare VS Code server in the mode in which a page can be told to load an extension from
 * its source folder and to run a test suite in the extension host.
 * @param {import('./install-editor.mjs').Editor} editor
 * @param {{ data: string, env?: NodeJS.ProcessEnv }} options `data` is an empty folder for all it keeps.
 */
export async function startVSCodeServer(editor, { data, env }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await writeSettings(join(data, 'server', 'data', 'Machine', 'settings.json'), testSettings);
  const server = await startServer(
    editor.node,
    [
      editor.vscodeServer,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--server-data-dir', join(data, 'server'), '--extensions-dir', join(data, 'extensions')],
      '--accept-server-license-terms',
      '--enable-smoke-test-driver',
      '--disable-telemetry',
      '--disable-workspace-trust',
    ],
    { url, env: { ...cleanEnvironment(), ...env } },
  );
  return { ...server, testPage: (/** @type {TestPage} */ page) => testPage(port, page) };
}

/**
 * What a test page opens: a folder as the workspace, the extension's folder, and the module that
 * exports `run()`.
 * @typedef {{ folder: string, extension: string, tests: string }} TestPage
 */

/**
 * @param {number} port
 * @param {TestPage} page
 */
function testPage(port, { folder, extension, tests }) {
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const payload = [
    ['extensionDevelopmentPath', `${remote}${extension}`],
    ['extensionTestsPath', `${remote}${tests}`],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}
