import { env, window } from 'vscode';
import { planBlock } from '../../core/command/plan-block';
import { LabError } from '../../core/lab-error';
import type { Chapter, Lesson, RunBlock } from '../../core/lesson/lesson';
import { lessonProgress, type ProgressAction } from '../../core/progress/progress';
import type { ShellParser } from '../../core/shell/script';
import { localSurroundings } from '../../local/surroundings';
import type { WorkingFolder } from '../../local/working-folder';
import type { PageMessage, ToPage } from '../../protocol';
import type { EngineService } from '../engine-service';
import type { ExerciseService } from '../exercise-service';
import { countWords, readLabObjects } from '../lab-objects';
import { openUrl } from '../open-port';
import type { ProgressStore } from '../progress-store';
import type { Prompt } from '../prompt/prompt';
import type { RunService } from '../run/run-service';
import type { RunStates } from '../run/run-states';
import { requireTrust } from '../trust';
import type { WorkingFolders } from '../working-folders';
import { type FileWriter, openWorkingFile } from '../write-file';
import { explanationMessage, hintsMessage } from './explanation-message';
import { findExercise, findFile, findQuiz, findRun, findText } from './find-block';
import { isRight } from './lesson-state';

/** What the learner's clicks on the page are carried out with. */
export interface PageTools {
  readonly engine: EngineService;
  readonly progress: ProgressStore;
  readonly exercises: ExerciseService;
  readonly folders: WorkingFolders;
  readonly writer: FileWriter;
  readonly runs: RunService;
  readonly prompt: Prompt;
  readonly states: RunStates;
  readonly loadShell: () => Promise<ShellParser>;
}

/** The lesson that the page shows, and the way back to the page. */
export interface OpenLesson {
  readonly lesson: Lesson;
  readonly chapter: Chapter;
}

/** What the page may ask for, but for what moves the page itself. */
export type PageAction = Exclude<PageMessage, { readonly type: 'ready' | 'go' }>;

/** Carries out what the learner did on the page. Rejects with a `LabError` in words for them. */
export class PageActions {
  readonly #tools: PageTools;

  constructor(tools: PageTools) {
    this.#tools = tools;
  }

  async do(action: PageAction, open: OpenLesson, post: (message: ToPage) => void): Promise<void> {
    const { lesson, chapter } = open;
    const { exercises } = this.#tools;
    switch (action.type) {
      case 'run':
        return this.#run(findRun(lesson, action.block), open);
      case 'explain':
        return post(await this.#explain(findRun(lesson, action.block), open));
      case 'describe':
        return post(await hintsMessage(findRun(lesson, action.block), await this.#reading(open)));
      case 'copy':
        return env.clipboard.writeText(findText(lesson, action.block));
      case 'write-file':
        return this.#writeFile(action.block, open);
      case 'open-file':
        return openWorkingFile(await this.#prepare(chapter), action.path);
      case 'open-link':
        return openLink(action.url);
      case 'prompt':
        return this.openPrompt(open);
      case 'check':
        return exercises.check(lesson, chapter, findExercise(lesson, action.exercise));
      case 'type-answer':
        return this.#typeAnswer(action, open);
      case 'hint':
        return this.#openHint(action.exercise, open);
      case 'solution':
        return this.#change(open, action.exercise, { solutionShown: true });
      case 'reset':
        return this.#reset(action.exercise, open);
      case 'answer':
        return this.#answer(action, open);
      case 'place':
        return this.#note({ type: 'place', lesson: lesson.id, place: action.anchor, time: now() });
      case 'read':
        return this.#note({ type: 'lesson read', lesson: lesson.id, time: now() });
      default:
        action satisfies never;
    }
  }

  /** A terminal to type commands into, in the learner's folder. Resolves when they leave it. */
  async openPrompt({ lesson, chapter }: OpenLesson): Promise<void> {
    const folder = await this.#prepare(chapter);
    await this.#tools.prompt.open({ lesson: lesson.id, workingDirectory: folder.path });
  }

  async #run(block: RunBlock, { lesson, chapter }: OpenLesson): Promise<void> {
    requireTrust('Commands run');
    const { loadShell, runs } = this.#tools;
    const [folder, shell] = await Promise.all([this.#prepare(chapter), loadShell()]);
    const plan = planBlock(block.command, shell, localSurroundings(folder.path));
    await runs.run({ lesson, block, plan, workingDirectory: folder.path });
  }

  async #explain(block: RunBlock, open: OpenLesson): Promise<ToPage> {
    const { engine } = this.#tools;
    const connection = engine.state.kind === 'ready' ? await engine.connection() : undefined;
    const imageOutlook = connection && ((image: string) => connection.imageOutlook(image));
    return explanationMessage(block, { ...(await this.#reading(open)), imageOutlook });
  }

  async #reading({ chapter }: OpenLesson) {
    const workingDirectory = this.#tools.folders.folder(chapter).path;
    return { shell: await this.#tools.loadShell(), workingDirectory };
  }

  async #writeFile(id: string, { lesson, chapter }: OpenLesson): Promise<void> {
    const { path, content } = findFile(lesson, id);
    const folder = await this.#prepare(chapter);
    const isWritten = await this.#tools.writer.write(folder, path, content);
    if (!isWritten) return;
    const text = `In your working folder: ${path}`;
    this.#tools.states.set(lesson.id, id, { phase: 'ended', text, links: [] });
  }

  /** The chapter's folder with its files; nothing is written where nobody is trusted. */
  #prepare(chapter: Chapter): Promise<WorkingFolder> {
    requireTrust('Files are written');
    return this.#tools.folders.prepare(chapter);
  }

  async #typeAnswer(
    { exercise: id, check, text }: Extract<PageAction, { type: 'type-answer' }>,
    open: OpenLesson,
  ): Promise<void> {
    const exercise = findExercise(open.lesson, id);
    const isAsked = exercise.checks.some((each) => each.kind === 'answer' && each.id === check);
    if (!isAsked) return;
    const known = lessonProgress(this.#tools.progress.progress, open.lesson.id);
    const answers = { ...known?.exercises[id]?.answers, [check]: text };
    await this.#change(open, id, { answers });
  }

  async #openHint(id: string, open: OpenLesson): Promise<void> {
    const { hints } = findExercise(open.lesson, id);
    const known = lessonProgress(this.#tools.progress.progress, open.lesson.id);
    const opened = known?.exercises[id]?.hintsOpened ?? 0;
    await this.#change(open, id, { hintsOpened: Math.min(opened + 1, hints.length) });
  }

  async #answer(
    { quiz: id, chosen }: Extract<PageAction, { type: 'answer' }>,
    { lesson }: OpenLesson,
  ): Promise<void> {
    const quiz = findQuiz(lesson, id);
    const known = [...new Set(chosen)].filter((index) => index < quiz.options.length);
    await this.#note({
      type: 'quiz answered',
      lesson: lesson.id,
      quiz: id,
      chosen: known,
      right: isRight(quiz, known),
      time: now(),
    });
  }

  /** Begins an exercise anew. What the lesson made on the engine goes only if the learner says so. */
  async #reset(id: string, { lesson }: OpenLesson): Promise<void> {
    const exercise = findExercise(lesson, id);
    if (!(await this.#offerRemoval(exercise.title, lesson))) return;
    await this.#note({ type: 'exercise reset', lesson: lesson.id, exercise: id, time: now() });
  }

  /** False when the learner thought better of it. */
  async #offerRemoval(title: string, lesson: Lesson): Promise<boolean> {
    const { engine } = this.#tools;
    if (engine.state.kind !== 'ready') return true;
    const connection = await engine.connection();
    const made = (await readLabObjects(connection)).filter(
      (object) => object.lesson === lesson.id && object.kind !== 'image',
    );
    if (made.length === 0) return true;
    const remove = 'Reset and Remove';
    const keep = 'Reset, Keep Them';
    const names = made.map(({ kind, name }) => `${kind} ${name}`).join('\n');
    const answer = await window.showWarningMessage(
      `Begin “${title}” anew? This lesson made ${countWords(made)} on the engine.`,
      { modal: true, detail: names },
      remove,
      keep,
    );
    if (answer === remove) {
      const { failed } = await connection.removeObjects(made);
      const [first] = failed;
      if (first !== undefined) throw new LabError('engine-answer', first.reason);
    }
    return answer === remove || answer === keep;
  }

  async #change(
    { lesson }: OpenLesson,
    exercise: string,
    change: Extract<ProgressAction, { type: 'exercise' }>['change'],
  ): Promise<void> {
    findExercise(lesson, exercise);
    await this.#note({ type: 'exercise', lesson: lesson.id, exercise, time: now(), change });
  }

  async #note(action: ProgressAction): Promise<void> {
    await this.#tools.progress.apply(action);
  }
}

/** Only to the web: a lesson or an engine's answer may not start other programs. */
async function openLink(url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) {
    throw new LabError('not-allowed', `This link leads to no web page: ${url.slice(0, 100)}`);
  }
  await openUrl(url);
}

function now(): number {
  return Date.now();
}
