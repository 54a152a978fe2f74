import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testSettings, writeSettings } from '../../scripts/editor/calm-settings.mjs';
import { installExtension, startCodeServer } from '../../scripts/editor/code-server.mjs';
import { ensureBrowser } from '../../scripts/editor/install-browser.mjs';
import { ensureEditor } from '../../scripts/editor/install-editor.mjs';
import { openBrowser } from '../../scripts/editor/open-browser.mjs';
import { Learner } from './learner.mjs';

/**
 * An editor nobody has used yet, with the packaged extension, an empty home folder and an empty
 * workspace.
 * @param {string} vsix
 */
export async function openFreshEditor(vsix) {
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
  return {
    folder,

    /** A learner in a browser that remembers nothing. */
    async seatLearner() {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.goto(server.url);
      return new Learner(page);
    },

    /** Holds for pages that are loaded afterwards. @param {string} theme */
    async setTheme(theme) {
      await writeSettings(join(folders.data, 'User', 'settings.json'), {
        ...testSettings,
        'workbench.colorTheme': theme,
      });
    },

    async close() {
      await browser.close();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
