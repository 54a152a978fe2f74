import { type Disposable, EventEmitter } from 'vscode';
import { LabError } from '../core/lab-error';
import type { Chapter, Course, Lesson } from '../core/lesson/lesson';
import type { Log } from '../core/ports';

export type CourseState = 'idle' | 'loading' | 'ready' | 'failed';

/** The course, read on first use and kept until it is read again. */
export class CourseService implements Disposable {
  readonly #load: () => Promise<Course>;
  readonly #log: Log;
  readonly #changed = new EventEmitter<void>();
  #course: Promise<Course> | undefined;
  #state: CourseState = 'idle';
  /** It was read, anew or for the first time, or could not be. */
  readonly onDidChange = this.#changed.event;

  constructor(load: () => Promise<Course>, log: Log) {
    this.#load = load;
    this.#log = log;
  }

  get state(): CourseState {
    return this.#state;
  }

  /** Rejects with a `LabError` when the labs cannot be read at all. */
  course(): Promise<Course> {
    this.#course ??= this.#read();
    return this.#course;
  }

  /** Reads the files again. */
  async reload(): Promise<Course> {
    this.#course = undefined;
    return this.course();
  }

  /** A lesson and its chapter. Rejects with `not-found` when the course has no such lesson. */
  async lesson(id: string): Promise<{ readonly lesson: Lesson; readonly chapter: Chapter }> {
    const { chapters } = await this.course();
    for (const chapter of chapters) {
      const lesson = chapter.lessons.find((candidate) => candidate.id === id);
      if (lesson !== undefined) return { lesson, chapter };
    }
    throw new LabError('not-found', `The course has no lesson “${id}”.`, {
      advice: 'Choose one in the view “Course”.',
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(): Promise<Course> {
    this.#state = 'loading';
    try {
      const course = await this.#load();
      this.#state = 'ready';
      return course;
    } catch (error) {
      // The failure is kept too, or every look at the tree would read the files again.
      this.#state = 'failed';
      this.#log.error('The course cannot be read.', error);
      throw error;
    } finally {
      this.#changed.fire();
    }
  }
}
