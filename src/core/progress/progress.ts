import type { Block, Course, ExerciseBlock, Lesson, QuizBlock } from '../lesson/lesson';

/** What the learner has done so far. Plain data: it is stored as it is. */
export interface Progress {
  readonly version: 1;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  /** The lesson that was open last. */
  readonly last: string | undefined;
}

export interface LessonProgress {
  /** Milliseconds since 1970, as are all times here. */
  readonly begun: number;
  /** The reader saw its end. */
  readonly read: boolean;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
  readonly quizzes: Readonly<Record<string, QuizProgress>>;
  /** Anchor of the heading the reader was at. */
  readonly place: string | undefined;
}

export interface ExerciseProgress {
  /** What happened on the engine before does not count. */
  readonly begun: number;
  readonly done: boolean;
  readonly hintsOpened: number;
  readonly solutionShown: boolean;
  /** What was typed, by check. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface QuizProgress {
  readonly chosen: readonly number[];
  readonly right: boolean;
}

export type ProgressAction =
  | { readonly type: 'lesson opened'; readonly lesson: string; readonly time: number }
  | { readonly type: 'lesson read'; readonly lesson: string; readonly time: number }
  | {
      readonly type: 'place';
      readonly lesson: string;
      readonly place: string;
      readonly time: number;
    }
  | {
      readonly type: 'exercise';
      readonly lesson: string;
      readonly exercise: string;
      readonly time: number;
      /** What changes; the rest stays. */
      readonly change: Partial<Omit<ExerciseProgress, 'begun'>>;
    }
  | {
      readonly type: 'exercise reset';
      readonly lesson: string;
      readonly exercise: string;
      readonly time: number;
    }
  | {
      readonly type: 'quiz answered';
      readonly lesson: string;
      readonly quiz: string;
      readonly chosen: readonly number[];
      readonly right: boolean;
      readonly time: number;
    }
  | { readonly type: 'lesson reset'; readonly lesson: string }
  | { readonly type: 'all reset' };

export const noProgress: Progress = { version: 1, lessons: {}, last: undefined };

/** Progress after an action. Never changes what it is given. */
export function reduceProgress(progress: Progress, action: ProgressAction): Progress {
  switch (action.type) {
    case 'all reset':
      return noProgress;
    case 'lesson reset': {
      const { [action.lesson]: _, ...lessons } = progress.lessons;
      return { ...progress, lessons };
    }
    case 'lesson opened':
      return { ...withLesson(progress, action, {}), last: action.lesson };
    case 'lesson read':
      return withLesson(progress, action, { read: true });
    case 'place':
      return withLesson(progress, action, { place: action.place });
    case 'exercise': {
      const { exercise, time, change } = action;
      const { exercises } = lessonProgress(progress, action.lesson) ?? emptyLesson(time);
      const before = own(exercises, exercise) ?? emptyExercise(time);
      return withLesson(progress, action, {
        exercises: { ...exercises, [exercise]: { ...before, ...change } },
      });
    }
    case 'exercise reset': {
      const { exercises } = lessonProgress(progress, action.lesson) ?? emptyLesson(action.time);
      return withLesson(progress, action, {
        exercises: { ...exercises, [action.exercise]: emptyExercise(action.time) },
      });
    }
    case 'quiz answered': {
      const { quiz, chosen, right } = action;
      const { quizzes } = lessonProgress(progress, action.lesson) ?? emptyLesson(action.time);
      return withLesson(progress, action, { quizzes: { ...quizzes, [quiz]: { chosen, right } } });
    }
  }
}

/** Of one lesson; `undefined` when it was never opened. */
export function lessonProgress(progress: Progress, lesson: string): LessonProgress | undefined {
  return own(progress.lessons, lesson);
}

/** Ids may be words that every object knows, such as `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** How far a lesson is, for trees and bars. */
export interface LessonStanding {
  readonly state: 'not begun' | 'begun' | 'done';
  /** Exercises and quizzes. */
  readonly done: number;
  readonly of: number;
}

/** A lesson is done when its exercises and quizzes are; one without any, when it was read. */
export function lessonStanding(lesson: Lesson, progress: Progress): LessonStanding {
  const known = lessonProgress(progress, lesson.id);
  const tasks = lesson.blocks.filter(isTask);
  const done = tasks.filter((task) => isTaskDone(task, known)).length;
  const isDone = tasks.length === 0 ? known?.read === true : done === tasks.length;
  const state = isDone ? 'done' : known === undefined ? 'not begun' : 'begun';
  return { state, done, of: tasks.length };
}

/** Something in a lesson that can be done. */
export function isTask(block: Block): block is ExerciseBlock | QuizBlock {
  return block.kind === 'exercise' || block.kind === 'quiz';
}

export function isTaskDone(
  task: ExerciseBlock | QuizBlock,
  known: LessonProgress | undefined,
): boolean {
  return task.kind === 'exercise'
    ? known?.exercises[task.id]?.done === true
    : known?.quizzes[task.id]?.right === true;
}

/** Where to go on: the lesson open last if it is not done, else the first that is not. */
export function lessonToContinue(course: Course, progress: Progress): Lesson | undefined {
  const lessons = course.chapters.flatMap((chapter) => chapter.lessons);
  const isOpen = (lesson: Lesson) => lessonStanding(lesson, progress).state !== 'done';
  const last = lessons.findIndex((lesson) => lesson.id === progress.last);
  const after = lessons.slice(Math.max(0, last)).find(isOpen);
  return after ?? lessons.find(isOpen) ?? lessons[0];
}

function withLesson(
  progress: Progress,
  { lesson, time }: { readonly lesson: string; readonly time: number },
  change: Partial<LessonProgress>,
): Progress {
  const before = lessonProgress(progress, lesson) ?? emptyLesson(time);
  return { ...progress, lessons: { ...progress.lessons, [lesson]: { ...before, ...change } } };
}

function emptyLesson(time: number): LessonProgress {
  return { begun: time, read: false, exercises: {}, quizzes: {}, place: undefined };
}

function emptyExercise(time: number): ExerciseProgress {
  return { begun: time, done: false, hintsOpened: 0, solutionShown: false, answers: {} };
}
