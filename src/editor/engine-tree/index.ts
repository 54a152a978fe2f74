import { type Disposable, window } from 'vscode';
import { describeError, LabError } from '../../core/lab-error';
import type { Log } from '../../core/ports';
import { ContextKey } from '../context-key';
import { DisposableStore } from '../disposable-store';
import type { EngineService } from '../engine-service';
import { commandIds, contextKeys, viewIds } from '../ids';
import { readLabObjects, type ShownObject } from '../lab-objects';
import { browsablePorts, openUrl, portUrl } from '../open-port';
import type { CommandRunner } from '../run-command';
import type { Terminals } from '../terminal/terminals';
import { cleanUp } from './clean-up';
import { EngineTree, type ObjectNode } from './engine-tree';
import { InspectDocuments } from './inspect-documents';
import { ask } from './object-actions';
import { openLogs, openShell } from './object-terminals';
import { changeRequest } from './requests';

interface Services {
  readonly engine: EngineService;
  readonly terminals: Terminals;
  readonly log: Log;
  readonly runner: CommandRunner;
}

/** The view "On the engine": what the labs made, and what can be done with it. */
export function registerEngineTree({ engine, terminals, log, runner }: Services): Disposable {
  const store = new DisposableStore();
  const tree = new EngineTree();
  const view = store.add(window.createTreeView(viewIds.engine, { treeDataProvider: tree }));
  const documents = store.add(new InspectDocuments(engine));
  const state = new ContextKey<string>(contextKeys.engineState);
  const hasObjects = new ContextKey<boolean>(contextKeys.hasLabObjects);
  let timer: NodeJS.Timeout | undefined;
  let reading = 0;

  async function refresh(): Promise<void> {
    const mine = ++reading;
    const objects =
      engine.state.kind === 'ready' ? await readLabObjects(await engine.connection()) : [];
    // What was asked later is newer, though it may be answered first.
    if (mine === reading) show(objects);
  }

  function show(objects: readonly ShownObject[]): void {
    tree.show(objects);
    hasObjects.set(objects.length > 0);
  }

  /** Events come in bursts: a run alone makes five. */
  function refreshSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (view.visible) refresh().catch(unreadable);
    }, 150);
  }

  function unreadable(error: unknown): void {
    log.warn(`What the labs made cannot be read: ${describeError(error)}`);
    show([]);
  }

  /** A program that does not listen takes ten seconds to be stopped; the view shows that it goes on. */
  async function change(verb: 'start' | 'stop', node: ObjectNode | undefined): Promise<void> {
    const request = changeRequest(verb, objectOf(node));
    await window.withProgress({ location: { viewId: viewIds.engine } }, async () =>
      ask(await engine.connection(), request),
    );
  }

  async function remove(node: ObjectNode | undefined): Promise<void> {
    const object = objectOf(node);
    const detail = {
      container: 'What was changed inside it is lost. Its image stays.',
      image: 'It can be pulled or built again.',
      volume: 'The data in it is lost.',
      network: 'Containers that are still in it lose it.',
    }[object.kind];
    const answer = await window.showWarningMessage(
      `Remove the ${object.kind} ${object.name}?`,
      { modal: true, detail },
      'Remove',
    );
    if (answer !== 'Remove') return;
    const { failed } = await (await engine.connection()).removeObjects([object]);
    await refresh();
    const [first] = failed;
    if (first !== undefined) throw new LabError('engine-answer', first.reason);
  }

  state.set(engine.state.kind);
  store.add(
    engine.onDidChangeState(({ kind }) => {
      state.set(kind);
      refreshSoon();
    }),
  );
  store.add(engine.onDidHappen(refreshSoon));
  store.add(
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      engine.begin();
      refreshSoon();
    }),
  );
  store.add({ dispose: () => clearTimeout(timer) });
  if (view.visible) engine.begin();

  const add = runner.register;
  store.add(add(commandIds.refreshEngine, 'Refresh', refresh));
  store.add(add(commandIds.cleanUp, 'Clean Up', () => cleanUp(engine).finally(refreshSoon)));
  store.add(
    add(commandIds.openTerminal, 'Open a Terminal', (node?: ObjectNode) =>
      openShell(objectOf(node), engine, terminals),
    ),
  );
  store.add(
    add(commandIds.showLogs, 'Show Logs', (node?: ObjectNode) =>
      openLogs(objectOf(node), engine, terminals),
    ),
  );
  store.add(
    add(commandIds.inspect, 'Inspect', (node?: ObjectNode) => documents.open(objectOf(node))),
  );
  store.add(
    add(commandIds.openInBrowser, 'Open in the Browser', (node?: ObjectNode) =>
      openInBrowser(objectOf(node)),
    ),
  );
  store.add(add(commandIds.startContainer, 'Start', (node?: ObjectNode) => change('start', node)));
  store.add(add(commandIds.stopContainer, 'Stop', (node?: ObjectNode) => change('stop', node)));
  store.add(add(commandIds.remove, 'Remove', remove));
  return store;
}

function objectOf(node: ObjectNode | undefined): ShownObject {
  if (node?.type === 'object') return node.object;
  throw new LabError('usage', 'This command is about one item of the view “On the engine”.', {
    advice: 'Choose it from the menu of an item there.',
  });
}

async function openInBrowser({ name, ports }: ShownObject): Promise<void> {
  const [first, ...others] = browsablePorts(ports).map((port) => ({
    label: portUrl(port),
    description: `port ${port.containerPort} of the container`,
  }));
  if (first === undefined) throw new LabError('not-found', `${name} publishes no port now.`);
  const chosen =
    others.length === 0
      ? first
      : await window.showQuickPick([first, ...others], { title: `Ports of ${name}` });
  if (chosen !== undefined) await openUrl(chosen.label);
}
