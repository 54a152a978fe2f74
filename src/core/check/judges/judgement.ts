import type { Facts } from '../../ports';

/** What a judge says: it is so, it is not (and what was found), or it cannot be told here. */
export type Judgement =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'fail'; readonly expected: string; readonly found: string }
  | { readonly outcome: 'skip'; readonly found: string };

/** What checks are judged by, besides the facts. */
export interface CheckContext {
  /** When the exercise was begun: what happened before does not count. */
  readonly since: Date;
  /** What the learner typed, by the id of the answer check. */
  readonly answers: Readonly<Record<string, string>>;
  /** Lints a Dockerfile's text; only what is of level warning or above counts. */
  lint(
    text: string,
  ): Promise<
    readonly { readonly severity: string; readonly code: string; readonly message: string }[]
  >;
}

/** Judges one kind of check. */
export type Judge<Kind> = (check: Kind, facts: Facts, context: CheckContext) => Promise<Judgement>;

export const pass: Judgement = { outcome: 'pass' };

export function fail(expected: string, found: string): Judgement {
  return { outcome: 'fail', expected, found };
}

/** The first judgement that is not a pass; a pass when all are. */
export function firstFailure(judgements: readonly Judgement[]): Judgement {
  return judgements.find((judgement) => judgement.outcome !== 'pass') ?? pass;
}
