import type { Check } from '../check/check';

/** The whole course, as read from the `labs` folder. */
export interface Course {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** What was wrong in single lesson files; the rest of the course is there all the same. */
  readonly problems: readonly LessonProblem[];
}

export interface Chapter {
  /** Stable id, the folder's name without its number: `introduction`. */
  readonly id: string;
  /** What the reader sees: `1`, `4b`. */
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  /** The folder below `labs`, such as `01-introduction`; empty while the chapter is coming. */
  readonly folder: string;
  /** Empty while the chapter is coming. */
  readonly lessons: readonly Lesson[];
}

/** A mistake in a lesson file, for the author: where and why. */
export interface LessonProblem {
  /** Relative to `labs`. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  readonly message: string;
}

/** One lesson: a Markdown file. */
export interface Lesson {
  /** `<chapter id>/<file name without number>`, such as `introduction/hello-world`. */
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Ids of `course/coverage.md` that the text teaches. */
  readonly covers: readonly string[];
  /** What the engine or machine must offer, such as `engine` or `compose`. */
  readonly needs: readonly Ability[];
  /** The file, relative to `labs`. */
  readonly path: string;
  readonly blocks: readonly Block[];
}

/** Something a lesson or an exercise may need; what lacks it is skipped and says so. */
export type Ability = 'engine' | 'compose' | 'network';

export type Block = ProseBlock | RunBlock | FileBlock | AnswerBlock | ExerciseBlock | QuizBlock;

interface BlockBase {
  /** One-based line in the file. */
  readonly line: number;
}

/** Markdown to show as it is. */
export interface ProseBlock extends BlockBase {
  readonly kind: 'prose';
  readonly markdown: string;
}

/** A command block with Run, Explain and Copy. */
export interface RunBlock extends BlockBase {
  readonly kind: 'run';
  /** Unique in the lesson: `run-1`, `run-2` … in the order of the file. */
  readonly id: string;
  /** Exactly as written. */
  readonly command: string;
  /** The lesson has said the risk in words already, so Run need not ask. */
  readonly riskAnnounced: boolean;
}

/** A file of the learner's: shown, and written to the working folder on request. */
export interface FileBlock extends BlockBase {
  readonly kind: 'file';
  /** Unique in the lesson: `file-1` …. */
  readonly id: string;
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly language: string;
  readonly content: string;
}

/** In a solution only: a command whose output, trimmed, is the typed answer to a check. */
export interface AnswerBlock extends BlockBase {
  readonly kind: 'answer';
  /** The `answer` check it belongs to. */
  readonly check: string;
  readonly command: string;
}

export interface ExerciseBlock extends BlockBase {
  readonly kind: 'exercise';
  /** Unique in the lesson, from the info string. */
  readonly id: string;
  readonly title: string;
  readonly covers: readonly string[];
  readonly needs: readonly Ability[];
  /** The task: prose, run and file blocks. */
  readonly blocks: readonly Block[];
  readonly checks: readonly Check[];
  readonly hints: readonly Hint[];
  /** Prose, run, file and answer blocks that lead to passing checks, in order. */
  readonly solution: readonly Block[];
  /** Commands that prepare the exercise, run without asking before `verify` checks it. */
  readonly setup: readonly string[];
  /** Commands that undo it; they may fail. */
  readonly cleanup: readonly string[];
}

export interface Hint {
  readonly markdown: string;
  readonly line: number;
}

export interface QuizBlock extends BlockBase {
  readonly kind: 'quiz';
  /** Unique in the lesson. */
  readonly id: string;
  readonly covers: readonly string[];
  readonly question: string;
  /** Several right options make it check boxes, one makes it radio buttons. */
  readonly options: readonly QuizOption[];
}

export interface QuizOption {
  readonly right: boolean;
  readonly text: string;
  /** The reason, shown after answering. */
  readonly why: string;
}
