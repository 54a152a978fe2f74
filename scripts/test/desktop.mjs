import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { testSettings, writeSettings } from '../editor/calm-settings.mjs';
import { CannotRun, readCounts } from './counts.mjs';

/**
 * Runs the suite of test/host in a desktop VS Code: the one VSCODE_EXECUTABLE names, the one whose
 * `code` is on the PATH, or a downloaded one.
 * @param {string} project
 */
export async function runDesktopSuite(project) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new CannotRun(
      'a desktop VS Code needs a display; `xvfb-run npm run test:desktop` has one',
    );
  }
  const vscodeExecutablePath = await findDesktop(project);
  const data = await mkdtemp(join(tmpdir(), 'container-labs-desktop-'));
  const counts = join(data, 'counts.json');
  const workspace = join(data, 'workspace');
  await mkdir(workspace);
  await writeSettings(join(data, 'user', 'User', 'settings.json'), testSettings);
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: project,
      extensionTestsPath: join(project, 'out/test/host/index.js'),
      extensionTestsEnv: { CONTAINER_LABS_COUNTS: counts },
      launchArgs: [
        workspace,
        ...['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')],
        ...['--disable-workspace-trust', '--no-sandbox', '--disable-gpu'],
      ],
    }).catch((error) => console.log(`  ${error.message}`));
    return await readCounts(counts);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** @param {string} project */
async function findDesktop(project) {
  const found = process.env.VSCODE_EXECUTABLE || (await installedDesktop());
  if (found !== undefined) return found;
  const cachePath = join(project, '.cache', 'vscode-test');
  return downloadAndUnzipVSCode({ cachePath, timeout: 30_000 }).catch((error) => {
    throw new CannotRun(`no VS Code is installed, and none can be downloaded (${error.message})`);
  });
}

/**
 * From the `code` command to the program behind it.
 * @returns {Promise<string | undefined>}
 */
async function installedDesktop() {
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const programs = { linux: '../code', win32: '../Code.exe', darwin: '../../../MacOS/Electron' };
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const script = await realpath(join(folder, command)).catch(() => undefined);
    if (script === undefined) continue;
    const program = join(dirname(script), programs[process.platform] ?? programs.linux ?? '');
    const found = await realpath(program).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
