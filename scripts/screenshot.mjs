/*
 * npm run screenshot: takes the picture of the README from the running product, after its looks have
 * changed. Needs an engine whose port 80 and container name nginx are free.
 */
import { resolve } from 'node:path';
import { openFreshEditor } from '../test/e2e/fresh-editor.mjs';
import { ask } from '../test/e2e/learner.mjs';
import { ensureBrowser } from './editor/install-browser.mjs';
import { ensureEditor } from './editor/install-editor.mjs';
import { packageExtension } from './project/package-extension.mjs';
import { createTalk, step } from './project/talk.mjs';

const project = resolve(import.meta.dirname, '..');
const talk = createTalk({ questions: true });

await step('Editor and browser', async () => [await ensureEditor(talk), await ensureBrowser(talk)]);
const { vsix } = await step('Package', () => packageExtension(project));
await step('Picture', takePicture);

async function takePicture() {
  const editor = await openFreshEditor(vsix);
  try {
    await editor.setTheme('Dark Modern');
    const learner = await editor.seatLearner();
    const { page, lesson } = learner;
    await page.setViewportSize({ width: 1400, height: 860 });
    await learner.openCourse();
    await learner.openLesson('A web server in one line');
    const block = lesson.locator('.run').first();
    await block.getByRole('button', { name: 'Explain' }).click();
    await block.locator('.explain dl').waitFor();
    await learner.run(block);
    await page.getByRole('treeitem', { name: 'container nginx' }).waitFor();
    // The editor's own notice about the forwarded port would stand in the picture.
    await learner.runCommand('Notifications: Clear All Notifications');
    await lesson.getByRole('heading', { name: 'Start nginx' }).evaluate((heading) => {
      heading.scrollIntoView();
    });
    await page.waitForTimeout(500);
    await page.screenshot({ path: resolve(project, 'media/screenshot.png') });
  } finally {
    await ask('docker rm --force nginx');
    await editor.close();
  }
}
