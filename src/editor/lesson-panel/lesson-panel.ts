import { randomBytes } from 'node:crypto';
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { RenderContext } from '../../core/lesson/render-lesson';
import type { LabFiles, Log } from '../../core/ports';
import { lessonProgress } from '../../core/progress/progress';
import { type FromPage, isFromPage, type ToPage } from '../../protocol';
import type { CourseService } from '../course-service';
import { DisposableStore } from '../disposable-store';
import type { EngineService } from '../engine-service';
import type { ExerciseService } from '../exercise-service';
import { panelIds } from '../ids';
import type { ProgressStore } from '../progress-store';
import type { RunStates } from '../run/run-states';
import type { CommandRunner } from '../run-command';
import type { WorkingFolders } from '../working-folders';
import type { OpenLesson, PageActions } from './page-actions';
import { pageHtml } from './page-html';

export interface PanelServices {
  readonly extensionFolder: Uri;
  readonly course: CourseService;
  readonly labFiles: LabFiles;
  readonly progress: ProgressStore;
  readonly engine: EngineService;
  readonly exercises: ExerciseService;
  readonly folders: WorkingFolders;
  readonly states: RunStates;
  readonly log: Log;
  readonly runner: CommandRunner;
  /** What carries out the learner's clicks, loaded with the first of them. */
  loadActions(): Promise<PageActions>;
}

interface Shown extends OpenLesson {
  readonly context: RenderContext;
}

/** Milliseconds in which changes are gathered into one message: a frame. */
const frame = 16;

/**
 * The page with the lesson. There is one; opening another lesson changes what it shows. The page
 * may be thrown away and made anew by the editor at any time: it says `ready` and gets everything.
 */
export class LessonPanel implements Disposable {
  readonly #services: PanelServices;
  readonly #store = new DisposableStore();
  #panel: WebviewPanel | undefined;
  #shown: Shown | undefined;
  #isReady = false;
  /** Where to go once the page is ready. */
  #anchor: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Counts what was asked for: a lesson that is read slowly must not replace a later one. */
  #asked = 0;
  /** Told when another lesson is shown, or none. */
  onShow: (shown: OpenLesson | undefined) => void = () => {};

  constructor(services: PanelServices) {
    this.#services = services;
    const { progress, states, exercises, engine, course } = services;
    this.#store.add(progress.onDidChange(() => this.#postStateSoon()));
    this.#store.add(states.onDidChange(() => this.#postStateSoon()));
    this.#store.add(exercises.onDidChange(() => this.#postStateSoon()));
    this.#store.add(engine.onDidChangeState(() => this.#postStateSoon()));
    this.#store.add(course.onDidChange(() => this.#refresh()));
  }

  /** The lesson that is shown, if one is. */
  get openLesson(): string | undefined {
    return this.#shown?.lesson.id;
  }

  /** Shows a lesson, at an anchor if one is given. Rejects with `not-found`. */
  async open(id: string, anchor?: string): Promise<void> {
    const { progress } = this.#services;
    const mine = ++this.#asked;
    const shown = await this.#load(id);
    await progress.ready();
    if (mine !== this.#asked) return;
    this.#anchor = anchor;
    this.#show(shown);
    const panel = this.#panel ?? this.#adopt(this.#createPanel());
    panel.title = shown.lesson.title;
    panel.reveal(panel.viewColumn, false);
    this.#postLesson();
    await progress.apply({ type: 'lesson opened', lesson: id, time: Date.now() });
  }

  /** Takes a panel over that the editor kept over a reload, with the lesson it showed. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const id = lessonOf(state);
    if (id === undefined || this.#panel !== undefined) {
      panel.dispose();
      return;
    }
    this.#adopt(panel);
    try {
      const shown = await this.#load(id);
      if (!this.#isOpen(panel)) return;
      this.#show(shown);
      await this.#services.progress.ready();
      panel.title = this.#shown?.lesson.title ?? panel.title;
      this.#postLesson();
    } catch (error) {
      panel.dispose();
      throw error;
    }
  }

  /** The panel itself stays: after a restart of the extension the editor gives it back. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }

  async #load(id: string): Promise<Shown> {
    const { course, labFiles } = this.#services;
    const [{ lesson, chapter }, whole, { readRenderContext }] = await Promise.all([
      course.lesson(id),
      course.course(),
      import('./lesson-message.js'),
    ]);
    return { lesson, chapter, context: await readRenderContext(chapter, whole, labFiles) };
  }

  #show(shown: Shown | undefined): void {
    this.#shown = shown;
    this.#services.exercises.follow(shown?.lesson, shown?.chapter);
    if (shown !== undefined) this.#services.engine.begin();
    this.onShow(shown);
  }

  /** The learner may close it while its lesson is read. */
  #isOpen(panel: WebviewPanel): boolean {
    return this.#panel === panel;
  }

  #createPanel(): WebviewPanel {
    return window.createWebviewPanel(panelIds.lesson, 'Lesson', ViewColumn.Active, {
      enableFindWidget: true,
    });
  }

  #adopt(panel: WebviewPanel): WebviewPanel {
    const { extensionFolder, runner, log } = this.#services;
    const page = Uri.joinPath(extensionFolder, 'dist', 'page');
    const { webview } = panel;
    this.#panel = panel;
    this.#isReady = false;
    panel.iconPath = {
      light: Uri.joinPath(extensionFolder, 'media', 'lesson-light.svg'),
      dark: Uri.joinPath(extensionFolder, 'media', 'lesson-dark.svg'),
    };
    webview.options = { enableScripts: true, localResourceRoots: [page] };
    const part = (name: string) => webview.asWebviewUri(Uri.joinPath(page, name)).toString();
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#show(undefined);
    });
    webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPage(message)) void runner.run('The Lesson', () => this.#receive(message));
      else log.warn('The lesson page sent a message that is none of ours; it is ignored.');
    });
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      codicons: part('codicon.css'),
      style: part('lesson.css'),
      script: part('lesson.js'),
      nonce: randomBytes(16).toString('base64url'),
    });
    return panel;
  }

  async #receive(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      this.#postLesson();
      return;
    }
    if (message.type === 'go') return this.open(message.lesson);
    const shown = this.#shown;
    // A click in the instant in which another lesson opens is about nothing that is there any more.
    if (shown === undefined || message.shown !== shown.lesson.id) return;
    const actions = await this.#services.loadActions();
    await actions.do(message, shown, (answer) => this.#post(answer));
  }

  /** After the course was read again: the same lesson, as it is now. */
  #refresh(): void {
    const { course, runner } = this.#services;
    const id = this.#shown?.lesson.id;
    if (id === undefined || course.state !== 'ready') return;
    const last = this.#asked;
    void runner.run('The Lesson', async () => {
      const shown = await this.#load(id);
      if (last !== this.#asked || this.#panel === undefined) return;
      this.#show(shown);
      this.#postLesson();
    });
  }

  #postLesson(): void {
    const shown = this.#shown;
    if (shown === undefined || !this.#isReady) return;
    const { course, progress, runner } = this.#services;
    void runner.run('The Lesson', async () => {
      const { lessonMessage } = await import('./lesson-message.js');
      const { place } = lessonProgress(progress.progress, shown.lesson.id) ?? {};
      this.#post(lessonMessage(shown, await course.course(), shown.context, place));
      await this.#postState();
      if (this.#anchor !== undefined) this.#post({ type: 'reveal', anchor: this.#anchor });
      this.#anchor = undefined;
    });
  }

  #postStateSoon(): void {
    if (this.#timer !== undefined || this.#shown === undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#services.runner.run('The Lesson', () => this.#postState());
    }, frame);
  }

  async #postState(): Promise<void> {
    const { stateMessage } = await import('./lesson-state.js');
    const shown = this.#shown;
    if (shown === undefined || !this.#isReady) return;
    const { engine, progress, states, exercises } = this.#services;
    const { lesson, context } = shown;
    this.#post(
      stateMessage({
        lesson,
        context,
        engine: engine.state,
        progress: progress.progress,
        runs: states.of(lesson.id),
        findings: (exercise) => exercises.findings(lesson.id, exercise),
      }),
    );
  }

  #post(message: ToPage): void {
    void this.#panel?.webview.postMessage(message);
  }
}

/** What the page remembered of itself; it may be of any version, or spoiled. */
function lessonOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('lesson' in state)) return undefined;
  return typeof state.lesson === 'string' ? state.lesson : undefined;
}
