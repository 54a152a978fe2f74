import assert from 'node:assert/strict';
import {
  commands,
  EventEmitter,
  env,
  type QuickPickItem,
  type StatusBarItem,
  window,
} from 'vscode';
import { LabError } from '../../src/core/lab-error';
import { EngineService } from '../../src/editor/engine-service';
import { commandIds } from '../../src/editor/ids';
import { registerStatusBar } from '../../src/editor/status-bar';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { FakeRunner } from '../support/fake-runner';
import { Replacements } from '../support/replacements';
import { silent } from '../support/silent-log';

const none = new LabError('no-engine', 'No engine answers.', { advice: 'Start one.' });
const replaced = new Replacements();

/** The status bar over an engine that is there or not. */
function show({ isThere = true, endpointOf = 'unix:///fake.sock' } = {}) {
  const item = { isShown: false, show: () => {}, hide: () => {}, dispose() {} };
  item.show = () => {
    item.isShown = true;
  };
  item.hide = () => {
    item.isShown = false;
  };
  const bar = item as unknown as StatusBarItem & typeof item;
  replaced.replace(window, 'createStatusBarItem', () => bar);
  const engine = new EngineService(
    async () => {
      if (!isThere) throw none;
      const fake = new FakeEngine();
      const facts = await fake.engine();
      fake.engine = async () => ({ ...facts, endpoint: endpointOf });
      return connectionOf(fake);
    },
    () => '',
    silent,
  );
  const moved = new EventEmitter<void>();
  const endpoint = {
    value: () => 'unix:///old.sock',
    write: async () => undefined,
    onDidChange: moved.event,
  };
  const runner = new FakeRunner();
  const store = registerStatusBar({ engine, endpoint, listEngines: async () => [], runner });
  const dispose = () => {
    store.dispose();
    engine.dispose();
  };
  return { bar, engine, runner, moved, dispose };
}

/** Chooses from a list by the start of a label; the list's labels are returned. */
function choose(start: string): readonly string[] {
  const labels: string[] = [];
  const pick = async (items: readonly QuickPickItem[]) => {
    labels.push(...items.map(({ label }) => label));
    return items.find(({ label }) => label.replace(/^\$\([^)]*\) /, '').startsWith(start));
  };
  replaced.replace(window, 'showQuickPick', pick as unknown as typeof window.showQuickPick);
  return labels;
}

describe('the status bar', () => {
  afterEach(() => replaced.restore());

  it('says nothing before anyone needs an engine', () => {
    const { bar, dispose } = show();
    assert.equal(bar.isShown, false);
    dispose();
  });

  it('says that it looks', () => {
    const { bar, engine, dispose } = show();
    engine.begin();
    assert.deepEqual([bar.isShown, bar.text], [true, '$(loading~spin) Looking for an engine']);
    dispose();
  });

  it('says which engine answers, and where', async () => {
    const { bar, engine, dispose } = show();
    await engine.connection();
    assert.deepEqual(
      [bar.text, bar.accessibilityInformation?.label, bar.backgroundColor],
      ['$(vm-running) Docker 28.0.0', 'Docker 28.0.0', undefined],
    );
    assert.equal(bar.tooltip, 'Docker 28.0.0 on Testix 1\nunix:///fake.sock');
    dispose();
  });

  for (const [url, text] of [
    ['unix:///run/docker.sock', 'Docker 28.0.0'],
    ['tcp://127.0.0.1:2375', 'Docker 28.0.0'],
    ['ssh://me@box:22', 'Docker 28.0.0 on box'],
    ['tcp://[fe80::1]:2376', 'Docker 28.0.0 on [fe80::1]'],
  ] as const) {
    it(`calls the engine at ${url} “${text}”`, async () => {
      const { bar, engine, dispose } = show({ endpointOf: url });
      await engine.connection();
      assert.equal(bar.text, `$(vm-running) ${text}`);
      dispose();
    });
  }

  it('warns that there is none, and says what works without', async () => {
    const { bar, engine, dispose } = show({ isThere: false });
    await assert.rejects(engine.connection());
    assert.deepEqual(
      [bar.text, bar.accessibilityInformation?.label, bar.backgroundColor !== undefined],
      ['$(debug-disconnect) No container engine', 'No container engine', true],
    );
    assert.equal(
      bar.tooltip,
      'No engine answers.\nStart one.\nLessons and Dockerfile checks work without one.',
    );
    dispose();
  });

  it('offers how to get an engine only where there is none', async () => {
    const { engine, runner, dispose } = show();
    await engine.connection();
    const labels = choose('nothing');
    await runner.call(commandIds.engineMenu);
    assert.deepEqual(labels, [
      '$(refresh) Look for the engine again',
      '$(plug) Choose another engine…',
      '$(list-tree) Show what the labs made on it',
      '$(output) Show the log',
    ]);
    dispose();
  });

  it('leads on from its menu', async () => {
    const { runner, dispose } = show();
    const ran: string[] = [];
    const execute = async (id: string) => void ran.push(id);
    replaced.replace(commands, 'executeCommand', execute as typeof commands.executeCommand);
    choose('How to get an engine');
    await runner.call(commandIds.engineMenu);
    assert.deepEqual(ran, [commandIds.getEngine]);
    dispose();
  });

  it('copies the command that gets one', async () => {
    const { runner, dispose } = show();
    const told: string[] = [];
    const tell = async (message: string) => void told.push(message);
    replaced.replace(
      window,
      'showInformationMessage',
      tell as typeof window.showInformationMessage,
    );
    const [label = ''] = await (async () => {
      const labels = choose('nothing');
      await runner.call(commandIds.getEngine);
      return labels;
    })();
    choose(label);
    await runner.call(commandIds.getEngine);
    assert.match(await env.clipboard.readText(), /docker/i);
    assert.match(told.join(), /^The command is copied\./);
    dispose();
  });

  it('looks again when the address has changed', async () => {
    const { engine, moved, dispose } = show();
    moved.fire();
    await engine.connection();
    assert.equal(engine.state.kind, 'ready');
    dispose();
  });

  it('says in words that the new address leads to none', async () => {
    const { runner, dispose } = show({ isThere: false });
    await runner.call(commandIds.findEngine);
    assert.deepEqual(runner.told, ['No engine answers.\nStart one.']);
    dispose();
  });
});
