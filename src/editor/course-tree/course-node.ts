import type {
  Chapter,
  Course,
  ExerciseBlock,
  Lesson,
  LessonProblem,
  QuizBlock,
} from '../../core/lesson/lesson';
import { isTask } from '../../core/progress/progress';

/** One line of the view "Course". */
export type CourseNode = ChapterNode | LessonNode | TaskNode | ProblemsNode | ProblemNode;

export interface ChapterNode {
  readonly type: 'chapter';
  readonly chapter: Chapter;
}

export interface LessonNode {
  readonly type: 'lesson';
  readonly lesson: Lesson;
}

/** An exercise or a quiz. */
export interface TaskNode {
  readonly type: 'task';
  readonly lesson: Lesson;
  readonly task: ExerciseBlock | QuizBlock;
}

/** Mistakes in lesson files, for their authors. */
export interface ProblemsNode {
  readonly type: 'problems';
  readonly problems: readonly LessonProblem[];
}

export interface ProblemNode {
  readonly type: 'problem';
  readonly problem: LessonProblem;
}

/** What stands at the top: the chapters, and mistakes in lesson files if there are any. */
export function topNodes({ chapters, problems }: Course): CourseNode[] {
  const nodes = chapters.map((chapter): CourseNode => ({ type: 'chapter', chapter }));
  return problems.length === 0 ? nodes : [{ type: 'problems', problems }, ...nodes];
}

/** What stands below a node. */
export function childNodes(node: CourseNode): CourseNode[] {
  switch (node.type) {
    case 'chapter':
      return node.chapter.lessons.map((lesson) => ({ type: 'lesson', lesson }));
    case 'lesson':
      return tasksOf(node.lesson).map((task) => ({ type: 'task', lesson: node.lesson, task }));
    case 'problems':
      return node.problems.map((problem) => ({ type: 'problem', problem }));
    case 'task':
    case 'problem':
      return [];
  }
}

/** Exercises and quizzes, in the order of the text. */
export function tasksOf({ blocks }: Lesson): readonly (ExerciseBlock | QuizBlock)[] {
  return blocks.filter(isTask);
}

/** The id by which the editor knows a line again after a refresh. */
export function nodeId(node: CourseNode): string {
  switch (node.type) {
    case 'chapter':
      return `chapter/${node.chapter.id}`;
    case 'lesson':
      return `lesson/${node.lesson.id}`;
    case 'task':
      return `${node.task.kind}/${node.lesson.id}/${node.task.id}`;
    case 'problems':
      return 'problems';
    case 'problem':
      return `problem/${node.problem.path}:${node.problem.line}:${node.problem.message}`;
  }
}
