import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runProgram } from '../editor/run-program.mjs';

const windows = process.platform === 'win32';

/**
 * The command of a desktop VS Code that can open a window here, as a path.
 * @returns {Promise<string | undefined>}
 */
export async function findDesktop() {
  if (process.platform === 'linux') {
    const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI } = process.env;
    // In a terminal of VS Code's own, `code` reaches the window even from far away.
    if (!DISPLAY && !WAYLAND_DISPLAY && !VSCODE_IPC_HOOK_CLI) return undefined;
    // A desktop VS Code does not start for root.
    if (process.getuid?.() === 0 && !VSCODE_IPC_HOOK_CLI) return undefined;
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const command = join(folder, windows ? 'code.cmd' : 'code');
    const found = await access(command).then(
      () => true,
      () => false,
    );
    if (found) return command;
  }
  return undefined;
}

/**
 * @param {string} code
 * @param {string} vsix
 * @param {import('../editor/debian-packages.mjs').Talk} talk
 */
export async function installInDesktop(code, vsix, { ask }) {
  if (ask && !(await ask('Install the extension Container Labs in your VS Code?'))) {
    throw new Error(
      'Without the extension there is no course. To use the editor in the browser instead: npm start -- --port 8123',
    );
  }
  await runCode(code, ['--install-extension', vsix, '--force']);
}

/**
 * Opens the folder; the extension goes on with the course there.
 * @param {string} code
 * @param {string} folder
 */
export async function openInDesktop(code, folder) {
  await runCode(code, [folder]);
}

/**
 * @param {string} code
 * @param {readonly string[]} args
 */
async function runCode(code, args) {
  // Windows runs a .cmd file through its shell only, which needs quotes around spaces.
  const quote = (/** @type {string} */ text) => (windows ? `"${text}"` : text);
  await runProgram(quote(code), args.map(quote), { shell: windows });
}
