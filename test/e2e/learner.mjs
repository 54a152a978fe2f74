import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const screenshots = join(import.meta.dirname, '../../out/screenshots');

/** Someone in front of the editor: knows what is to be seen and clicked. */
export class Learner {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    /** The lesson: a document in a frame in a frame. */
    this.lesson = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** A click on a view that is open would close it, and a reload opens it at its own time. */
  async openCourse() {
    const tree = this.page.getByRole('treeitem').first();
    const tab = this.page.getByRole('tab', { name: 'Container Labs' }).first();
    await tab.waitFor();
    if (await tree.isVisible()) return;
    do await tab.click();
    while (!(await appears(tree)));
  }

  /** The lesson in the course, its chapter unfolded. @param {string} title */
  async findLesson(title) {
    const chapter = this.page.getByRole('treeitem', { name: 'Introduction', expanded: false });
    if (await chapter.isVisible()) await chapter.click();
    const item = this.page.getByRole('treeitem', { name: title }).first();
    await item.waitFor();
    return item;
  }

  /** @param {string} title */
  async openLesson(title) {
    await (await this.findLesson(title)).click();
    await this.lesson.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Waits until a text stands in a terminal. @param {string} text */
  async readTerminal(text) {
    await this.page.locator('.xterm-rows').filter({ hasText: text }).first().waitFor();
  }

  /**
   * Tries more than once: a lesson that takes the focus late closes the palette.
   * @param {string} command Its name in the palette.
   */
  async runCommand(command) {
    const patience = { timeout: 3000 };
    const input = this.page.locator('.quick-input-widget input');
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: command });
    for (let attempt = 1; ; attempt++) {
      try {
        await this.page.keyboard.press('F1');
        await input.fill(`>${command}`, patience);
        await row.first().click(patience);
        await input.waitFor({ state: 'hidden', ...patience });
        return;
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  /** @param {string} name */
  async photograph(name) {
    await mkdir(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
}

/** @param {import('playwright-core').Locator} locator */
function appears(locator) {
  return locator.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
}
