import * as z from 'zod/mini';
import { noProgress, type Progress } from './progress';

/** As a `Date` can have it. */
const time = z.catch(z.number().check(z.minimum(0), z.maximum(8.64e15)), 0);
const flag = z.catch(z.boolean(), false);
const optionalText = z.catch(z.optional(z.string()), undefined);

const exerciseSchema = z.object({
  begun: time,
  done: flag,
  hintsOpened: z.catch(z.int().check(z.minimum(0)), 0),
  solutionShown: flag,
  answers: readable(z.string()),
});

const quizSchema = z.object({
  chosen: z.catch(z.array(z.int().check(z.minimum(0))), []),
  right: z.boolean(),
});

const lessonSchema = z.object({
  begun: time,
  read: flag,
  exercises: readable(exerciseSchema),
  quizzes: readable(quizSchema),
  place: optionalText,
});

const progressSchema = z.object({ lessons: readable(lessonSchema), last: optionalText });

/**
 * Stored progress, read with care: what cannot be understood is left out, the rest is kept. What
 * other versions have stored is read the same way. Never throws.
 */
export function parseProgress(stored: unknown): Progress {
  const result = progressSchema.safeParse(stored);
  if (!result.success) return noProgress;
  const { lessons, last } = result.data;
  return {
    version: 1,
    last,
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([id, lesson]) => [id, { ...lesson, place: lesson.place }]),
    ),
  };
}

/** A record of which only the entries that fit are kept. */
function readable<Value>(schema: z.ZodMiniType<Value>) {
  return z.pipe(
    z.catch(z.record(z.string(), z.unknown()), {}),
    z.transform((entries): Record<string, Value> => {
      const kept = Object.entries(entries).flatMap(([name, value]) => {
        const result = schema.safeParse(value);
        return result.success ? [[name, result.data] as const] : [];
      });
      return Object.fromEntries(kept);
    }),
  );
}
