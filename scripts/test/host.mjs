import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { ensureBrowser } from '../editor/install-browser.mjs';
import { ensureEditor } from '../editor/install-editor.mjs';
import { openBrowser } from '../editor/open-browser.mjs';
import { startVSCodeServer } from '../editor/vscode-server.mjs';
import { CannotRun, readCounts } from './counts.mjs';

const tenMinutes = 600_000;

/**
 * Runs the suite of test/host inside the VS Code server, with a browser as its window.
 * @param {string} project
 * @param {import('../editor/debian-packages.mjs').Talk} talk
 */
export async function runHostSuite(project, talk) {
  const cannotRun = (/** @type {Error} */ error) => {
    throw new CannotRun(error.message);
  };
  const editor = await ensureEditor(talk).catch(cannotRun);
  const browserPath = await ensureBrowser(talk).catch(cannotRun);
  const data = await mkdtemp(join(tmpdir(), 'container-labs-host-'));
  const files = { counts: join(data, 'counts.json'), report: join(data, 'report.txt') };
  const folder = join(data, 'workspace');
  await mkdir(folder);
  const server = await startVSCodeServer(editor, {
    data,
    env: { CONTAINER_LABS_COUNTS: files.counts, CONTAINER_LABS_REPORT: files.report },
  });
  try {
    const tests = join(project, 'out/test/host/index.js');
    const log = await runPage(browserPath, server.testPage({ folder, extension: project, tests }));
    const report = await readFile(files.report, 'utf8').catch(() => log);
    console.log(report.trimEnd());
    return await readCounts(files.counts);
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/**
 * Opens the page, waits until the suite has ended, and gives the editor's log.
 * @param {string} browserPath
 * @param {string} url
 */
async function runPage(browserPath, url) {
  const browser = await openBrowser(browserPath);
  let log = '';
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        log += `${type}: ${format(...args)}\n`;
      },
    );
    const ended = new Promise((resolve) => {
      const timer = setTimeout(() => {
        log += 'The suite did not end within ten minutes.\n';
        resolve(undefined);
      }, tenMinutes);
      page.exposeFunction('codeAutomationExit', () => {
        clearTimeout(timer);
        resolve(undefined);
      });
    });
    await page.goto(url);
    await ended;
    return log;
  } finally {
    await browser.close();
  }
}
