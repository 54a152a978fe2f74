import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { LabError } from '../../core/lab-error';
import type { Chapter } from '../../core/lesson/lesson';
import { ContextKey } from '../context-key';
import { DisposableStore } from '../disposable-store';
import { commandIds, contextKeys, panelIds } from '../ids';
import { requireTrust } from '../trust';
import { LessonPanel, type PanelServices } from './lesson-panel';
import type { OpenLesson } from './page-actions';

/** What others need of the lesson page. */
export interface Lessons extends Disposable {
  /** Shows a lesson; `anchor` is a place in it. */
  open(lessonId: string, anchor?: string): Promise<void>;
  readonly openLesson: string | undefined;
}

/** The lesson page, and the learner's files that go with it. */
export function registerLessonPanel(services: PanelServices): Lessons {
  const { course, folders, runner } = services;
  const store = new DisposableStore();
  const panel = store.add(new LessonPanel(services));
  const isOpen = new ContextKey<boolean>(contextKeys.lessonOpen);
  let chapter: Chapter | undefined;
  let open: OpenLesson | undefined;
  panel.onShow = (shown) => {
    isOpen.set(shown !== undefined);
    open = shown;
    chapter = shown?.chapter ?? chapter;
  };

  async function openPrompt(): Promise<void> {
    if (open === undefined) {
      throw new LabError('usage', 'Open a lesson first: commands run in its folder.');
    }
    await (await services.loadActions()).openPrompt(open);
  }

  async function openWorkingFolder(): Promise<void> {
    requireTrust('Files are written');
    const first = (await course.course()).chapters.find(({ folder }) => folder !== '');
    const of = chapter ?? first;
    if (of === undefined) throw new LabError('not-found', 'The course has no files yet.');
    const uri = Uri.file((await folders.prepare(of)).path);
    if (workspace.getWorkspaceFolder(uri) !== undefined) {
      await commands.executeCommand('revealInExplorer', uri);
    } else await commands.executeCommand('vscode.openFolder', uri, { forceNewWindow: true });
  }

  store.add(
    window.registerWebviewPanelSerializer(panelIds.lesson, {
      async deserializeWebviewPanel(restored, state: unknown) {
        await runner.run('The Lesson', () => panel.restore(restored, state));
      },
    }),
  );
  store.add(runner.register(commandIds.openPrompt, 'Open a Docker Prompt', openPrompt));
  store.add(runner.register(commandIds.openWorkingFolder, 'Open the Folder', openWorkingFolder));
  return {
    open: (id, anchor) => panel.open(id, anchor),
    get openLesson() {
      return panel.openLesson;
    },
    dispose: () => store.dispose(),
  };
}
