import { setTimeout } from 'node:timers/promises';
import { openFreshEditor } from '../../test/e2e/fresh-editor.mjs';

const repetitions = 7;
const extension = 'Container Labs';

/**
 * In the packaged extension: how long its activation takes, as VS Code itself measures it (loading
 * the code and calling `activate`), and how long from the click on a lesson until it is readable.
 * @param {string} vsix
 * @param {readonly string[]} lessons Titles, in the order to click through.
 */
export async function measureEditor(vsix, lessons) {
  const editor = await openFreshEditor(vsix);
  try {
    const activation = [];
    const newPage = [];
    const openPage = [];
    const [first = '', ...others] = lessons;
    for (let i = 0; i < repetitions; i++) {
      const learner = await editor.seatLearner();
      // High enough for the whole list of extensions: what is not to be seen is not in the page.
      await learner.page.setViewportSize({ width: 1440, height: 2400 });
      await settle(learner);
      await learner.openCourse();
      newPage.push(await clickToReadable(learner, first));
      for (const title of [...others, first]) {
        openPage.push(await clickToReadable(learner, title));
      }
      activation.push(await readActivation(learner));
      await learner.page.context().close();
    }
    return { activation, newPage, openPage };
  } finally {
    await editor.close();
  }
}

/** @typedef {import('../../test/e2e/learner.mjs').Learner} Learner */

/** The extension is to be measured, not the editor's own start beside it. @param {Learner} learner */
async function settle({ page }) {
  await page.getByRole('tab', { name: extension }).first().waitFor();
  await setTimeout(4000);
}

/** @param {Learner} learner */
async function readActivation(learner) {
  await learner.runCommand('Developer: Show Running Extensions');
  const list = learner.page.locator('.runtime-extensions-editor .monaco-list-row');
  const time = list.filter({ hasText: extension }).locator('.activation-time');
  await time.filter({ hasText: /\d+ms/ }).waitFor();
  return Number(/(\d+)ms/.exec((await time.textContent()) ?? '')?.[1]);
}

/**
 * @param {Learner} learner
 * @param {string} title
 */
async function clickToReadable(learner, title) {
  const { page } = learner;
  const item = await learner.findLesson(title);
  await item.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    addEventListener('mousedown', () => Object.assign(window, { clicked: Date.now() }), {
      capture: true,
      once: true,
    });
  });
  await item.click();
  const readable = await findHeading(page, title);
  const clicked = await page.evaluate(() => Reflect.get(window, 'clicked'));
  return readable - clicked;
}

/**
 * When the lesson's heading stood in the page, to a few milliseconds: it is asked again and again.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 * @returns {Promise<number>}
 */
async function findHeading(page, title) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    await setTimeout(1);
    for (const frame of page.frames().filter((each) => each.url().includes('fake.html'))) {
      // The frame may be replaced while it is asked.
      const heading = await frame
        .evaluate(() => [document.querySelector('h1')?.textContent?.trim(), Date.now()])
        .catch(() => []);
      if (heading[0] === title) return Number(heading[1]);
    }
  }
  throw new Error(`The lesson "${title}" did not show within ten seconds.`);
}
