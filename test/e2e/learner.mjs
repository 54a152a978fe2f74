import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const project = join(import.meta.dirname, '../..');
const screenshots = join(project, 'out/screenshots');

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

  /** @param {string} title */
  exercise(title) {
    return this.lesson.getByRole('article', { name: title });
  }

  /** @param {string} id */
  question(id) {
    return this.lesson.locator(`[data-quiz="${id}"]`);
  }

  /**
   * Runs a block and waits for its end; leaves a program that asks for input.
   * @param {import('playwright-core').Locator} block
   * @returns {Promise<string>} What the page says of it.
   */
  async run(block) {
    const command = (await block.locator('pre').textContent()) ?? '';
    await block.getByRole('button', { name: 'Run' }).click();
    if (/ -it /.test(command) && !/ -d /.test(command)) await this.leaveProgram();
    const state = block.locator('.state.ended, .state.failed');
    await state.waitFor({ timeout: 90_000 });
    return (await state.textContent()) ?? '';
  }

  /** A prompt stands in the terminal, and the terminal has the keyboard. */
  async leaveProgram() {
    await this.readTerminal('>>>');
    await this.page.locator('.xterm-helper-textarea:focus').waitFor();
    await this.page.keyboard.type('print(6 * 7)\n');
    await this.readTerminal('42');
    await this.page.keyboard.type('exit()\n');
  }

  /** Does what the solution of an exercise says, step by step. @param {string} title */
  async applySolution(title) {
    const exercise = this.exercise(title);
    await exercise.getByRole('button', { name: 'Show solution' }).click();
    const steps = exercise.locator('.solution .run');
    await steps.first().waitFor();
    for (const step of await steps.all()) {
      if (await step.getByRole('button', { name: 'Run' }).isVisible()) await this.run(step);
      else await this.writeFile(step);
    }
  }

  /** Writes a file of the lesson; one that is there is replaced. @param {import('playwright-core').Locator} block */
  async writeFile(block) {
    await block.getByRole('button', { name: 'Write file' }).click();
    const replace = this.page.getByRole('dialog').getByRole('button', { name: 'Replace' });
    const written = block.locator('.state.ended');
    await Promise.race([written.waitFor(), replace.waitFor()]);
    if (await replace.isVisible()) await replace.click();
    await written.waitFor();
  }

  /**
   * Presses Check until the exercise is done: a server may take a moment.
   * @param {string} title
   */
  async checkUntilDone(title) {
    const exercise = this.exercise(title);
    const result = exercise.locator('> .state');
    for (let attempt = 1; ; attempt++) {
      await exercise.getByRole('button', { name: 'Check' }).click();
      await result.filter({ hasText: /Done|Not/ }).waitFor();
      const words = (await result.textContent()) ?? '';
      if (words.startsWith('Done')) return words;
      if (attempt === 10) throw new Error(`${title}: ${words} ${await exercise.innerText()}`);
      await this.page.waitForTimeout(1000);
    }
  }

  /** @param {import('./course-text.mjs').Question} question */
  async answer({ id, right }) {
    const quiz = this.question(id);
    const options = quiz.locator('input');
    for (const [index, isRight] of right.entries()) {
      if (isRight) await options.nth(index).check();
    }
    await quiz.getByRole('button', { name: 'Answer' }).click();
    await quiz.getByRole('status').filter({ hasText: 'Right.' }).waitFor();
  }

  /** Waits until a text stands in a terminal. @param {string} text */
  async readTerminal(text) {
    await this.page.locator('.xterm-rows').filter({ hasText: text, visible: true }).waitFor();
  }

  /**
   * Tries more than once: a lesson that takes the focus late closes the palette.
   * @param {string} command Its name in the palette.
   */
  async runCommand(command) {
    const patience = { timeout: 3000 };
    const input = this.page.locator(
      '.quick-input-widget input[aria-label^="Type the name of a command"]',
    );
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

/** What our own command line prints for a docker command. @param {string} command */
export async function ask(command) {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli.js', 'run', command], {
    cwd: project,
  });
  return stdout.trim();
}

/** @param {import('playwright-core').Locator} locator */
function appears(locator) {
  return locator.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
}
