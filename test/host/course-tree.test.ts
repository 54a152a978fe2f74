import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter, type ThemeIcon, type TreeView, Uri, window } from 'vscode';
import { loadCourse } from '../../src/core/lesson/load-course';
import type { ProgressAction } from '../../src/core/progress/progress';
import { CourseService } from '../../src/editor/course-service';
import { registerCourseTree } from '../../src/editor/course-tree';
import { type CourseNode, nodeId } from '../../src/editor/course-tree/course-node';
import { CourseTree } from '../../src/editor/course-tree/course-tree';
import { commandIds } from '../../src/editor/ids';
import { ProgressStore } from '../../src/editor/progress-store';
import { openLabFiles } from '../../src/local/lab-files';
import { exerciseText } from '../support/a-lesson';
import { FakeRunner } from '../support/fake-runner';
import { MemoryMemento } from '../support/memory-memento';
import { Replacements } from '../support/replacements';
import { recordingLog } from '../support/silent-log';

const course = `
title: Course
chapters:
  - {id: intro, number: "1", title: First steps, summary: Begin., folder: 01-intro}
  - {id: later, number: "2", title: Later, summary: Go on.}
`;

const head = (title: string) => `---\ntitle: ${title}\nsummary: All of it.\nminutes: 4\n---\n\n`;

const quiz = `
:::: quiz why

Why \`this\`?

- [x] So: it is.
- [ ] Not so: it is not.
::::
`;

const read: Readonly<Record<string, string>> = {
  'course.yaml': course,
  '01-intro/01-read.md': `${head('Read')}Text.\n`,
  '01-intro/02-do.md': `${head('Do')}${exerciseText}${quiz}`,
};

const common = { lesson: 'intro/do', time: 1 } as const;
const answered: ProgressAction = {
  ...common,
  type: 'quiz answered',
  quiz: 'why',
  chosen: [0],
  right: true,
};
const served: ProgressAction = {
  ...common,
  type: 'exercise',
  exercise: 'serve',
  change: { done: true },
};
const readOne: ProgressAction = { type: 'lesson read', lesson: 'intro/read', time: 1 };

describe('the view "Course"', () => {
  let labs: string;
  const progress = () => new ProgressStore(new MemoryMemento());

  beforeEach(async () => {
    labs = await mkdtemp(join(tmpdir(), 'labs-'));
  });

  afterEach(() => rm(labs, { recursive: true, force: true }));

  /** The tree over these files, after these actions. */
  async function tree(
    files: Readonly<Record<string, string>>,
    ...actions: readonly ProgressAction[]
  ) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(labs, path, '..'), { recursive: true });
      await writeFile(join(labs, path), text);
    }
    const log = recordingLog();
    const service = new CourseService(() => loadCourse(openLabFiles(labs)), log);
    const store = progress();
    for (const action of actions) await store.apply(action);
    return { tree: new CourseTree(service, store, Uri.file(labs)), log, service, store };
  }

  /** Every line: icon, label, description; those below a line indented. */
  async function lines(of: CourseTree, node?: CourseNode, depth = 0): Promise<readonly string[]> {
    const children = await of.getChildren(node);
    const below = await Promise.all(
      children.map(async (child) => {
        const { iconPath, label, description } = of.getTreeItem(child);
        const icon = (iconPath as ThemeIcon | undefined)?.id;
        const line = [icon, label, description].filter(Boolean).join(' | ');
        return [`${'  '.repeat(depth)}${line}`, ...(await lines(of, child, depth + 1))];
      }),
    );
    return below.flat();
  }

  it('begins with everything to do, and what is still to come', async () =>
    assert.deepEqual(await lines((await tree(read)).tree), [
      'circle-large | 1  First steps | 0 of 2 lessons',
      '  circle-large | Read | 4 min',
      '  circle-large | Do | 4 min',
      '    circle-large | Serve it | exercise',
      '    circle-large | Why this? | question',
      'ellipsis | 2  Later | coming',
    ]));

  it('says what is begun and what is done', async () =>
    assert.deepEqual(await lines((await tree(read, readOne, answered)).tree), [
      'color-mode | 1  First steps | 1 of 2 lessons',
      '  pass-filled | Read | done',
      '  color-mode | Do | 1 of 2',
      '    circle-large | Serve it | exercise',
      '    pass-filled | Why this? | question, done',
      'ellipsis | 2  Later | coming',
    ]));

  it('says that a whole chapter is done', async () => {
    const { tree: all } = await tree(read, readOne, answered, served);
    const [chapter] = await all.getChildren();
    assert.ok(chapter);
    assert.equal(all.getTreeItem(chapter).description, 'done');
  });

  it('says all of it in words, for those who see no icon', async () => {
    const { tree: some } = await tree(read, readOne, answered);
    const [chapter, later] = await some.getChildren();
    assert.ok(chapter && later);
    const lessons = await some.getChildren(chapter);
    const nodes = [chapter, ...lessons, later];
    assert.deepEqual(
      nodes.map((node) => some.getTreeItem(node).accessibilityInformation?.label),
      [
        'Chapter 1, First steps, begun, 1 of 2 lessons done',
        'Read, done, 4 minutes',
        'Do, begun, 1 of 2 done, 4 minutes',
        'Chapter 2, Later, coming',
      ],
    );
  });

  it('leads from an exercise to its place in the lesson', async () => {
    const { tree: whole } = await tree(read);
    const [chapter] = await whole.getChildren();
    const lesson = (await whole.getChildren(chapter))[1];
    const [task] = await whole.getChildren(lesson);
    assert.ok(task);
    assert.deepEqual(whole.getTreeItem(task).command, {
      title: 'Open Lesson',
      command: commandIds.openLesson,
      arguments: ['intro/do', 'exercise-serve'],
    });
  });

  it('knows the way up from every line, so that it can be shown', async () => {
    const { tree: whole } = await tree(read);
    const [chapter] = await whole.getChildren();
    const lesson = (await whole.getChildren(chapter))[1];
    const [task] = await whole.getChildren(lesson);
    assert.ok(chapter && lesson && task);
    const parents = await Promise.all([task, lesson, chapter].map((node) => whole.getParent(node)));
    assert.deepEqual(
      parents.map((node) => node && nodeId(node)),
      ['lesson/intro/do', 'chapter/intro', undefined],
    );
  });

  it('tells authors what is wrong in which line, and shows the rest', async () => {
    const broken = { '01-intro/03-broken.md': '---\ntitle: Broken\n---\n' };
    const { tree: whole } = await tree({ ...read, ...broken });
    const all = await lines(whole);
    assert.equal(all[0], 'warning | Mistakes in lesson files | 2');
    assert.equal(all[1], '  01-intro/03-broken.md:2 | "summary" is missing.');
    assert.equal(all[3], 'circle-large | 1  First steps | 0 of 2 lessons');
  });

  it('is empty, and says why in the log, when there is no course', async () => {
    const { tree: none, log, service } = await tree({ 'course.yaml': 'title: 7' });
    assert.deepEqual(
      [await none.getChildren(), service.state, log.lines],
      [[], 'failed', ['error: The course cannot be read.']],
    );
  });

  describe('its commands', () => {
    const replaced = new Replacements();
    const { event: never } = new EventEmitter<never>();
    afterEach(() => replaced.restore());

    /** The registered view; `openLesson` is the lesson on the page. */
    async function registered(openLesson?: string, ...actions: readonly ProgressAction[]) {
      const revealed: CourseNode[] = [];
      const view = {
        reveal: async (node: CourseNode) => void revealed.push(node),
        onDidChangeVisibility: never,
        dispose() {},
      };
      replaced.replace(window, 'createTreeView', () => view as unknown as TreeView<never>);
      const { service, store } = await tree(read, ...actions);
      const opened: string[] = [];
      const lessons = { open: async (id: string) => void opened.push(id), openLesson };
      const runner = new FakeRunner();
      registerCourseTree({
        course: service,
        progress: store,
        lessons,
        runner,
        labsFolder: Uri.file(labs),
      });
      const states = async () => {
        const { chapters } = await service.course();
        return chapters.flatMap((each) => each.lessons.map((one) => store.lesson(one).state));
      };
      return { runner, opened, revealed, states, store };
    }

    function say(answer: string | undefined): void {
      const reply = async () => answer;
      replaced.replace(window, 'showWarningMessage', reply as typeof window.showWarningMessage);
    }

    it('go on where there is something to do', async () => {
      const { runner, opened } = await registered(undefined, readOne);
      await runner.call(commandIds.continueCourse);
      assert.deepEqual(opened, ['intro/do']);
    });

    it('show where the open lesson stands', async () => {
      const { runner, revealed } = await registered('intro/do');
      await runner.call(commandIds.revealLesson);
      assert.deepEqual(revealed.map(nodeId), ['lesson/intro/do']);
    });

    it('begin one lesson anew', async () => {
      const { runner, states } = await registered(undefined, readOne, answered, served);
      say('Reset');
      await runner.call(commandIds.resetLesson, { type: 'lesson', lesson: { id: 'intro/do' } });
      assert.deepEqual(await states(), ['done', 'not begun']);
    });

    it('begin the lesson on the page anew at once', async () => {
      const { runner, states, store } = await registered('intro/do', readOne, answered, served);
      say('Reset');
      await runner.call(commandIds.resetLesson);
      assert.deepEqual(await states(), ['done', 'begun']);
      assert.notEqual(store.progress.lessons['intro/do']?.begun, 1);
    });

    it('begin everything anew', async () => {
      const { runner, states } = await registered(undefined, readOne, answered, served);
      say('Reset Everything');
      await runner.call(commandIds.resetAll);
      assert.deepEqual(await states(), ['not begun', 'not begun']);
    });

    it('reset nothing when the question is waved away', async () => {
      const { runner, states } = await registered('intro/do', readOne, answered, served);
      say(undefined);
      await runner.call(commandIds.resetLesson);
      await runner.call(commandIds.resetAll);
      assert.deepEqual(await states(), ['done', 'done']);
    });

    it('take what the learner has changed in the files', async () => {
      const { runner } = await registered();
      await writeFile(join(labs, 'course.yaml'), 'title: 7');
      await runner.call(commandIds.reloadCourse);
      assert.match(runner.told.join(), /^The list of chapters cannot be read: course.yaml, line 1/);
    });
  });
});
