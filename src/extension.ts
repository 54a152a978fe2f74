import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import { ConfigValue } from './editor/config-value';
import { CourseService } from './editor/course-service';
import { registerCourseTree } from './editor/course-tree';
import { DisposableStore } from './editor/disposable-store';
import { openEditorLog } from './editor/editor-log';
import { type EngineConnection, EngineService } from './editor/engine-service';
import { registerEngineTree } from './editor/engine-tree';
import { commandIds, settingIds } from './editor/ids';
import { ProgressStore } from './editor/progress-store';
import { createCommandRunner } from './editor/run-command';
import { registerStatusBar } from './editor/status-bar';
import { Terminals } from './editor/terminal/terminals';
import { openLabFiles } from './local/lab-files';

export function activate(context: ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const labsFolder = Uri.joinPath(context.extensionUri, 'labs');
  const labFiles = openLabFiles(labsFolder.fsPath);
  const log = store.add(openEditorLog());
  const runner = createCommandRunner(log);
  const endpoint = store.add(new ConfigValue(settingIds.endpoint, ''));
  const course = store.add(
    new CourseService(async () =>
      (await import('./core/lesson/load-course.js')).loadCourse(labFiles),
    ),
  );
  const progress = store.add(new ProgressStore(context.globalState));
  const engine = store.add(new EngineService(connectDocker, () => endpoint.value(), log));
  const terminals = store.add(new Terminals());
  store.add(runner.register(commandIds.showLog, 'Show the Log', () => log.show()));
  const lessons = {
    openLesson: undefined,
    open: async (id: string) =>
      progress.apply({ type: 'lesson opened', lesson: id, time: Date.now() }),
  };
  store.add(registerCourseTree({ course, progress, lessons, runner, labsFolder }));
  store.add(registerEngineTree({ engine, terminals, runner }));
  store.add(registerStatusBar({ engine, endpoint, runner }));
}

/** The engine at an address or in the usual places. Its part of the program loads now. */
async function connectDocker(configured: string): Promise<EngineConnection> {
  const [{ findEngine }, { connectEngine }, { createFacts }, { removeLabObjects }] =
    await Promise.all([
      import('./docker/find-engine.js'),
      import('./docker/engine.js'),
      import('./docker/facts.js'),
      import('./docker/clean-up.js'),
    ]);
  const { env, platform } = process;
  const search = { environment: env, home: homedir(), platform, configured };
  const engine = connectEngine(await findEngine(search));
  return {
    ...engine,
    factsFor: (readFile) => createFacts(engine, { readFile }),
    removeObjects: (objects) => removeLabObjects(engine, objects),
  };
}
