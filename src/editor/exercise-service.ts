import { relative, sep } from 'node:path';
import {
  type Disposable,
  EventEmitter,
  type FileSystemWatcher,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import type { Check, ExerciseResult } from '../core/check/check';
import { isRelevant, watchedFiles } from '../core/check/relevance';
import type { EngineEvent } from '../core/engine';
import { LabError } from '../core/lab-error';
import type { Chapter, ExerciseBlock, Lesson } from '../core/lesson/lesson';
import type { Facts, Log } from '../core/ports';
import { lessonProgress, type ProgressAction } from '../core/progress/progress';
import type { ShellParser } from '../core/shell/script';
import type { WorkingFolder } from '../local/working-folder';
import { DisposableStore } from './disposable-store';
import type { EngineService } from './engine-service';
import type { ProgressStore } from './progress-store';
import { SettlingTimer } from './settling-timer';
import type { WorkingFolders } from './working-folders';

/** How the last look at an exercise came out; lives as long as the window. */
export interface ExerciseFindings {
  readonly isChecking: boolean;
  readonly result: ExerciseResult | undefined;
  /** Why it could not be judged at all, such as without an engine. */
  readonly error: LabError | undefined;
}

interface Services {
  readonly engine: EngineService;
  readonly progress: ProgressStore;
  readonly folders: WorkingFolders;
  readonly loadShell: () => Promise<ShellParser>;
  readonly log: Log;
}

interface Followed {
  readonly lesson: Lesson;
  readonly chapter: Chapter;
}

const unknown: ExerciseFindings = { isChecking: false, result: undefined, error: undefined };

/**
 * Judges exercises: when asked, and for the lesson that is followed also by itself: at first, after
 * the engine was found or has reported something, and after a file was saved.
 */
export class ExerciseService implements Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<string>());
  readonly #findings = new Map<string, ExerciseFindings>();
  readonly #waiting = new Map<ExerciseBlock, SettlingTimer>();
  #followed: Followed | undefined;
  #watcher: FileSystemWatcher | undefined;
  /** The id of the lesson whose exercises changed. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    const { engine, progress, folders } = services;
    this.#store.add(engine.onDidHappen((event) => this.#afterEvent(event)));
    this.#store.add(
      engine.onDidChangeState(({ kind }) => {
        if (kind === 'ready') this.#judgeSoon(({ checks }) => needsEngine(checks));
      }),
    );
    this.#store.add(progress.onDidChange((action) => this.#forgetAfter(action)));
    this.#store.add(folders.onDidChange(() => this.#watchFiles()));
    this.#store.add(
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.scheme === 'file') this.#fileChanged(uri.fsPath);
      }),
    );
  }

  findings(lesson: string, exercise: string): ExerciseFindings {
    return this.#findings.get(`${lesson}/${exercise}`) ?? unknown;
  }

  /** The lesson whose exercises are judged by themselves from now on. */
  follow(lesson: Lesson | undefined, chapter: Chapter | undefined): void {
    this.#stopWaiting();
    this.#followed =
      lesson === undefined || chapter === undefined ? undefined : { lesson, chapter };
    this.#watchFiles();
    const isReady = this.#services.engine.state.kind === 'ready';
    this.#judgeSoon(({ checks }) => isReady || !needsEngine(checks));
  }

  /** Judges an exercise now and remembers when it is done. */
  async check(lesson: Lesson, chapter: Chapter, exercise: ExerciseBlock): Promise<void> {
    const before = this.findings(lesson.id, exercise.id);
    if (before.isChecking) return;
    this.#set(lesson, exercise, { ...before, isChecking: true });
    try {
      const result = await this.#judge(lesson, chapter, exercise);
      this.#set(lesson, exercise, { isChecking: false, result, error: undefined });
    } catch (error) {
      const known = error instanceof LabError ? error : unexpected(error);
      if (known !== error) this.#services.log.error(`${exercise.id} could not be judged.`, error);
      this.#set(lesson, exercise, { isChecking: false, result: undefined, error: known });
    }
  }

  dispose(): void {
    this.#stopWaiting();
    this.#followed = undefined;
    this.#watcher?.dispose();
    this.#store.dispose();
  }

  #stopWaiting(): void {
    for (const timer of this.#waiting.values()) timer.dispose();
    this.#waiting.clear();
  }

  /** What was found of an exercise that begins anew says nothing of it any more. */
  #forgetAfter(action: ProgressAction | undefined): void {
    if (action?.type === 'all reset') this.#findings.clear();
    if (action?.type === 'exercise reset') {
      this.#findings.delete(`${action.lesson}/${action.exercise}`);
    }
    if (action?.type !== 'lesson reset') return;
    for (const key of [...this.#findings.keys()]) {
      if (key.startsWith(`${action.lesson}/`)) this.#findings.delete(key);
    }
  }

  /** Files may be changed by a command or by another editor, too. */
  #watchFiles(): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
    if (this.#followed === undefined) return;
    const { lesson, chapter } = this.#followed;
    const exercises = lesson.blocks.filter((block) => block.kind === 'exercise');
    if (exercises.every(({ checks }) => watchedFiles(checks).length === 0)) return;
    const folder = Uri.file(this.#services.folders.folder(chapter).path);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    const changed = ({ fsPath }: Uri) => this.#fileChanged(fsPath);
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
    this.#watcher = watcher;
  }

  /** Exercises that read this file are judged again. */
  #fileChanged(path: string): void {
    if (this.#followed === undefined) return;
    const folder = this.#services.folders.folder(this.#followed.chapter).path;
    const below = relative(folder, path).split(sep).join('/');
    this.#judgeSoon(({ checks }) => watchedFiles(checks).includes(below));
  }

  #afterEvent(event: EngineEvent): void {
    this.#judgeSoon(({ checks }) => isRelevant(event, checks));
  }

  #judgeSoon(concerns: (exercise: ExerciseBlock) => boolean): void {
    if (this.#followed === undefined) return;
    const { lesson, chapter } = this.#followed;
    for (const exercise of lesson.blocks) {
      if (exercise.kind !== 'exercise' || !concerns(exercise)) continue;
      const isSettled = this.findings(lesson.id, exercise.id).error === undefined;
      if (isSettled && this.#services.progress.task(lesson, exercise) === 'done') continue;
      let timer = this.#waiting.get(exercise);
      if (timer === undefined) {
        timer = new SettlingTimer(() => {
          this.#judgeQuietly(lesson, chapter, exercise).catch((error) =>
            this.#services.log.warn(`${exercise.id} could not be judged by itself: ${error}`),
          );
        });
        this.#waiting.set(exercise, timer);
      }
      timer.touch();
    }
  }

  /** Says nothing of failures before the learner has asked for the first time. */
  async #judgeQuietly(lesson: Lesson, chapter: Chapter, exercise: ExerciseBlock): Promise<void> {
    const before = this.findings(lesson.id, exercise.id);
    if (before.isChecking) return;
    const result = await this.#judge(lesson, chapter, exercise);
    // It was asked for, or began anew, in the meantime: that is the newer word.
    if (this.findings(lesson.id, exercise.id) !== before) return;
    if (before === unknown && !result.done) return;
    this.#set(lesson, exercise, { isChecking: false, result, error: undefined });
  }

  async #judge(lesson: Lesson, chapter: Chapter, exercise: ExerciseBlock): Promise<ExerciseResult> {
    const { progress, folders, loadShell } = this.#services;
    const [{ evaluateChecks }, { lintDockerfile }, shell] = await Promise.all([
      import('../core/check/evaluate-checks.js'),
      import('../core/lint/lint.js'),
      loadShell(),
      progress.ready(),
    ]);
    const { begun, answers } = this.#known(lesson, exercise);
    const facts = await this.#facts(exercise.checks, folders.folder(chapter));
    const result = await evaluateChecks(exercise.checks, facts, {
      since: new Date(begun ?? Date.now()),
      answers,
      lint: async (text) => lintDockerfile(text, { shell }),
    });
    const now = this.#known(lesson, exercise);
    if (result.done && !now.done && now.begun === begun) {
      await progress.apply({
        type: 'exercise',
        lesson: lesson.id,
        exercise: exercise.id,
        time: begun ?? Date.now(),
        change: { done: true },
      });
    }
    return result;
  }

  /** An exercise without a beginning of its own began with its lesson. */
  #known(lesson: Lesson, exercise: ExerciseBlock) {
    const known = lessonProgress(this.#services.progress.progress, lesson.id);
    const mine = known?.exercises[exercise.id];
    return {
      begun: mine?.begun ?? known?.begun,
      done: mine?.done === true,
      answers: mine?.answers ?? {},
    };
  }

  /** Files can be judged without an engine; everything else needs one. */
  async #facts(checks: readonly Check[], folder: WorkingFolder): Promise<Facts> {
    const readFile = (path: string) => folder.read(path);
    if (needsEngine(checks)) {
      return (await this.#services.engine.connection()).factsFor(readFile);
    }
    return onlyFiles(readFile);
  }

  #set(lesson: Lesson, exercise: ExerciseBlock, findings: ExerciseFindings): void {
    this.#findings.set(`${lesson.id}/${exercise.id}`, findings);
    this.#changed.fire(lesson.id);
  }
}

/** Files can be judged without one. */
function needsEngine(checks: readonly Check[]): boolean {
  return checks.some(({ kind }) => kind !== 'file');
}

function unexpected(cause: unknown): LabError {
  return new LabError('invalid-check', 'The exercise could not be judged. The log says more.', {
    cause,
  });
}

function onlyFiles(readFile: Facts['readFile']): Facts {
  const none = () => Promise.reject(new LabError('no-engine', 'This needs a container engine.'));
  return {
    readFile,
    engine: none,
    containers: none,
    container: none,
    images: none,
    image: none,
    volumes: none,
    networks: none,
    eventsSince: none,
    watchEvents: none,
    execute: none,
    http: none,
    portAnswers: none,
  };
}
