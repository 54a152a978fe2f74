import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter, Uri, window, workspace } from 'vscode';
import { LabError } from '../../src/core/lab-error';
import type { ExerciseBlock } from '../../src/core/lesson/lesson';
import { EngineService } from '../../src/editor/engine-service';
import { ExerciseService } from '../../src/editor/exercise-service';
import { ProgressStore } from '../../src/editor/progress-store';
import { WorkingFolders } from '../../src/editor/working-folders';
import { courseOf, lessonOf } from '../support/a-lesson';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { hostShellParser } from '../support/host-shell-parser';
import { MemoryMemento } from '../support/memory-memento';

import { silent } from '../support/silent-log';

const exercise = (id: string, check: string) => `
:::: exercise ${id}
title: Do it

\`\`\`yaml checks
- say: It is so
  ${check}
\`\`\`
::: hint
Look.
:::
::: solution
\`\`\`sh run
docker ps
\`\`\`
:::
::::
`;
const lesson = lessonOf(
  exercise('serve', 'port: 8080\n  is: answering') +
    exercise('write', 'file: page.html\n  contains: hello'),
);
const { chapter } = courseOf(lesson);
const [serve, write] = lesson.blocks.filter(
  (block): block is ExerciseBlock => block.kind === 'exercise',
);
assert.ok(serve && write);

/** A learner at the lesson, with an engine on which port 8080 answers or not. */
class Desk {
  readonly fake = new FakeEngine();
  isAnswering = false;
  isThere = true;
  looks = 0;
  readonly #moved = new EventEmitter<void>();
  readonly engine: EngineService;
  readonly progress = new ProgressStore(new MemoryMemento());
  readonly exercises: ExerciseService;
  folder: string;

  constructor(folder: string) {
    this.folder = folder;
    const portAnswers = async () => {
      this.looks++;
      return this.isAnswering;
    };
    this.engine = new EngineService(
      async () => {
        if (this.isThere) return connectionOf(this.fake, { portAnswers });
        throw new LabError('no-engine', 'No engine answers.');
      },
      () => '',
      silent,
    );
    const setting = { value: () => this.folder, onDidChange: this.#moved.event };
    const files = { list: async () => [], read: async () => '' };
    this.exercises = new ExerciseService({
      engine: this.engine,
      progress: this.progress,
      folders: new WorkingFolders('/nowhere', files, setting),
      loadShell: hostShellParser,
      log: silent,
    });
  }

  check = (which: ExerciseBlock) => this.exercises.check(lesson, chapter, which);

  /** What is known of an exercise, and whether it counts as done. */
  knows = (which: ExerciseBlock) => {
    const { result, error } = this.exercises.findings(lesson.id, which.id);
    const outcome = error?.message ?? result?.checks.map((check) => check.outcome).join();
    return [outcome, this.progress.task(lesson, which)];
  };

  /** Resolves once the exercise counts as done. */
  done = (which: ExerciseBlock) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (this.progress.task(lesson, which) === 'done') resolve();
      };
      this.progress.onDidChange(look);
      look();
    });

  /** Resolves once the port was asked for so many times, and the answer was taken in. */
  async looked(times: number): Promise<void> {
    while (this.looks < times) await pause();
    await pause();
  }

  move(folder: string): void {
    this.folder = folder;
    this.#moved.fire();
  }

  dispose(): void {
    this.exercises.dispose();
    this.engine.dispose();
    this.progress.dispose();
    this.#moved.dispose();
  }
}

const pause = (milliseconds = 30) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Changes a file until it was noticed: a watcher needs a moment to begin, and tells nobody. */
async function keepWriting(path: string, noticed: Promise<void>): Promise<void> {
  let isOver = false;
  const over = noticed.then(() => {
    isOver = true;
  });
  for (let turn = 0; !isOver; turn++) {
    await writeFile(path, `hello ${turn}`);
    await Promise.race([over, pause(700)]);
  }
}

describe('ExerciseService', () => {
  let root: string;
  let desk: Desk;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'exercise-'));
    desk = new Desk(root);
    await workspace.fs.createDirectory(Uri.file(join(root, chapter.folder)));
  });

  afterEach(async () => {
    desk.dispose();
    await rm(root, { recursive: true, force: true });
  });

  const page = () => join(root, chapter.folder, 'page.html');

  it('says what was found, and remembers what is done', async () => {
    await desk.check(serve);
    assert.deepEqual(desk.knows(serve), ['fail', 'not begun']);
    desk.isAnswering = true;
    await desk.check(serve);
    assert.deepEqual(desk.knows(serve), ['pass', 'done']);
  });

  it('says why it cannot be judged', async () => {
    desk.isThere = false;
    await desk.check(serve);
    assert.deepEqual(desk.knows(serve), ['No engine answers.', 'not begun']);
  });

  it('needs no engine for files', async () => {
    desk.isThere = false;
    await desk.check(write);
    assert.deepEqual(desk.knows(write), ['fail', 'not begun']);
  });

  it('judges again when the engine that was missing has come', async () => {
    desk.isThere = false;
    desk.exercises.follow(lesson, chapter);
    await desk.check(serve);
    desk.isThere = true;
    await desk.engine.reconnect();
    await desk.looked(1);
    assert.deepEqual(desk.knows(serve), ['fail', 'not begun']);
  });

  it('sees what was done before the lesson was opened', async () => {
    desk.isAnswering = true;
    await desk.engine.connection();
    desk.exercises.follow(lesson, chapter);
    await desk.done(serve);
  });

  it('keeps quiet about what is not done before anyone has asked', async () => {
    desk.exercises.follow(lesson, chapter);
    await desk.engine.connection();
    desk.fake.fire({});
    await desk.looked(1);
    assert.deepEqual(desk.knows(serve), [undefined, 'not begun']);
  });

  it('looks once after a storm of events', async () => {
    await desk.engine.connection();
    desk.exercises.follow(lesson, chapter);
    await desk.check(serve);
    desk.isAnswering = true;
    for (let event = 0; event < 100; event++) desk.fake.fire({});
    await desk.done(serve);
    assert.equal(desk.looks, 2);
  });

  it('does not answer to what its own checks do in containers', async () => {
    await desk.engine.connection();
    desk.exercises.follow(lesson, chapter);
    await desk.looked(1);
    desk.isAnswering = true;
    desk.fake.fire({ action: 'exec_start: true' });
    await pause(600);
    assert.equal(desk.looks, 1);
  });

  it('judges when a file is saved', async () => {
    desk.exercises.follow(lesson, chapter);
    await writeFile(page(), '');
    const editor = await window.showTextDocument(Uri.file(page()));
    await editor.edit((edit) => edit.insert(editor.selection.active, 'hello'));
    await editor.document.save();
    await desk.done(write);
  });

  it('judges when something else has changed a file', async () => {
    desk.exercises.follow(lesson, chapter);
    await keepWriting(page(), desk.done(write));
  });

  it('goes with the working folder when that moves', async () => {
    const elsewhere = join(root, 'elsewhere');
    await workspace.fs.createDirectory(Uri.file(join(elsewhere, chapter.folder)));
    desk.exercises.follow(lesson, chapter);
    desk.move(elsewhere);
    await keepWriting(join(elsewhere, chapter.folder, 'page.html'), desk.done(write));
  });

  it('forgets what was found when the lesson begins anew', async () => {
    desk.isAnswering = true;
    await desk.check(serve);
    await desk.progress.apply({ type: 'lesson reset', lesson: lesson.id });
    assert.deepEqual(desk.knows(serve), [undefined, 'not begun']);
  });

  it('does nothing after its end', async () => {
    await desk.engine.connection();
    desk.exercises.follow(lesson, chapter);
    desk.fake.fire({});
    desk.exercises.dispose();
    await pause(600);
    assert.equal(desk.looks, 0);
  });
});
