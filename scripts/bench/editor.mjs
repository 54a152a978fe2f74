import { seatLearner } from '../../test/e2e/learner.mjs';

const repetitions = 7;
const extension = 'Container Labs';

/**
 * In the packaged extension: how long its activation takes, as VS Code itself measures it (loading
 * the code and calling `activate`), and how long from the click on a lesson until it is readable.
 * @param {string} vsix
 * @param {readonly string[]} lessons Titles, in the order to click through.
 */
export async function measureEditor(vsix, lessons) {
  const learner = await seatLearner(vsix);
  try {
    const activation = [];
    for (let i = 0; i < repetitions; i++) {
      await learner.page.reload();
      await learner.openCourse();
      activation.push(await readActivation(learner));
    }
    await learner.page.addInitScript(watchHeadings);
    await learner.page.reload();
    await learner.openCourse();
    const [first = '', ...others] = lessons;
    const newPage = await clickToReadable(learner, first);
    const nextLesson = [];
    for (const title of [...others, ...lessons, ...others]) {
      nextLesson.push(await clickToReadable(learner, title));
    }
    return { activation, newPage: [newPage], nextLesson };
  } finally {
    await learner.leave();
  }
}

/** @typedef {Awaited<ReturnType<typeof seatLearner>>} Learner */

/** @param {Learner} learner */
async function readActivation({ page }) {
  await runCommand(page, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: extension });
  const time = row.locator('.activation-time');
  await time.filter({ hasText: /\d+ms/ }).waitFor();
  const text = (await time.textContent()) ?? '';
  await runCommand(page, 'View: Close All Editors');
  return Number(/(\d+)ms/.exec(text)?.[1]);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function runCommand(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

/**
 * @param {Learner} learner
 * @param {string} title
 */
async function clickToReadable({ page }, title) {
  const item = page.getByRole('treeitem', { name: title }).first();
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
 * The moment at which the lesson's heading stood in the page.
 * @param {import('playwright-core').Page} page
 * @param {string} title
 * @returns {Promise<number>}
 */
async function findHeading(page, title) {
  for (let attempt = 0; attempt < 200; attempt++) {
    for (const frame of page.frames()) {
      const seen = await frame
        .evaluate(() => Reflect.get(window, 'lastHeading'))
        .catch(() => undefined);
      if (seen?.text === title) return seen.time;
    }
    await page.waitForTimeout(25);
  }
  throw new Error(`The lesson "${title}" did not show within five seconds.`);
}

/** Runs in every frame: notes when the first heading changes, at the next painted frame. */
function watchHeadings() {
  let text = '';
  const look = () => {
    const now = document.querySelector('h1')?.textContent?.trim() ?? '';
    if (now !== text) {
      text = now;
      Object.assign(window, { lastHeading: { text, time: Date.now() } });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
