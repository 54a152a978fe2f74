import type { Course, ExerciseBlock, Lesson, QuizBlock } from '../core/lesson/lesson';

/** One lesson as `labs --json` prints it; other scripts rely on these names. */
export interface LessonRow {
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly covers: readonly string[];
  readonly exercises: readonly {
    readonly id: string;
    readonly title: string;
    readonly covers: readonly string[];
    readonly checks: number;
    readonly hints: number;
    readonly solution: boolean;
  }[];
  readonly quizzes: readonly { readonly id: string; readonly covers: readonly string[] }[];
  /** Blocks that one click runs, those in exercises included. */
  readonly runs: number;
}

/** Every lesson of the course in its order. */
export function lessonRows(course: Course): readonly LessonRow[] {
  return course.chapters.flatMap((chapter) => chapter.lessons.map(lessonRow));
}

/** The same for people: chapters and lessons, indented. */
export function courseText(course: Course): string {
  const lines = course.chapters.flatMap((chapter) => [
    `${chapter.number}  ${chapter.title}${chapter.lessons.length === 0 ? '  (coming)' : ''}`,
    ...chapter.lessons.map((lesson) => `     ${lesson.id}  ${lesson.title}, ${lesson.minutes} min`),
  ]);
  return `${[course.title, '', ...lines].join('\n')}\n`;
}

function lessonRow(lesson: Lesson): LessonRow {
  const exercises = lesson.blocks.filter(
    (block): block is ExerciseBlock => block.kind === 'exercise',
  );
  const quizzes = lesson.blocks.filter((block): block is QuizBlock => block.kind === 'quiz');
  const runs = lesson.blocks.filter((block) => block.kind === 'run').length;
  return {
    id: lesson.id,
    chapter: lesson.chapter,
    title: lesson.title,
    covers: lesson.covers,
    exercises: exercises.map((exercise) => ({
      id: exercise.id,
      title: exercise.title,
      covers: exercise.covers,
      checks: exercise.checks.length,
      hints: exercise.hints.length,
      solution: exercise.solution.length > 0,
    })),
    quizzes: quizzes.map((quiz) => ({ id: quiz.id, covers: quiz.covers })),
    runs:
      runs +
      exercises
        .flatMap((exercise) => [...exercise.blocks, ...exercise.solution])
        .filter((block) => block.kind === 'run').length,
  };
}
