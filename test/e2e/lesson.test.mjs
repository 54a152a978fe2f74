import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { openFreshEditor } from './fresh-editor.mjs';
import { removeLabContainers, skipWhereLabsAreUsed } from './lab-containers.mjs';

const vsix = process.env.CONTAINER_LABS_VSIX ?? '';

describe('the packaged extension in a browser', () => {
  /** @type {Awaited<ReturnType<typeof openFreshEditor>> | undefined} */
  let editor;
  /** @type {import('./learner.mjs').Learner} */
  let learner;

  before(async function () {
    await skipWhereLabsAreUsed(this);
    editor = await openFreshEditor(vsix);
    learner = await editor.seatLearner();
  });

  after(async () => {
    if (editor === undefined) return;
    await editor.close();
    await removeLabContainers();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await learner?.photograph('failed');
  });

  it('shows the course and opens its first lesson', async () => {
    await learner.openCourse();
    await learner.openLesson('Why containers');
    await learner.photograph('first-lesson');
  });

  it('judges a question, and gives the reasons', async () => {
    const quiz = learner.question('what-is-packed');
    await quiz.getByRole('radio', { name: /The program, its libraries and files/ }).check();
    await quiz.getByRole('button', { name: 'Answer' }).click();
    await quiz.getByText('everything it leans on, except the kernel').waitFor();
  });

  it('runs a block in the terminal', async () => {
    await learner.openLesson('Hello, world');
    await learner.lesson.getByRole('button', { name: 'Run' }).first().click();
    await learner.readTerminal('Hello from Docker!');
    await learner.photograph('run');
  });

  it('finds an exercise not done before the work, and done after it', async () => {
    const exercise = learner.exercise('Give it a name');
    const result = exercise.locator('> .state');
    await exercise.getByRole('button', { name: 'Check' }).click();
    await result.filter({ hasText: /not/i }).waitFor();
    await exercise.getByRole('button', { name: 'Terminal' }).click();
    await learner.readTerminal('Leave with exit.');
    await learner.page.locator('.xterm-helper-textarea:focus').waitFor();
    await learner.page.keyboard.type('docker run --name hello hello-world\n');
    // Nobody presses Check: the engine has reported what happened.
    await result.filter({ hasText: /^Done/ }).waitFor();
    await learner.photograph('exercise-done');
  });

  it('keeps lesson and progress over a reload', async () => {
    // In a browser the editor writes down which tabs are open every five seconds.
    await learner.page.waitForTimeout(6000);
    await learner.page.reload();
    const exercise = learner.exercise('Give it a name');
    await exercise.locator('> .state').filter({ hasText: 'Done' }).waitFor();
  });

  it('takes a program up again that was left running over a reload', async () => {
    await learner.openLesson('Develop Python in a container');
    const block = learner.lesson.locator('.run').first();
    await block.getByRole('button', { name: 'Run' }).click();
    await learner.readTerminal('>>>');
    await learner.page.locator('.xterm-helper-textarea:focus').waitFor();
    await learner.page.keyboard.type('answer = 6 * 7\n');
    await learner.readTerminal('answer = 6 * 7');
    await learner.page.waitForTimeout(6000);
    await learner.page.reload();
    await learner.readTerminal('answer = 6 * 7');
    await block.locator('.state').filter({ hasText: 'Running' }).waitFor();
    await learner.page.locator('.xterm-screen').filter({ visible: true }).click();
    await learner.page.keyboard.type('print("it is", answer)\n');
    await learner.readTerminal('it is 42');
    await learner.photograph('taken-up');
    await learner.page.keyboard.type('exit()\n');
    await block.locator('.state.ended').filter({ hasText: 'exit code 0' }).waitFor();
    await learner.openLesson('Hello, world');
    await learner.page.waitForTimeout(6000);
  });

  it('tells what a part of a command means where the pointer rests', async () => {
    const block = learner.lesson.locator('.run').first();
    await block.locator('pre').hover();
    const part = block.locator('u', { hasText: 'hello-world' });
    await part.waitFor();
    assert.match((await part.getAttribute('title')) ?? '', /image/);
    assert.equal(await block.locator('.explain').isVisible(), false);
  });

  it('explains a command by keyboard alone, and closes the explanation again', async () => {
    const block = learner.lesson.locator('.run').first();
    const explain = block.getByRole('button', { name: 'Explain' });
    await explain.focus();
    await learner.page.keyboard.press('Enter');
    await block.getByText('makes a container from an image').waitFor();
    assert.equal(await explain.getAttribute('aria-expanded'), 'true');
    await learner.page.keyboard.press('Escape');
    await block.locator('.explain').waitFor({ state: 'hidden' });
    assert.equal(await explain.evaluate((node) => node === document.activeElement), true);
  });

  for (const theme of [
    'Dark Modern',
    'Light Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    it(`has no accessibility fault in ${theme}`, async () => {
      await editor?.setTheme(theme);
      await learner.page.reload();
      await learner.lesson.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      await learner.lesson.getByRole('heading', { level: 1, name: 'Hello, world' }).waitFor();
      await learner.lesson.getByRole('button', { name: 'Explain' }).first().click();
      await learner.lesson.locator('.explain dl').first().waitFor();
      await learner.photograph(`lesson-${theme.toLowerCase().replaceAll(' ', '-')}`);
      const { violations, passes } = await new AxeBuilder({ page: learner.page })
        .include(['iframe.webview.ready', '#active-frame', 'body'])
        .analyze();
      const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.html]));
      assert.deepEqual(faults, []);
      const seen = passes.flatMap(({ nodes }) => nodes.map(({ html }) => html)).join('');
      assert.match(seen, /data-action="explain"/, 'axe looked into the lesson');
    });
  }

  it('is readable in a narrow window', async () => {
    await learner.page.setViewportSize({ width: 700, height: 900 });
    await learner.photograph('narrow');
    const width = await learner.lesson
      .locator('body')
      .evaluate((body) => [
        body.ownerDocument.documentElement.scrollWidth,
        body.ownerDocument.documentElement.clientWidth,
      ]);
    assert.equal(width[0], width[1], 'nothing sticks out to the right');
  });
});
