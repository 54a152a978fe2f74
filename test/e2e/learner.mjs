import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testSettings, writeSettings } from '../../scripts/editor/calm-settings.mjs';
import { installExtension, startCodeServer } from '../../scripts/editor/code-server.mjs';
import { ensureBrowser } from '../../scripts/editor/install-browser.mjs';
import { ensureEditor } from '../../scripts/editor/install-editor.mjs';
import { openBrowser } from '../../scripts/editor/open-browser.mjs';

const screenshots = join(import.meta.dirname, '../../out/screenshots');

/**
 * A learner at a fresh editor with the packaged extension: knows what is to be seen and clicked.
 * @param {string} vsix
 */
export async function seatLearner(vsix) {
  const editor = await ensureEditor();
  const home = await mkdtemp(join(tmpdir(), 'container-labs-e2e-'));
  const folder = join(home, 'workspace');
  const folders = { data: join(home, 'data'), extensions: join(home, 'extensions') };
  await mkdir(folder);
  await installExtension(editor, folders, vsix);
  const server = await startCodeServer(editor, {
    ...folders,
    folder,
    settings: testSettings,
    env: { HOME: home },
  });
  const browser = await openBrowser(await ensureBrowser());
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(server.url);
  return {
    page,
    /** The lesson page: a document in a frame in a frame. */
    lesson: page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),

    async openCourse() {
      await page.getByRole('tab', { name: 'Container Labs' }).first().click();
      await page.getByRole('treeitem').first().waitFor();
    },

    /** @param {string} title */
    async openLesson(title) {
      const item = page.getByRole('treeitem', { name: title }).first();
      if (!(await item.isVisible())) {
        await page.getByRole('treeitem', { name: 'Introduction' }).first().click();
      }
      await item.click();
      await this.lesson.getByRole('heading', { level: 1, name: title }).waitFor();
    },

    /** Waits until a text stands in the visible terminal. @param {string} text */
    async readTerminal(text) {
      await page.locator('.xterm-rows').filter({ hasText: text }).first().waitFor();
    },

    /** The lesson is restored afterwards, as after any reload. @param {string} theme */
    async chooseTheme(theme) {
      await writeSettings(join(folders.data, 'User', 'settings.json'), {
        ...testSettings,
        'workbench.colorTheme': theme,
      });
      await page.reload();
      await this.lesson.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
    },

    /** @param {string} name */
    async photograph(name) {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },

    async leave() {
      await browser.close();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
