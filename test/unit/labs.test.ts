import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Course, ExerciseBlock, Lesson, QuizBlock } from '../../src/core/lesson/lesson';
import { loadCourse } from '../../src/core/lesson/load-course';
import { parseLesson } from '../../src/core/lesson/parse-lesson';
import {
  type RenderContext,
  renderLesson,
  renderSolution,
} from '../../src/core/lesson/render-lesson';
import { readRenderContext } from '../../src/editor/lesson-panel/lesson-message';
import { openLabFiles } from '../../src/local/lab-files';

const files = openLabFiles('labs');

/** What chapter 1 teaches, each in a lesson and in something to do. */
const introduction = [
  'intro.problem',
  'intro.vm',
  'intro.containers',
  'intro.install',
  'intro.hello',
  'intro.group',
  'intro.nginx',
  'intro.nginx-running',
  'intro.nginx-8080',
  'intro.flag-d',
  'intro.nginx-content',
  'intro.flag-v',
  'intro.mount-ro',
  'intro.ps',
  'intro.node-app',
  'intro.python-dev',
  'intro.compose',
];

const course = loadCourse(files);
const lessonsOf = ({ chapters }: Course) => chapters.flatMap(({ lessons }) => lessons);
const exercisesOf = ({ blocks }: Lesson) =>
  blocks.filter((block): block is ExerciseBlock => block.kind === 'exercise');
const quizzesOf = ({ blocks }: Lesson) =>
  blocks.filter((block): block is QuizBlock => block.kind === 'quiz');

describe('the course', () => {
  it('has no problems', async () => assert.deepEqual((await course).problems, []));

  it('has its chapters, and lessons in the first', async () => {
    const { chapters } = await course;
    assert.ok(chapters.length > 1 && (chapters[0]?.lessons.length ?? 0) > 0);
    for (const { lessons, folder } of chapters) assert.equal(lessons.length > 0, folder !== '');
  });

  it('teaches in chapter 1 what belongs there, and nothing else', async () => {
    const [chapter] = (await course).chapters;
    const taught = new Set(chapter?.lessons.flatMap(({ covers }) => covers));
    assert.deepEqual([...taught].toSorted(), introduction.toSorted());
  });

  it('has something to do for each item of chapter 1', async () => {
    const lessons = (await course).chapters[0]?.lessons ?? [];
    const done = new Set(
      lessons.flatMap((lesson) =>
        [...exercisesOf(lesson), ...quizzesOf(lesson)].flatMap(({ covers }) => covers),
      ),
    );
    assert.deepEqual([...done].toSorted(), introduction.toSorted());
  });

  it('covers in an exercise or quiz nothing that its chapter does not teach', async () => {
    for (const { lessons } of (await course).chapters) {
      const taught = new Set(lessons.flatMap(({ covers }) => covers));
      for (const lesson of lessons) {
        for (const { id, covers } of [...exercisesOf(lesson), ...quizzesOf(lesson)]) {
          assert.ok(covers.length > 0, `${lesson.id} ${id} covers nothing`);
          for (const item of covers) assert.ok(taught.has(item), `${lesson.id} ${id}: ${item}`);
        }
      }
    }
  });

  it('has checks, hints and a solution for each exercise', async () => {
    for (const lesson of lessonsOf(await course)) {
      for (const { id, checks, hints, solution } of exercisesOf(lesson)) {
        const counts = [checks, hints, solution].map((list) => list.length > 0);
        assert.deepEqual(counts, [true, true, true], `${lesson.id} ${id}`);
      }
    }
  });

  it('pastes no line of a solution into a hint', async () => {
    for (const lesson of lessonsOf(await course)) {
      for (const { id, hints, solution } of exercisesOf(lesson)) {
        const lines = solution.flatMap((block) =>
          block.kind === 'run' || block.kind === 'answer' ? block.command.split('\n') : [],
        );
        // A command of a word or two is only named.
        const whole = lines.filter((line) => line.split(' ').length > 3);
        for (const { markdown } of hints) {
          for (const line of whole)
            assert.ok(!markdown.includes(line), `${lesson.id} ${id}: ${line}`);
        }
      }
    }
  });

  it('gives a reason for each option of a quiz', async () => {
    for (const lesson of lessonsOf(await course)) {
      for (const { id, options } of quizzesOf(lesson)) {
        for (const { why } of options) assert.ok(why.length > 10, `${lesson.id} ${id}`);
      }
    }
  });
});

describe('the authors’ guide', () => {
  it('has examples without a mistake', () => {
    const guide = readFileSync('labs/README.md', 'utf8');
    const [, head = ''] = /```yaml\n(---\n.*?---\n)```/s.exec(guide) ?? [];
    const examples = [...guide.matchAll(/(?<=\n\n)(?: {4}.*\n|\n(?= {4}))+/g)].map(([block]) =>
      block.replaceAll(/^ {4}/gm, ''),
    );
    assert.equal(examples.length, 4);
    const place = { id: 'a/b', chapter: 'a', path: '01-a/01-b.md' };
    const { lesson, problems } = parseLesson([head, ...examples].join('\n'), place);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      lesson?.blocks.map(({ kind }) => kind),
      ['run', 'file', 'exercise', 'quiz'],
    );
  });
});

describe('the lessons as pages', () => {
  /** Calls back with each lesson's whole HTML, solutions included. */
  async function eachPage(look: (html: string, lesson: Lesson) => void) {
    const whole = await course;
    for (const chapter of whole.chapters) {
      const context: RenderContext = await readRenderContext(chapter, whole, files);
      for (const lesson of chapter.lessons) {
        const solutions = exercisesOf(lesson).map((each) => renderSolution(each, lesson, context));
        look([renderLesson(lesson, context).html, ...solutions].join('\n'), lesson);
      }
    }
  }
  const all = (html: string, pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, it = '']) => it);

  it('have every diagram', () =>
    eachPage((html, { id }) => assert.ok(!html.includes('class="missing"'), id)));

  it('have no link that leads nowhere', () =>
    eachPage((html, { id }) => {
      assert.ok(!html.includes('<a href="#" aria-disabled'), id);
      const ids = new Set(all(html, / id="([^"]*)"/g));
      for (const anchor of all(html, / data-anchor="([^"]*)"/g)) assert.ok(ids.has(anchor), anchor);
    }));

  it('have each id once', () =>
    eachPage((html, { id }) => {
      const ids = all(html, / id="([^"]*)"/g);
      assert.deepEqual(
        ids.filter((each, index) => ids.indexOf(each) !== index),
        [],
        id,
      );
    }));

  it('have headings in order', () =>
    eachPage((html, { id }) => {
      let before = 1;
      for (const level of all(html, /<h([1-6])/g).map(Number)) {
        assert.ok(level > 1 && level <= before + 1, `${id}: h${level} after h${before}`);
        before = level;
      }
    }));

  it('have an outline whose places are there', async () => {
    const whole = await course;
    for (const chapter of whole.chapters) {
      const context = await readRenderContext(chapter, whole, files);
      for (const lesson of chapter.lessons) {
        const { html, outline } = renderLesson(lesson, context);
        assert.ok(outline.length > 0, lesson.id);
        for (const { anchor } of outline) assert.ok(html.includes(` id="${anchor}"`), anchor);
      }
    }
  });

  it('have diagrams that run nothing and load nothing', () =>
    eachPage((html, { id }) =>
      assert.ok(!/<script|<foreignObject|\son[a-z]+=|(?:href|src)="(?!#)/i.test(html), id),
    ));
});
