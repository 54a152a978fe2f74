import {
  commands,
  type Disposable,
  env,
  type QuickPickItem,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import { describeError } from '../../core/lab-error';
import type { ConfigValue } from '../config-value';
import { DisposableStore } from '../disposable-store';
import type { EngineService, EngineState } from '../engine-service';
import { commandIds, viewIds } from '../ids';
import type { CommandRunner } from '../run-command';
import { chooseEngine, type ListEngines } from './choose-engine';
import { waysToAnEngine } from './ways-to-an-engine';

interface Services {
  readonly engine: EngineService;
  readonly endpoint: Pick<ConfigValue<string>, 'value' | 'write' | 'onDidChange'>;
  readonly listEngines: ListEngines;
  readonly runner: CommandRunner;
}

/** Says in the status bar which engine is used, or that there is none, and offers what to do. */
export function registerStatusBar(services: Services): Disposable {
  const { engine, endpoint, runner } = services;
  const store = new DisposableStore();
  const item = store.add(
    window.createStatusBarItem('containerLabs.engine', StatusBarAlignment.Left),
  );
  item.name = 'Container Labs: Engine';
  item.command = commandIds.engineMenu;
  const show = () => {
    const { text, tooltip, isWarning } = describe(engine.state);
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: text.replace(/\$\([^)]*\)\s*/, ''), role: 'button' };
    item.backgroundColor = isWarning
      ? new ThemeColor('statusBarItem.warningBackground')
      : undefined;
    // Nobody who only lints a Dockerfile wants to hear of engines.
    if (engine.state.kind === 'idle') item.hide();
    else item.show();
  };
  show();
  store.add(engine.onDidChangeState(show));
  store.add(endpoint.onDidChange(() => runner.run('Find the Engine', () => engine.reconnect())));

  const add = runner.register;
  store.add(add(commandIds.engineMenu, 'Engine', () => openMenu(engine)));
  store.add(add(commandIds.findEngine, 'Find the Engine', () => findAgain(engine)));
  store.add(add(commandIds.getEngine, 'How to Get an Engine', showWays));
  store.add(
    add(commandIds.chooseEndpoint, 'Choose the Engine', () => chooseEngine(services, engine.state)),
  );
  return store;
}

function describe(state: EngineState): {
  readonly text: string;
  readonly tooltip: string;
  readonly isWarning: boolean;
} {
  switch (state.kind) {
    case 'ready': {
      const { name, version, operatingSystem, endpoint, rootless } = state.facts;
      const known = name === 'unknown' ? 'Engine' : name;
      const lines = [`${known} ${version} on ${operatingSystem}`, endpoint];
      if (rootless) lines.push('runs without root');
      const text = `$(vm-running) ${known} ${version}${elsewhere(endpoint)}`;
      return { text, tooltip: lines.join('\n'), isWarning: false };
    }
    case 'none': {
      const tooltip = `${describeError(state.error)}\nLessons and Dockerfile checks work without one.`;
      return { text: '$(debug-disconnect) No container engine', tooltip, isWarning: true };
    }
    case 'idle':
    case 'looking': {
      const tooltip = 'Docker or Podman, in the usual places';
      return { text: '$(loading~spin) Looking for an engine', tooltip, isWarning: false };
    }
  }
}

/** ` on box` for an engine on another machine; nothing for one on this machine. */
function elsewhere(endpoint: string): string {
  const [, host] = /^(?:ssh|tcp|https?):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/]+)/.exec(endpoint) ?? [];
  return host === undefined || /^(?:localhost|127\..*|\[::1\])$/.test(host) ? '' : ` on ${host}`;
}

interface Choice extends QuickPickItem {
  readonly command: string;
}

async function openMenu(engine: EngineService): Promise<void> {
  const { state } = engine;
  const choices: readonly Choice[] = [
    { label: '$(refresh) Look for the engine again', command: commandIds.findEngine },
    { label: '$(plug) Choose another engine…', command: commandIds.chooseEndpoint },
    ...(state.kind === 'ready'
      ? [
          {
            label: '$(list-tree) Show what the labs made on it',
            command: `${viewIds.engine}.focus`,
          },
        ]
      : [{ label: '$(question) How to get an engine', command: commandIds.getEngine }]),
    { label: '$(output) Show the log', command: commandIds.showLog },
  ];
  const title =
    state.kind === 'ready'
      ? `${state.facts.name} ${state.facts.version} at ${state.facts.endpoint}`
      : state.kind === 'none'
        ? state.error.message
        : 'Looking for a container engine';
  const chosen = await window.showQuickPick(choices, { title });
  if (chosen !== undefined) await commands.executeCommand(chosen.command);
}

async function findAgain(engine: EngineService): Promise<void> {
  await engine.reconnect();
  const { state } = engine;
  if (state.kind === 'ready') {
    window.setStatusBarMessage(`${state.facts.name} ${state.facts.version} answers.`, 5000);
  }
}

async function showWays(): Promise<void> {
  const ways = waysToAnEngine(process.platform);
  const chosen = await window.showQuickPick(
    ways.map((way) => ({ ...way, detail: way.command ?? way.url })),
    {
      title: 'Ways to get a container engine',
      placeHolder: 'Choose one: a command is copied, a page is opened',
    },
  );
  if (chosen?.command !== undefined) {
    await env.clipboard.writeText(chosen.command);
    void window.showInformationMessage(
      'The command is copied. Paste it in a terminal; Container Labs finds the engine by itself once it runs.',
    );
  } else if (chosen?.url !== undefined) {
    await env.openExternal(Uri.parse(chosen.url));
  }
}
