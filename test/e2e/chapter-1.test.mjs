import assert from 'node:assert/strict';
import { readChapter } from './course-text.mjs';
import { openFreshEditor } from './fresh-editor.mjs';
import { removeLabContainers, skipWhereLabsAreUsed } from './lab-containers.mjs';
import { ask } from './learner.mjs';

const lessons = await readChapter('01-introduction');

/** What the learner reads off the engine and types, by the field's label. */
const answers = new Map([
  ['Version of the server', "docker version --format '{{.Server.Version}}'"],
  ['Id of the container nginx', 'docker ps --filter name=^nginx$ --quiet'],
  ['Containers running now', "docker info --format '{{.ContainersRunning}}'"],
]);

describe('chapter 1, from the first line to the last', () => {
  /** @type {Awaited<ReturnType<typeof openFreshEditor>> | undefined} */
  let editor;
  /** @type {import('./learner.mjs').Learner} */
  let learner;

  before(async function () {
    await skipWhereLabsAreUsed(this);
    editor = await openFreshEditor(process.env.CONTAINER_LABS_VSIX ?? '');
    learner = await editor.seatLearner();
    await learner.openCourse();
  });

  after(async () => {
    if (editor === undefined) return;
    await editor.close();
    await removeLabContainers();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await learner?.photograph('chapter-1-failed');
  });

  for (const [index, { title, questions }] of lessons.entries()) {
    it(`can be followed: ${title}`, async () => {
      await learner.openLesson(title);
      const parts = learner.lesson.locator(
        '#content > .run:not(.file), #content > .card, #content > .run.file',
      );
      for (const part of await parts.all()) await follow(part, questions);
      const count = learner.lesson.locator('#progress');
      const [, done, of] = /(\d+) of (\d+) done/.exec((await count.textContent()) ?? '') ?? [];
      assert.equal(done, of);
      await learner.photograph(`chapter-1-${index + 1}`);
    });
  }

  it('is done in the course afterwards', async () => {
    const done = learner.page.getByRole('treeitem', {
      name: `Chapter 1, Introduction, done, ${lessons.length} of ${lessons.length} lessons done`,
    });
    await done.waitFor();
  });

  it('leaves nothing behind after one clean-up that shows what it removes', async () => {
    await learner.runCommand('Container Labs: Clean Up What the Labs Made');
    const picker = learner.page.locator('.quick-input-widget');
    await picker.getByText('Containers').first().waitFor();
    await learner.page.waitForTimeout(500);
    await learner.photograph('clean-up');
    await picker.getByRole('button', { name: 'OK' }).click();
    await learner.page
      .getByText(/Removed \d+ containers?/)
      .first()
      .waitFor({ timeout: 60_000 });
    assert.equal(await ask('docker ps -aq --filter label=container-labs.lesson'), '');
  });

  /**
   * One part of a lesson: a command, an exercise or a question.
   * @param {import('playwright-core').Locator} part
   * @param {readonly import('./course-text.mjs').Question[]} questions
   */
  async function follow(part, questions) {
    const [exercise, quiz] = await Promise.all([
      part.getAttribute('data-exercise'),
      part.getAttribute('data-quiz'),
    ]);
    if (quiz !== null) {
      const question = questions.find(({ id }) => id === quiz);
      assert.ok(question, quiz);
      await learner.answer(question);
    } else if (exercise !== null) await solve(part);
    else await learner.run(part);
  }

  /** @param {import('playwright-core').Locator} exercise */
  async function solve(exercise) {
    const title =
      (await exercise.locator('h3').textContent())?.replace(/ exercise \d.*$/, '') ?? '';
    if (!(await exercise.getAttribute('class'))?.includes('done'))
      await learner.applySolution(title.trim());
    for (const field of await exercise.locator('.answer').all()) {
      const label = (await field.locator('label').textContent()) ?? '';
      const command = answers.get(label);
      assert.ok(command, label);
      await field.locator('input').fill(await ask(command));
    }
    await learner.checkUntilDone(title.trim());
  }
});
