import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { ConfigValue } from './editor/config-value';
import { continueInCourseFolder } from './editor/course-folder';
import { CourseService } from './editor/course-service';
import { registerCourseTree } from './editor/course-tree';
import { registerDiagnostics } from './editor/diagnostics';
import { DisposableStore } from './editor/disposable-store';
import { openEditorLog } from './editor/editor-log';
import { type EngineConnection, EngineService } from './editor/engine-service';
import { registerEngineTree } from './editor/engine-tree';
import { ExerciseService } from './editor/exercise-service';
import { commandIds, settingIds } from './editor/ids';
import { registerLessonPanel } from './editor/lesson-panel';
import type { PageActions } from './editor/lesson-panel/page-actions';
import { ProgressStore } from './editor/progress-store';
import { KeptRuns } from './editor/run/kept-runs';
import { RunStates } from './editor/run/run-states';
import { createCommandRunner } from './editor/run-command';
import { registerStatusBar } from './editor/status-bar';
import type { ListEngines } from './editor/status-bar/choose-engine';
import { Terminals } from './editor/terminal/terminals';
import { WorkingFolders } from './editor/working-folders';
import { FileWriter } from './editor/write-file';
import { openLabFiles } from './local/lab-files';
import { lazyShellParser } from './local/shell-grammar';

export function activate(context: ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const services = openServices(context, store);
  const { runner, log, kept } = services;
  let actions: Promise<PageActions> | undefined;
  const loadActions = () => {
    actions ??= loadPageActions(services);
    return actions;
  };
  const extensionFolder = context.extensionUri;
  const lessons = store.add(registerLessonPanel({ ...services, extensionFolder, loadActions }));
  store.add(registerCourseTree({ ...services, lessons }));
  store.add(registerEngineTree(services));
  store.add(registerStatusBar({ ...services, listEngines }));
  store.add(registerDiagnostics(services));
  store.add(runner.register(commandIds.showLog, 'Show the Log', () => log.show()));
  void runner.run('Continue', continueInCourseFolder);
  if (kept.all.length > 0) {
    void runner.run('Take Up What Runs', async () =>
      (await import('./editor/run/take-up-runs.js')).takeUpRuns(services),
    );
  }
}

type Services = ReturnType<typeof openServices>;

/** What the features share, in the order of what needs what. Nothing is asked of anyone yet. */
function openServices(context: ExtensionContext, store: DisposableStore) {
  const { extensionUri, globalState, workspaceState } = context;
  const labsFolder = Uri.joinPath(extensionUri, 'labs');
  const labFiles = openLabFiles(labsFolder.fsPath);
  const loadShell = lazyShellParser(Uri.joinPath(extensionUri, 'dist').fsPath);
  const log = store.add(openEditorLog());
  const runner = createCommandRunner(log);
  const endpoint = store.add(new ConfigValue(settingIds.endpoint, ''));
  const folderSetting = store.add(new ConfigValue(settingIds.workingFolder, ''));
  const folders = new WorkingFolders(labsFolder.fsPath, labFiles, folderSetting);
  const loadCourse = async () =>
    (await import('./core/lesson/load-course.js')).loadCourse(labFiles);
  const course = store.add(new CourseService(loadCourse, log));
  const progress = store.add(new ProgressStore(globalState));
  const engine = store.add(new EngineService(connectDocker, () => endpoint.value(), log));
  const terminals = store.add(new Terminals());
  const states = store.add(new RunStates());
  const writer = store.add(new FileWriter());
  const kept = new KeptRuns(workspaceState);
  const exercises = store.add(new ExerciseService({ engine, progress, folders, loadShell, log }));
  return {
    ...{ labsFolder, labFiles, loadShell, log, runner, endpoint, folders, course, progress },
    ...{ engine, terminals, states, writer, kept, exercises },
  };
}

/** What clicks on the lesson page need: commands are understood and run from here on. */
async function loadPageActions(services: Services): Promise<PageActions> {
  const [{ PageActions }, { RunService }, { Prompt }, { localShell }] = await Promise.all([
    import('./editor/lesson-panel/page-actions.js'),
    import('./editor/run/run-service.js'),
    import('./editor/prompt/prompt.js'),
    import('./local/local-shell.js'),
  ]);
  const all = { ...services, shell: localShell };
  return new PageActions({ ...all, runs: new RunService(all), prompt: new Prompt(all) });
}

/** The engines of this machine, and those that its docker contexts name. */
const listEngines: ListEngines = async (onChange) => {
  const { env: environment, platform } = process;
  const { listEngines } = await import('./docker/list-engines.js');
  return listEngines({ environment, home: homedir(), platform }, onChange);
};

/** The engine at an address or in the usual places. Its part of the program loads now. */
async function connectDocker(configured: string): Promise<EngineConnection> {
  const [
    { findEngine },
    { connectEngine },
    { createFacts },
    { removeLabObjects },
    { readImageOutlook },
  ] = await Promise.all([
    import('./docker/find-engine.js'),
    import('./docker/engine.js'),
    import('./docker/facts.js'),
    import('./docker/clean-up.js'),
    import('./docker/image-outlook.js'),
  ]);
  const { env, platform } = process;
  const search = { environment: env, home: homedir(), platform, configured };
  const engine = connectEngine(await findEngine(search));
  return {
    ...engine,
    factsFor: (readFile) => createFacts(engine, { readFile }),
    removeObjects: (objects) => removeLabObjects(engine, objects),
    imageOutlook: (reference) => readImageOutlook(engine, reference),
  };
}
