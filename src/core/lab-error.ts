/**
 * An error whose message is written for the learner: what happened and why, as one or two plain
 * sentences. `advice` says what to do next. Everything else that is thrown is a defect of ours: it
 * goes to the log, and the learner is pointed there.
 */
export class LabError extends Error {
  readonly code: LabErrorCode;
  readonly advice: string | undefined;
  /** What a command line ends with, where the docker client has a number of its own for it. */
  readonly exitCode: number | undefined;
  /**
   * What the docker client prints for the same trouble, without the last line break; `undefined`
   * where it says nothing of the kind. Taken over from the cause.
   */
  readonly clientWords: string | undefined;

  constructor(
    code: LabErrorCode,
    message: string,
    options: {
      readonly advice?: string;
      readonly cause?: unknown;
      readonly exitCode?: number;
      readonly clientWords?: string;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'LabError';
    this.code = code;
    this.advice = options.advice;
    this.exitCode = options.exitCode;
    this.clientWords = options.clientWords ?? clientWordsOf(options.cause);
  }
}

function clientWordsOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('clientWords' in cause)) return undefined;
  return typeof cause.clientWords === 'string' ? cause.clientWords : undefined;
}

/** What kind of trouble it is, for code that offers a way out (a button, an exit code). */
export type LabErrorCode =
  | 'usage'
  | 'unsupported'
  | 'invalid-lesson'
  | 'invalid-check'
  | 'no-engine'
  | 'engine-gone'
  | 'engine-answer'
  | 'image-missing'
  | 'pull-failed'
  | 'name-taken'
  | 'port-taken'
  | 'not-found'
  | 'cannot-start'
  | 'not-allowed'
  | 'cancelled'
  | 'file'
  | 'missing-tool';

/** The whole text for a person: the message, then the advice on a line of its own. */
export function describeError(error: unknown): string {
  if (error instanceof LabError) {
    return error.advice === undefined ? error.message : `${error.message}\n${error.advice}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** The exit code of a command that ended with this error, as the docker client has it. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof LabError)) return 1;
  return error.exitCode ?? (error.code === 'cancelled' ? 130 : 1);
}
