import { type Disposable, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { LabError } from '../../core/lab-error';
import type { Lesson } from '../../core/lesson/lesson';
import { lessonToContinue } from '../../core/progress/progress';
import { ContextKey } from '../context-key';
import type { CourseService } from '../course-service';
import { DisposableStore } from '../disposable-store';
import { commandIds, contextKeys, viewIds } from '../ids';
import type { ProgressStore } from '../progress-store';
import type { CommandRunner } from '../run-command';
import type { CourseNode, LessonNode } from './course-node';
import { CourseTree } from './course-tree';

/** The lesson page, as far as the tree needs it. */
export interface LessonOpener {
  /** Shows a lesson; `anchor` is a place in it. */
  open(lessonId: string, anchor?: string): Promise<void>;
  /** The lesson that is shown, if one is. */
  readonly openLesson: string | undefined;
}

interface Services {
  readonly course: CourseService;
  readonly progress: ProgressStore;
  readonly lessons: LessonOpener;
  readonly runner: CommandRunner;
  readonly labsFolder: Uri;
}

/** The view "Course": the way through the lessons. */
export function registerCourseTree({
  course,
  progress,
  lessons,
  runner,
  labsFolder,
}: Services): Disposable {
  const store = new DisposableStore();
  const tree = new CourseTree(course, progress, labsFolder);
  const view = store.add(
    window.createTreeView(viewIds.course, { treeDataProvider: tree, showCollapseAll: true }),
  );
  const state = new ContextKey<string>(contextKeys.courseState);

  async function open(target?: string | LessonNode, anchor?: string): Promise<void> {
    const id = typeof target === 'string' ? target : target?.lesson.id;
    const chosen = id ?? (await pickLesson(course, progress));
    if (chosen !== undefined) await lessons.open(chosen, anchor);
  }

  async function resume(): Promise<void> {
    await progress.ready();
    const lesson = lessonToContinue(await course.course(), progress.progress);
    if (lesson === undefined) {
      throw new LabError('not-found', 'The course has no lesson yet.', {
        advice: 'Mistakes in lesson files stand in the view “Course”.',
      });
    }
    await lessons.open(lesson.id);
  }

  async function reveal(): Promise<void> {
    if (lessons.openLesson === undefined) return;
    const { lesson } = await course.lesson(lessons.openLesson);
    const node: CourseNode = { type: 'lesson', lesson };
    await view.reveal(node, { focus: true, select: true, expand: true });
  }

  async function resetLesson(node?: LessonNode): Promise<void> {
    const id = node?.lesson.id ?? lessons.openLesson ?? (await pickLesson(course, progress));
    if (id === undefined) return;
    const { lesson } = await course.lesson(id);
    const answer = await window.showWarningMessage(
      `Begin “${lesson.title}” anew?`,
      { modal: true, detail: `Its exercises and questions count as not begun. ${whatStays}` },
      'Reset',
    );
    if (answer !== 'Reset') return;
    await progress.apply({ type: 'lesson reset', lesson: lesson.id });
    if (lessons.openLesson === lesson.id) await beginAgain(lesson.id);
  }

  async function resetAll(): Promise<void> {
    const answer = await window.showWarningMessage(
      'Begin the whole course anew?',
      { modal: true, detail: `Every lesson counts as not begun. ${whatStays}` },
      'Reset Everything',
    );
    if (answer !== 'Reset Everything') return;
    await progress.apply({ type: 'all reset' });
    if (lessons.openLesson !== undefined) await beginAgain(lessons.openLesson);
  }

  /** The lesson on the page is begun by being there; its checks count from now. */
  async function beginAgain(lesson: string): Promise<void> {
    await progress.apply({ type: 'lesson opened', lesson, time: Date.now() });
  }

  store.add(progress.onDidChange(() => tree.refresh()));
  store.add(
    course.onDidChange(() => {
      state.set(course.state);
      tree.refresh();
    }),
  );

  const add = runner.register;
  store.add(add(commandIds.openLesson, 'Open Lesson', open));
  store.add(add(commandIds.continueCourse, 'Continue', resume));
  store.add(add(commandIds.revealLesson, 'Show in the Course', reveal));
  store.add(add(commandIds.resetLesson, 'Reset the Lesson', resetLesson));
  store.add(add(commandIds.resetAll, 'Reset the Course', resetAll));
  store.add(add(commandIds.reloadCourse, 'Read the Course', () => course.reload()));
  return store;
}

const whatStays = 'Your files and what is on the engine stay as they are.';

interface LessonItem extends QuickPickItem {
  readonly lesson?: Lesson;
}

async function pickLesson(
  course: CourseService,
  progress: ProgressStore,
): Promise<string | undefined> {
  await progress.ready();
  const { chapters } = await course.course();
  const items = chapters
    .filter((chapter) => chapter.lessons.length > 0)
    .flatMap((chapter): readonly LessonItem[] => [
      { label: `${chapter.number}  ${chapter.title}`, kind: QuickPickItemKind.Separator },
      ...chapter.lessons.map((lesson) => ({
        label: lesson.title,
        description: `${lesson.minutes} min, ${progress.lesson(lesson).state}`,
        detail: lesson.summary,
        lesson,
      })),
    ]);
  const chosen = await window.showQuickPick(items, {
    title: 'Open a lesson',
    matchOnDetail: true,
  });
  return chosen?.lesson?.id;
}
