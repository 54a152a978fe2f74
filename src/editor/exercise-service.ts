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
import { lessonProgress } from '../core/progress/progress';
import type { ShellParser } from '../core/shell/script';
import type { WorkingFolder } from '../local/working-folder';
import { DisposableStore } from './disposable-store';
import type { EngineService } from './engine-service';
import type { ProgressStore } from './progress-store';
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

/** Milliseconds without an event before the checks run by themselves: servers need a moment. */
const settleTime = 400;

const unknown: ExerciseFindings = { isChecking: false, result: undefined, error: undefined };

/**
 * Judges exercises: when asked, and for the lesson that is followed also by itself, after the engine
 * has reported something or a file was saved.
 */
export class ExerciseService implements Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new EventEmitter<string>());
  readonly #findings = new Map<string, ExerciseFindings>();
  readonly #waiting = new Map<ExerciseBlock, NodeJS.Timeout>();
  #followed: Followed | undefined;
  #watcher: FileSystemWatcher | undefined;
  /** The id of the lesson whose exercises changed. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#store.add(services.engine.onDidHappen((event) => this.#afterEvent(event)));
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
    this.#watcher?.dispose();
    this.#watcher = undefined;
    this.#followed =
      lesson === undefined || chapter === undefined ? undefined : { lesson, chapter };
    if (this.#followed !== undefined) this.#watchFiles(this.#followed);
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

  /** Forgets what was found, after a reset. */
  forget(lesson: Lesson, exercise: ExerciseBlock): void {
    this.#set(lesson, exercise, unknown);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#watcher?.dispose();
    this.#store.dispose();
  }

  /** Files may be changed by a command or by another editor, too. */
  #watchFiles({ lesson, chapter }: Followed): void {
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
    const followed = this.#followed;
    if (followed === undefined) return;
    for (const exercise of followed.lesson.blocks) {
      if (exercise.kind !== 'exercise' || !concerns(exercise)) continue;
      if (this.#services.progress.task(followed.lesson, exercise) === 'done') continue;
      clearTimeout(this.#waiting.get(exercise));
      const timer = setTimeout(() => {
        this.#waiting.delete(exercise);
        this.#judgeQuietly(followed.lesson, followed.chapter, exercise).catch((error) =>
          this.#services.log.warn(`${exercise.id} could not be judged by itself: ${error}`),
        );
      }, settleTime);
      this.#waiting.set(exercise, timer);
    }
  }

  /** Says nothing of failures before the learner has asked for the first time. */
  async #judgeQuietly(lesson: Lesson, chapter: Chapter, exercise: ExerciseBlock): Promise<void> {
    const { result: before, isChecking } = this.findings(lesson.id, exercise.id);
    if (isChecking) return;
    const result = await this.#judge(lesson, chapter, exercise);
    if (before === undefined && !result.done) return;
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
    const known = lessonProgress(progress.progress, lesson.id);
    const mine = known?.exercises[exercise.id];
    const begun = mine?.begun ?? known?.begun ?? Date.now();
    const facts = await this.#facts(exercise.checks, folders.folder(chapter));
    const result = await evaluateChecks(exercise.checks, facts, {
      since: new Date(begun),
      answers: mine?.answers ?? {},
      lint: async (text) => lintDockerfile(text, { shell }),
    });
    if (result.done && mine?.done !== true) {
      await progress.apply({
        type: 'exercise',
        lesson: lesson.id,
        exercise: exercise.id,
        time: begun,
        change: { done: true },
      });
    }
    return result;
  }

  /** Files can be judged without an engine; everything else needs one. */
  async #facts(checks: readonly Check[], folder: WorkingFolder): Promise<Facts> {
    const readFile = (path: string) => folder.read(path);
    if (checks.some((check) => check.kind !== 'file')) {
      return (await this.#services.engine.connection()).factsFor(readFile);
    }
    return onlyFiles(readFile);
  }

  #set(lesson: Lesson, exercise: ExerciseBlock, findings: ExerciseFindings): void {
    this.#findings.set(`${lesson.id}/${exercise.id}`, findings);
    this.#changed.fire(lesson.id);
  }
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
