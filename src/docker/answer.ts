import { LabError } from '../core/lab-error';

/** A JSON object of the engine's, of which nothing is known yet. */
export type Answer = Readonly<Record<string, unknown>>;

/** The value as an object; rejects what is none, naming what was asked for. */
export function asAnswer(value: unknown, what: string): Answer {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Answer;
  throw new LabError('engine-answer', `The engine's answer about ${what} makes no sense.`, {
    advice: 'Restart the engine. If that does not help, update it.',
    cause: value,
  });
}

/** The value as a list of objects; Go engines send `null` for an empty one. */
export function asAnswers(value: unknown, what: string): readonly Answer[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map((item) => asAnswer(item, what));
  throw new LabError('engine-answer', `The engine's answer about ${what} is not a list.`, {
    advice: 'Restart the engine. If that does not help, update it.',
    cause: value,
  });
}

/** What cannot be done without, such as an id. */
export function required(answer: Answer, key: string, what: string): string {
  const value = answer[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new LabError('engine-answer', `The engine's answer about ${what} lacks “${key}”.`, {
    advice: 'Restart the engine. If that does not help, update it.',
    cause: answer,
  });
}

/** Text, or empty. */
export function text(answer: Answer, key: string): string {
  const value = answer[key];
  return typeof value === 'string' ? value : '';
}

export function number(answer: Answer, key: string): number | undefined {
  const value = answer[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The object below, or an empty one. */
export function below(answer: Answer, key: string): Answer {
  const value = answer[key];
  return typeof value === 'object' && value !== null ? (value as Answer) : {};
}

export function list(answer: Answer, key: string): readonly unknown[] {
  const value = answer[key];
  return Array.isArray(value) ? value : [];
}

/** Its objects; anything else in the list is passed over. */
export function answers(answer: Answer, key: string): readonly Answer[] {
  return list(answer, key).filter(
    (item): item is Answer => typeof item === 'object' && item !== null,
  );
}

export function strings(answer: Answer, key: string): readonly string[] {
  return list(answer, key).filter((item) => typeof item === 'string');
}

export function stringMap(answer: Answer, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(below(answer, key)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** A time of the engine's, of seconds or of text; `undefined` for none (Go's year 1). */
export function time(answer: Answer, key: string): Date | undefined {
  const value = answer[key];
  if (typeof value === 'number') return value > 0 ? new Date(value * 1000) : undefined;
  if (typeof value !== 'string' || value.startsWith('0001-')) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
