/*
 * Every message between the extension and the lesson page. Both sides import this file; it holds
 * types and one guard. The page is a function of the last `lesson` and `state` messages: it says
 * `ready` first, gets both whole, and can be thrown away and made anew at any time.
 */

export type ToPage = LessonMessage | StateMessage | ExplanationMessage | RevealMessage;

/** The lesson's text and frame; changes when another lesson is opened. */
export interface LessonMessage {
  readonly type: 'lesson';
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Made from Markdown by the host; the page sanitizes it once more before it shows it. */
  readonly html: string;
  readonly outline: readonly { readonly anchor: string; readonly title: string }[];
  readonly previous: { readonly id: string; readonly title: string } | undefined;
  readonly next: { readonly id: string; readonly title: string } | undefined;
  /** Where the reader was: an anchor from `place`, or undefined for the top. */
  readonly place: string | undefined;
}

/** Everything that changes while a lesson is open, whole each time. */
export interface StateMessage {
  readonly type: 'state';
  readonly engine: { readonly ready: boolean; readonly text: string };
  /** Done exercises and quizzes of this lesson, and how many there are. */
  readonly progress: { readonly done: number; readonly of: number };
  readonly runs: Readonly<Record<string, RunState>>;
  readonly exercises: Readonly<Record<string, ExerciseState>>;
  readonly quizzes: Readonly<Record<string, QuizState>>;
}

export interface RunState {
  readonly phase: 'running' | 'ended' | 'failed';
  /** A sentence: "Running in the background, port 8080." */
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

export interface ExerciseState {
  readonly phase: 'not begun' | 'checking' | 'not done' | 'done';
  /** The sentence of the live region. */
  readonly text: string;
  readonly checks: readonly {
    readonly say: string;
    readonly outcome: 'pass' | 'fail' | 'skip' | 'unknown';
    readonly expected: string | undefined;
    readonly found: string | undefined;
  }[];
  /** Opened hints as HTML, in order, and how many there are. */
  readonly hints: readonly string[];
  readonly hintCount: number;
  /** The solution as HTML once it was asked for. */
  readonly solution: string | undefined;
  /** What the learner typed, by check id. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface QuizState {
  readonly chosen: readonly number[];
  readonly right: boolean;
  /** For each option: whether it is right, and the reason as HTML. Only after an answer. */
  readonly reasons: readonly { readonly right: boolean; readonly html: string }[];
}

/** The answer to `explain` and `describe`. */
export interface ExplanationMessage {
  readonly type: 'explanation';
  readonly block: string;
  /** Opened below the block; else only told where the pointer rests on a part. */
  readonly isOpen: boolean;
  readonly parts: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly meaning: string;
    readonly risk: { readonly level: string; readonly text: string } | undefined;
  }[];
  readonly outcome: readonly string[];
  /** Set instead when the command could not be understood. */
  readonly error: string | undefined;
}

/** Scroll to an anchor and put the focus there. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly anchor: string;
}

/** What the page sends. */
export type FromPage = PageMessage & {
  /** The lesson that stood on the page then; empty before the first. Another may be open by now. */
  readonly shown: string;
};

export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'run'; readonly block: string }
  | { readonly type: 'explain'; readonly block: string }
  /** The same in silence: the pointer is over the command. */
  | { readonly type: 'describe'; readonly block: string }
  | { readonly type: 'copy'; readonly block: string }
  | { readonly type: 'write-file'; readonly block: string }
  | { readonly type: 'open-file'; readonly path: string }
  | { readonly type: 'open-link'; readonly url: string }
  | { readonly type: 'check'; readonly exercise: string }
  | {
      readonly type: 'type-answer';
      readonly exercise: string;
      readonly check: string;
      readonly text: string;
    }
  | { readonly type: 'hint'; readonly exercise: string }
  | { readonly type: 'solution'; readonly exercise: string }
  | { readonly type: 'reset'; readonly exercise: string }
  | { readonly type: 'answer'; readonly quiz: string; readonly chosen: readonly number[] }
  | { readonly type: 'go'; readonly lesson: string }
  | { readonly type: 'place'; readonly anchor: string }
  /** Asks for a terminal to type commands into. */
  | { readonly type: 'prompt' }
  /** The reader has seen the lesson's end. */
  | { readonly type: 'read' };

const fields: {
  readonly [Type in FromPage['type']]: Readonly<Record<string, 'string' | 'numbers'>>;
} = {
  ready: {},
  run: { block: 'string' },
  explain: { block: 'string' },
  describe: { block: 'string' },
  copy: { block: 'string' },
  'write-file': { block: 'string' },
  'open-file': { path: 'string' },
  'open-link': { url: 'string' },
  check: { exercise: 'string' },
  'type-answer': { exercise: 'string', check: 'string', text: 'string' },
  hint: { exercise: 'string' },
  solution: { exercise: 'string' },
  reset: { exercise: 'string' },
  answer: { quiz: 'string', chosen: 'numbers' },
  go: { lesson: 'string' },
  place: { anchor: 'string' },
  prompt: {},
  read: {},
};

/** Whether a value that came from the page is one of our messages, whole and with the right types. */
export function isFromPage(value: unknown): value is FromPage {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  // Only what the message itself holds: nothing that a prototype would lend it.
  const message: Readonly<Record<string, unknown>> = { __proto__: null, ...value };
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(fields, type)) return false;
  if (!isText(message.shown)) return false;
  const expected = fields[type as FromPage['type']];
  return Object.entries(expected).every(([name, kind]) => {
    const field = message[name];
    if (kind === 'string') return isText(field);
    return (
      Array.isArray(field) &&
      field.length <= 100 &&
      // A copy has no holes, which `every` would pass over.
      [...field].every((item) => Number.isSafeInteger(item) && item >= 0)
    );
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 10_000;
}
