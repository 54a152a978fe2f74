import { isDeepStrictEqual } from 'node:util';
import { type Disposable, EventEmitter, type Memento, window } from 'vscode';
import type { ExerciseBlock, Lesson, QuizBlock } from '../core/lesson/lesson';
import {
  isTaskDone,
  type LessonStanding,
  lessonProgress,
  lessonStanding,
  noProgress,
  type Progress,
  type ProgressAction,
  reduceProgress,
} from '../core/progress/progress';

/** The key under which the editor keeps the progress. */
const key = 'containerLabs.progress';

type ParseProgress = (stored: unknown) => Progress;

/**
 * What the learner has done, kept by the editor for all workspaces. Other windows keep theirs in the
 * same place, so it is read again before each change and whenever the learner comes back to this one.
 */
export class ProgressStore implements Disposable {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<ProgressAction | undefined>();
  readonly #focus: Disposable;
  #progress: Progress = noProgress;
  #ready: Promise<ParseProgress> | undefined;
  #writing: Promise<void> | undefined;
  #isUnwritten = false;
  /** The action that was taken in; `undefined` when another window took one in. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#focus = window.onDidChangeWindowState(({ focused }) => {
      if (focused && this.#ready !== undefined) this.refresh().catch(() => {});
    });
  }

  /** Reads what is stored; until then there is no progress. */
  async ready(): Promise<void> {
    await this.#load();
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Takes an action in and stores the result. */
  async apply(action: ProgressAction): Promise<void> {
    const parse = await this.#load();
    // While a write is on its way, the memory may show what was before it.
    const base = this.#writing === undefined ? parse(this.#memory.get(key)) : this.#progress;
    this.#progress = reduceProgress(base, action);
    this.#changed.fire(action);
    await this.#write();
  }

  /** Takes in what another window has stored. */
  async refresh(): Promise<void> {
    const parse = await this.#load();
    if (this.#writing !== undefined) return;
    const stored = parse(this.#memory.get(key));
    if (isDeepStrictEqual(stored, this.#progress)) return;
    this.#progress = stored;
    this.#changed.fire(undefined);
  }

  lesson(lesson: Lesson): LessonStanding {
    return lessonStanding(lesson, this.#progress);
  }

  task(lesson: Lesson, task: ExerciseBlock | QuizBlock): LessonStanding['state'] {
    const known = lessonProgress(this.#progress, lesson.id);
    if (isTaskDone(task, known)) return 'done';
    const begun = task.kind === 'exercise' ? known?.exercises : known?.quizzes;
    return begun !== undefined && Object.hasOwn(begun, task.id) ? 'begun' : 'not begun';
  }

  dispose(): void {
    this.#focus.dispose();
    this.#changed.dispose();
  }

  /**
   * One write at a time: the editor echoes each into its memory, and the echo of an older one would
   * take away what was put there meanwhile.
   */
  async #write(): Promise<void> {
    this.#isUnwritten = true;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#isUnwritten) {
      this.#isUnwritten = false;
      await this.#memory.update(key, this.#progress);
    }
  }

  #load(): Promise<ParseProgress> {
    this.#ready ??= import('../core/progress/parse-progress.js').then(({ parseProgress }) => {
      this.#progress = parseProgress(this.#memory.get(key));
      return parseProgress;
    });
    return this.#ready;
  }
}
