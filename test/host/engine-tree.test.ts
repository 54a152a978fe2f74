import assert from 'node:assert/strict';
import {
  commands,
  EventEmitter,
  env,
  type QuickPickItem,
  type TreeDataProvider,
  type TreeView,
  window,
} from 'vscode';
import { lessonLabel } from '../../src/core/engine';
import type { LabObject, RemovalReport } from '../../src/editor/engine-service';
import { EngineService } from '../../src/editor/engine-service';
import { registerEngineTree } from '../../src/editor/engine-tree';
import type { EngineNode, ObjectNode } from '../../src/editor/engine-tree/engine-tree';
import { type CommandId, commandIds } from '../../src/editor/ids';
import { Terminals } from '../../src/editor/terminal/terminals';
import { connectionOf, type FakeConnection } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { FakeRunner } from '../support/fake-runner';
import { Replacements } from '../support/replacements';
import { recordingLog } from '../support/silent-log';

const labels = { [lessonLabel]: 'intro/ports' };
const created = new Date(0);
const container = { imageId: 'i1', image: 'nginx', command: 'nginx', created, labels } as const;
const port = {
  containerPort: 80,
  protocol: 'tcp',
  hostAddress: '0.0.0.0',
  hostPort: 8080,
} as const;

function furnished(): FakeEngine {
  const engine = new FakeEngine();
  engine.containerList = [
    { ...container, id: 'c1', name: 'web', state: 'running', status: 'Up', ports: [port] },
    { ...container, id: 'c2', name: 'job', state: 'exited', status: 'Exited (1) now', ports: [] },
    { ...container, id: 'c3', name: 'mine', state: 'running', status: 'Up', ports: [], labels: {} },
  ];
  engine.imageList = [{ id: 'sha256:i2', references: ['app:1'], size: 5e6, created, labels }];
  engine.volumeList = [{ name: 'data', driver: 'local', labels }];
  return engine;
}

const replaced = new Replacements();

/** The view over an engine; `removal` is what becomes of a clean-up. */
async function registered(
  fake = furnished(),
  removal?: (objects: readonly LabObject[]) => RemovalReport,
) {
  let provider: TreeDataProvider<EngineNode> | undefined;
  replaced.replace(window, 'createTreeView', ((
    _id: string,
    options: { treeDataProvider: TreeDataProvider<EngineNode> },
  ) => {
    provider = options.treeDataProvider;
    return { visible: true, onDidChangeVisibility: new EventEmitter().event, dispose() {} };
  }) as unknown as <T>() => TreeView<T>);
  const keys = new Map<string, unknown>();
  const execute = commands.executeCommand;
  replaced.replace(commands, 'executeCommand', (async (id: string, ...args: unknown[]) => {
    if (id !== 'setContext') return execute(id, ...args);
    keys.set(String(args[0]).replace('containerLabs.', ''), args[1]);
  }) as typeof commands.executeCommand);
  const connection: FakeConnection = connectionOf(fake, {}, removal);
  const log = recordingLog();
  const engine = new EngineService(
    async () => connection,
    () => '',
    log,
  );
  const terminals = new Terminals();
  const runner = new FakeRunner();
  const store = registerEngineTree({ engine, terminals, log, runner });
  await engine.connection();
  await runner.call(commandIds.refreshEngine);
  assert.ok(provider);
  const tree = provider;
  const objects = async () => {
    const kinds = (await tree.getChildren()) ?? [];
    const all = await Promise.all(kinds.map((kind) => tree.getChildren(kind)));
    return all.flatMap((each) => each ?? []) as ObjectNode[];
  };
  return {
    tree,
    objects,
    keys: () => Object.fromEntries(keys),
    fake,
    connection,
    runner,
    log,
    /** Calls a command for the object of this name. */
    async call(id: CommandId, name: string) {
      const node = (await objects()).find(({ object }) => object.name === name);
      await runner.call(id, node);
    },
    dispose() {
      store.dispose();
      terminals.dispose();
      engine.dispose();
    },
  };
}

describe('the view "On the engine"', () => {
  let view: Awaited<ReturnType<typeof registered>>;

  afterEach(() => {
    view.dispose();
    replaced.restore();
  });

  it('shows what the labs made, by kind, and nothing else', async () => {
    view = await registered();
    const kinds = (await view.tree.getChildren()) ?? [];
    const shown = [...kinds, ...(await view.objects())].map((node) => view.tree.getTreeItem(node));
    assert.deepEqual(
      (await Promise.all(shown)).map(({ label, description, contextValue }) =>
        [label, description, contextValue].join(' | '),
      ),
      [
        'Containers | 2 | kind',
        'Images | 1 | kind',
        'Volumes | 1 | kind',
        'web | running · port 8080 · nginx | container running published',
        'job | exited with 1 · nginx | container ended',
        'app:1 | 5MB | image',
        'data | local | volume',
      ],
    );
    assert.deepEqual(view.keys(), { engineState: 'ready', hasLabObjects: true });
  });

  it('is empty, and says so to the welcome text, where they made nothing', async () => {
    view = await registered(new FakeEngine());
    assert.deepEqual(
      [await view.tree.getChildren(), view.keys()],
      [[], { engineState: 'ready', hasLabObjects: false }],
    );
  });

  it('follows what happens on the engine', async () => {
    view = await registered(new FakeEngine());
    const changed = new Promise<void>((resolve) => {
      view.tree.onDidChangeTreeData?.(() => resolve());
    });
    view.fake.volumeList = furnished().volumeList;
    view.fake.fire({ kind: 'volume', action: 'create' });
    await changed;
    assert.deepEqual(
      (await view.objects()).map(({ object }) => object.name),
      ['data'],
    );
  });

  it('is empty once the engine is gone, and full when it is back', async () => {
    view = await registered();
    const next = () =>
      new Promise<void>((resolve) => {
        const listener = view.tree.onDidChangeTreeData?.(() => {
          listener?.dispose();
          resolve();
        });
      });
    const gone = next();
    view.fake.die();
    await gone;
    assert.deepEqual([await view.objects(), view.keys().hasLabObjects], [[], false]);
    await next();
    assert.equal((await view.objects()).length, 4);
  });

  it('says in the log why it shows nothing', async () => {
    view = await registered();
    const emptied = new Promise<void>((resolve) => {
      view.tree.onDidChangeTreeData?.(() => resolve());
    });
    view.fake.images = async () => {
      throw new Error('garbage');
    };
    view.fake.fire({});
    await emptied;
    assert.deepEqual(view.log.lines.slice(-1), [
      'warn: What the labs made cannot be read: garbage',
    ]);
  });

  describe('cleaning up', () => {
    /** Unticks some of what is ticked; returns what was. */
    function keep(...names: readonly string[]): readonly string[] {
      const ticked: string[] = [];
      const pick = async (items: readonly QuickPickItem[]) => {
        const picked = items.filter((item) => item.picked === true);
        ticked.push(...picked.map(({ label }) => label));
        return picked.filter(({ label }) => !names.includes(label));
      };
      replaced.replace(window, 'showQuickPick', pick as unknown as typeof window.showQuickPick);
      return ticked;
    }

    function listen(method: 'showInformationMessage' | 'showWarningMessage', answer?: string) {
      const told: string[] = [];
      const tell = async (message: string) => {
        told.push(message);
        return answer;
      };
      replaced.replace(window, method, tell as typeof window.showInformationMessage);
      return told;
    }

    it('shows all that would go, and removes what stays ticked', async () => {
      view = await registered();
      const ticked = keep('data', 'app:1');
      const told = listen('showInformationMessage');
      await view.runner.call(commandIds.cleanUp);
      assert.deepEqual(
        [ticked, view.connection.asked.map(({ name }) => name), told],
        [['web', 'job', 'app:1', 'data'], ['web', 'job'], ['Removed 2 containers.']],
      );
    });

    it('removes nothing when it is waved away', async () => {
      view = await registered();
      replaced.replace(window, 'showQuickPick', async () => undefined);
      await view.runner.call(commandIds.cleanUp);
      assert.deepEqual(view.connection.asked, []);
    });

    it('says what could not be removed, and why', async () => {
      view = await registered(furnished(), ([first, ...others]) => ({
        removed: others,
        failed: first === undefined ? [] : [{ object: first, reason: 'It is in use.' }],
      }));
      keep();
      const told = listen('showWarningMessage');
      await view.runner.call(commandIds.cleanUp);
      assert.deepEqual(told, [
        'Removed 1 container, 1 image and 1 volume; kept 1 container. container web: It is in use.',
      ]);
    });

    it('says that there is nothing to do', async () => {
      view = await registered(new FakeEngine());
      const told = listen('showInformationMessage');
      await view.runner.call(commandIds.cleanUp);
      assert.deepEqual(told, ['There is nothing to clean up: the labs made nothing here.']);
    });

    it('removes a single thing only after a question', async () => {
      view = await registered();
      listen('showWarningMessage');
      await view.call(commandIds.remove, 'data');
      assert.deepEqual(view.connection.asked, []);
      const asked = listen('showWarningMessage', 'Remove');
      await view.call(commandIds.remove, 'data');
      assert.deepEqual(
        [asked, view.connection.asked.map(({ kind, name }) => `${kind} ${name}`)],
        [['Remove the volume data?'], ['volume data']],
      );
    });
  });

  it('shows what the engine knows as JSON that can only be read', async () => {
    view = await registered();
    view.fake.onExecute = async (_request, { stdout }) => {
      await stdout(new TextEncoder().encode('[{"Id": "c1"}]\n'));
      return undefined;
    };
    await view.call(commandIds.inspect, 'web');
    const document = window.activeTextEditor?.document;
    assert.deepEqual(
      [document?.languageId, document?.getText(), document?.uri.scheme],
      ['json', '[{"Id": "c1"}]\n', 'container-labs-inspect'],
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('stops and starts, and says what the engine has against it', async () => {
    view = await registered();
    await view.call(commandIds.stopContainer, 'web');
    view.fake.onExecute = async (_request, { stderr }) => {
      await stderr(new TextEncoder().encode('no space left\n'));
      return { exitCode: 1 };
    };
    await view.call(commandIds.startContainer, 'job');
    const asked = view.fake.requests.map((request) =>
      request.kind === 'containers' ? `${request.verb} ${request.containers}` : request.kind,
    );
    assert.deepEqual([asked, view.runner.told], [['stop c1', 'start c2'], ['no space left']]);
  });

  it('opens the port of a container in the browser', async () => {
    view = await registered();
    const opened: string[] = [];
    replaced.replace(env, 'asExternalUri', async (uri) => uri);
    replaced.replace(env, 'openExternal', async (uri) => opened.push(uri.toString()) > 0);
    await view.call(commandIds.openInBrowser, 'web');
    await view.call(commandIds.openInBrowser, 'job');
    assert.deepEqual(
      [opened.map(decodeURIComponent), view.runner.told],
      [['http://localhost:8080/'], ['job publishes no port now.']],
    );
  });

  it('opens a shell once, and shows it again', async () => {
    view = await registered();
    let leave: () => void = () => {};
    const begun = new Promise<void>((begin) => {
      view.fake.onExecute = () =>
        new Promise((resolve) => {
          leave = () => resolve(undefined);
          begin();
        });
    });
    const shell = view.call(commandIds.openTerminal, 'web');
    await begun;
    await view.call(commandIds.openTerminal, 'web');
    assert.equal(view.fake.requests.length, 1);
    leave();
    await shell;
  });

  it('says in words that a command needs a line of the view', async () => {
    view = await registered();
    await view.runner.call(commandIds.inspect);
    assert.match(view.runner.told.join(), /^This command is about one item of the view/);
  });
});
