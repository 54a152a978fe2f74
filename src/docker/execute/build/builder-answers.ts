import { type Answer, below, number, text } from '../../answer';

/** Why a builder has given up, and with which exit code. */
export interface BuildFailure {
  readonly reason: string;
  readonly exitCode: number;
}

export function failureOf(answer: Answer): BuildFailure | undefined {
  const reason = text(answer, 'error');
  if (reason === '') return undefined;
  return { reason, exitCode: number(below(answer, 'errorDetail'), 'code') || 1 };
}

/** The id of the image, once the builder tells it. */
export function imageIdOf(answer: Answer): string | undefined {
  const id = text(below(answer, 'aux'), 'ID');
  return id === '' ? undefined : id;
}
