import { type Disposable, EventEmitter, type Memento } from 'vscode';
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

/** What the learner has done, kept by the editor for all workspaces. */
export class ProgressStore implements Disposable {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();
  #progress: Progress = noProgress;
  #ready: Promise<void> | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** Reads what is stored; until then there is no progress. */
  ready(): Promise<void> {
    this.#ready ??= import('../core/progress/parse-progress.js').then(({ parseProgress }) => {
      this.#progress = parseProgress(this.#memory.get(key));
    });
    return this.#ready;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Takes an action in and stores the result. */
  async apply(action: ProgressAction): Promise<void> {
    await this.ready();
    this.#progress = reduceProgress(this.#progress, action);
    this.#changed.fire();
    await this.#memory.update(key, this.#progress);
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
    this.#changed.dispose();
  }
}
