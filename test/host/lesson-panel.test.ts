import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, EventEmitter, env, TabInputWebview, Uri, window } from 'vscode';
import { LabError } from '../../src/core/lab-error';
import type { Course } from '../../src/core/lesson/lesson';
import { CourseService } from '../../src/editor/course-service';
import { EngineService } from '../../src/editor/engine-service';
import { ExerciseService } from '../../src/editor/exercise-service';
import { commandIds } from '../../src/editor/ids';
import { LessonPanel } from '../../src/editor/lesson-panel/lesson-panel';
import { PageActions } from '../../src/editor/lesson-panel/page-actions';
import { ProgressStore } from '../../src/editor/progress-store';
import { Prompt } from '../../src/editor/prompt/prompt';
import { KeptRuns } from '../../src/editor/run/kept-runs';
import { RunService } from '../../src/editor/run/run-service';
import { RunStates } from '../../src/editor/run/run-states';
import { Terminals } from '../../src/editor/terminal/terminals';
import { WorkingFolders } from '../../src/editor/working-folders';
import { FileWriter } from '../../src/editor/write-file';
import type { PageMessage } from '../../src/protocol';
import { courseOf, exerciseText, lessonOf } from '../support/a-lesson';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { FakePanel } from '../support/fake-panel';
import { FakeRunner } from '../support/fake-runner';
import { hostShellParser } from '../support/host-shell-parser';
import { MemoryMemento } from '../support/memory-memento';
import { Replacements } from '../support/replacements';
import { recordingLog } from '../support/silent-log';

const text = `
\`\`\`sh run
docker run -p 8080:80 nginx
\`\`\`

${exerciseText}
:::: quiz why

Why?

- [x] So: it is.
- [ ] Not so: it is not.
::::
`;

const first = lessonOf(text, 'ports');
const second = lessonOf('Text.\n', 'volumes');

/** A lesson page with everything behind it but a browser and an engine. */
class Stage {
  readonly page = new FakePanel();
  readonly fake = new FakeEngine();
  readonly log = recordingLog();
  readonly runner = new FakeRunner();
  readonly progress = new ProgressStore(new MemoryMemento());
  readonly shown: (string | undefined)[] = [];
  readonly course: CourseService;
  readonly engine: EngineService;
  readonly panel: LessonPanel;
  /** What the files hold when the course is read the next time. */
  files: Course = courseOf(first, second);
  isThere = true;
  made = 0;
  /** What the next looks at the files of the labs wait for. */
  readonly #listing: Promise<readonly string[]>[] = [];
  readonly #owned: { dispose(): void }[] = [];

  constructor(replaced: Replacements, root: string) {
    const { log, runner, progress, fake } = this;
    replaced.replace(window, 'createWebviewPanel', () => {
      this.made++;
      return this.page.panel;
    });
    const connect = async () => {
      if (!this.isThere) throw new LabError('no-engine', 'No engine answers.');
      return connectionOf(fake);
    };
    const labFiles = {
      list: () => this.#listing.shift() ?? Promise.resolve([]),
      read: async () => '',
    };
    const setting = { value: () => root, onDidChange: new EventEmitter<void>().event };
    const loadShell = hostShellParser;
    this.course = new CourseService(async () => this.files, log);
    this.engine = new EngineService(connect, () => '', log);
    const { course, engine } = this;
    const folders = new WorkingFolders('/nowhere', labFiles, setting);
    const states = new RunStates();
    const exercises = new ExerciseService({ engine, progress, folders, loadShell, log });
    const terminals = new Terminals();
    const writer = new FileWriter();
    const kept = new KeptRuns(new MemoryMemento());
    const shell = { run: async () => 0 };
    const runs = new RunService({ engine, terminals, states, kept, shell });
    const prompt = new Prompt({ engine, terminals, shell, loadShell });
    const tools = { engine, progress, exercises, folders, writer, states, loadShell };
    const actions = new PageActions({ ...tools, runs, prompt });
    this.panel = new LessonPanel({
      ...tools,
      extensionFolder: Uri.file('/extension'),
      ...{ course, labFiles, log, runner, loadActions: async () => actions },
    });
    this.panel.onShow = (shown) => this.shown.push(shown?.lesson.id);
    this.#owned.push(this.panel, writer, terminals, exercises, states, engine, progress, course);
  }

  /** The lesson is open, and the page is there. */
  async open(lesson = first.id, anchor?: string): Promise<void> {
    await this.panel.open(lesson, anchor);
    this.page.say({ type: 'ready' });
    await this.page.next('state');
  }

  /** The next two looks at the files of the labs wait until the result is called. */
  holdFiles(): () => void {
    let readOn: () => void = () => {};
    const held = new Promise<readonly string[]>((resolve) => {
      readOn = () => resolve([]);
    });
    this.#listing.push(held, held);
    return readOn;
  }

  /** What the page says has been dealt with when this resolves. */
  async say(message: PageMessage): Promise<void> {
    await this.sayRaw({ ...message, shown: this.panel.openLesson ?? '' });
  }

  /** The same of a message that need not be one of ours. */
  async sayRaw(message: unknown): Promise<void> {
    this.page.sayRaw(message);
    const { length } = this.page.posted;
    this.page.say({ type: 'ready' });
    while (this.page.posted.slice(length).every(({ type }) => type !== 'state')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  dispose(): void {
    for (const each of this.#owned) each.dispose();
  }
}

describe('the lesson page', () => {
  const replaced = new Replacements();
  let stage: Stage;
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lesson-'));
    stage = new Stage(replaced, root);
  });

  afterEach(async () => {
    stage.dispose();
    replaced.restore();
    await rm(root, { recursive: true, force: true });
  });

  it('gets the lesson and the state once it is ready, and not before', async () => {
    await stage.panel.open(first.id);
    assert.deepEqual(stage.page.posted, []);
    stage.page.say({ type: 'ready' });
    await stage.page.next('state');
    assert.deepEqual(stage.page.posted.map(({ type }) => type).slice(0, 2), ['lesson', 'state']);
    assert.deepEqual([stage.page.title, stage.shown], ['Lesson ports', [first.id]]);
  });

  it('gets everything again when it was made anew', async () => {
    await stage.open();
    stage.page.posted.length = 0;
    stage.page.say({ type: 'ready' });
    assert.equal((await stage.page.next('lesson')).id, first.id);
    await stage.page.next('state');
  });

  it('is one page for all lessons', async () => {
    await stage.open();
    stage.page.say({ type: 'go', lesson: second.id });
    await stage.page.next('lesson', ({ id }) => id === second.id);
    assert.deepEqual(
      [stage.made, stage.page.title, stage.shown],
      [1, 'Lesson volumes', [first.id, second.id]],
    );
  });

  it('goes to the place that was asked for', async () => {
    await stage.open(first.id, 'exercise-serve');
    assert.equal((await stage.page.next('reveal')).anchor, 'exercise-serve');
  });

  it('tells that no lesson is open once it is closed, and can be opened again', async () => {
    await stage.open();
    stage.page.close();
    assert.deepEqual([stage.panel.openLesson, stage.shown.at(-1)], [undefined, undefined]);
    await stage.panel.open(second.id);
    assert.equal(stage.made, 2);
  });

  it('says that there is no such lesson, and leaves the open one', async () => {
    await stage.open();
    await stage.say({ type: 'go', lesson: 'intro/nothing' });
    assert.deepEqual(
      [stage.runner.told, stage.panel.openLesson],
      [['The course has no lesson “intro/nothing”.\nChoose one in the view “Course”.'], first.id],
    );
  });

  it('keeps the open lesson when the course is read again, and shows what is new in it', async () => {
    await stage.open();
    stage.files = courseOf(lessonOf(`## New\n${text}`, 'ports'), second);
    await stage.course.reload();
    const { outline } = await stage.page.next('lesson', (message) => message.outline.length > 1);
    assert.deepEqual(
      outline.map(({ title }) => title),
      ['New', 'Serve it'],
    );
    assert.equal(stage.panel.openLesson, first.id);
  });

  it('keeps what it shows, and says so, when the lesson is no longer in the course', async () => {
    await stage.open();
    stage.files = courseOf(second);
    await stage.course.reload();
    await stage.say({ type: 'ready' });
    assert.equal(stage.panel.openLesson, first.id);
    assert.match(stage.runner.told.join(), /^The course has no lesson “intro\/ports”\./);
  });

  it('shows the lesson that was asked for last, whichever is read first', async () => {
    await stage.open();
    const readOn = stage.holdFiles();
    await stage.course.reload();
    const slow = stage.panel.open(first.id);
    await stage.panel.open(second.id);
    readOn();
    await slow;
    await stage.say({ type: 'ready' });
    assert.deepEqual([stage.panel.openLesson, stage.page.title], [second.id, 'Lesson volumes']);
  });

  it('says when the engine goes and comes back', async () => {
    await stage.open();
    await stage.page.next('state', ({ engine }) => engine.ready);
    stage.fake.die();
    await stage.page.next('state', ({ engine }) => engine.text === 'No container engine');
    await stage.page.next('state', ({ engine }) => engine.ready);
  });

  describe('what the learner does on it', () => {
    beforeEach(() => stage.open());

    it('runs a block, and tells how it fares', async () => {
      stage.page.say({ type: 'run', block: 'run-1' });
      const { runs } = await stage.page.next(
        'state',
        (state) => state.runs['run-1']?.phase === 'ended',
      );
      assert.equal(runs['run-1']?.text, 'Ended with exit code 0: all went well.');
    });

    it('opens hints one by one, and no more than there are', async () => {
      await stage.say({ type: 'hint', exercise: 'serve' });
      await stage.say({ type: 'hint', exercise: 'serve' });
      const { exercises } = await stage.page.next('state');
      assert.equal(exercises.serve?.hints.length, 1);
    });

    it('checks an exercise', async () => {
      stage.page.say({ type: 'check', exercise: 'serve' });
      await stage.page.next('state', ({ exercises }) => exercises.serve?.phase === 'not done');
    });

    it('answers a question, whatever else is ticked that does not exist', async () => {
      await stage.say({ type: 'answer', quiz: 'why', chosen: [0, 0, 99] });
      const { quizzes } = await stage.page.next('state');
      assert.deepEqual([quizzes.why?.chosen, quizzes.why?.right], [[0], true]);
    });

    it('copies a command', async () => {
      await stage.say({ type: 'copy', block: 'run-1' });
      assert.equal(await env.clipboard.readText(), 'docker run -p 8080:80 nginx');
    });
  });

  describe('a message that is none of ours', () => {
    beforeEach(() => stage.open());

    const hostile: readonly (readonly [string, unknown])[] = [
      ['nothing', undefined],
      ['no object', 'run'],
      ['no type', {}],
      ['an unknown type', { type: 'format-disk', shown: first.id }],
      ['a type of Object', { type: 'constructor', shown: first.id }],
      ['a field that is missing', { type: 'run', shown: first.id }],
      ['a field of another kind', { type: 'run', block: ['run-1'], shown: first.id }],
      ['an inherited field', Object.create({ type: 'run', block: 'run-1', shown: first.id })],
      [
        'numbers that are none',
        { type: 'answer', quiz: 'why', chosen: [Number.NaN], shown: first.id },
      ],
      ['a text without end', { type: 'place', anchor: 'x'.repeat(1e6), shown: first.id }],
    ];

    for (const [what, message] of hostile) {
      it(`is ignored: ${what}`, async () => {
        const before = stage.progress.progress;
        await stage.sayRaw(message);
        assert.deepEqual(
          [stage.log.lines.filter((line) => line.startsWith('warn')), stage.runner.told],
          [['warn: The lesson page sent a message that is none of ours; it is ignored.'], []],
        );
        assert.equal(stage.progress.progress, before);
      });
    }

    const misled: readonly PageMessage[] = [
      { type: 'run', block: 'run-99' },
      { type: 'run', block: '__proto__' },
      { type: 'check', exercise: '__proto__' },
      { type: 'hint', exercise: 'constructor' },
      { type: 'solution', exercise: 'toString' },
      { type: 'reset', exercise: 'nothing' },
      { type: 'answer', quiz: '__proto__', chosen: [0] },
      { type: 'type-answer', exercise: 'none', check: '__proto__', text: 'x' },
    ];

    it('is answered in words when it names what the lesson does not have', async () => {
      const before = stage.progress.progress;
      for (const message of misled) await stage.say(message);
      const words =
        'The lesson on the page is not the one that is open now.\nOpen it again from the view “Course”.';
      assert.deepEqual([stage.runner.told, stage.fake.requests], [misled.map(() => words), []]);
      assert.equal(stage.progress.progress, before);
    });

    it('does nothing when it is about a lesson that is open no more', async () => {
      const before = stage.progress.progress;
      await stage.sayRaw({ type: 'hint', exercise: 'serve', shown: second.id });
      await stage.sayRaw({ type: 'run', block: 'run-1', shown: '' });
      assert.deepEqual([stage.runner.told, stage.fake.requests], [[], []]);
      assert.equal(stage.progress.progress, before);
    });

    it('opens no other program and no file of the machine', async () => {
      await stage.say({ type: 'open-link', url: 'command:workbench.action.quit' });
      await stage.say({ type: 'open-link', url: 'file:///etc/passwd' });
      assert.deepEqual(stage.runner.told, [
        'This link leads to no web page: command:workbench.action.quit',
        'This link leads to no web page: file:///etc/passwd',
      ]);
    });
  });

  describe('kept over a reload', () => {
    const restore = async (state: unknown) => {
      await stage.runner.run('', () => stage.panel.restore(stage.page.panel, state));
      return [stage.page.isDisposed, stage.panel.openLesson];
    };

    it('shows the lesson that it showed', async () => {
      assert.deepEqual(await restore({ lesson: first.id }), [false, first.id]);
      assert.equal(stage.page.title, 'Lesson ports');
    });

    for (const spoiled of [undefined, null, 'x', 7, {}, { lesson: 7 }, { lesson: ['a'] }]) {
      it(`is closed with a memory of ${JSON.stringify(spoiled)}`, async () =>
        assert.deepEqual(await restore(spoiled), [true, undefined]));
    }

    it('shows nothing when it is closed while its lesson is read', async () => {
      const readOn = stage.holdFiles();
      const restored = restore({ lesson: first.id });
      await new Promise(setImmediate);
      stage.page.close();
      readOn();
      assert.deepEqual(await restored, [true, undefined]);
    });

    it('is closed, in words, when its lesson is no longer there', async () => {
      assert.deepEqual(await restore({ lesson: 'intro/gone' }), [true, undefined]);
      assert.match(stage.runner.told.join(), /^The course has no lesson “intro\/gone”\./);
    });
  });
});

describe('the lesson page in the editor', () => {
  const ours = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(
        ({ input }) =>
          input instanceof TabInputWebview && input.viewType.endsWith('containerLabs.lesson'),
      )
      .map(({ label }) => label);

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens by command, and is used again for the next lesson', async () => {
    await commands.executeCommand(commandIds.openLesson, 'introduction/hello-world');
    const [before] = ours();
    await commands.executeCommand(commandIds.openLesson, 'introduction/a-web-server');
    const after = ours();
    assert.equal(after.length, 1);
    assert.notEqual(after[0], before);
  });
});
