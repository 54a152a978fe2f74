import { z } from 'zod';
import { noProgress, type Progress } from './progress';

const exerciseSchema = z.object({
  begun: z.number(),
  done: z.boolean().catch(false),
  hintsOpened: z.number().int().min(0).catch(0),
  solutionShown: z.boolean().catch(false),
  answers: z.record(z.string(), z.string()).catch({}),
});

const quizSchema = z.object({ chosen: z.array(z.number().int()), right: z.boolean() });

const lessonSchema = z.object({
  begun: z.number(),
  read: z.boolean().catch(false),
  exercises: readable(exerciseSchema),
  quizzes: readable(quizSchema),
  place: z.string().optional().catch(undefined),
});

const progressSchema = z.object({
  lessons: readable(lessonSchema),
  last: z.string().optional().catch(undefined),
});

/** Stored progress, read with care: what cannot be understood is left out, the rest is kept. */
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
function readable<Value>(schema: z.ZodType<Value>) {
  return z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((entries): Record<string, Value> => {
      const kept = Object.entries(entries).flatMap(([name, value]) => {
        const result = schema.safeParse(value);
        return result.success ? [[name, result.data] as const] : [];
      });
      return Object.fromEntries(kept);
    });
}
