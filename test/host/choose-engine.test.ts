import assert from 'node:assert/strict';
import { window } from 'vscode';
import type { EngineChoice } from '../../src/core/engine-choice';
import type { EngineState } from '../../src/editor/engine-service';
import { chooseEngine, type ListEngines } from '../../src/editor/status-bar/choose-engine';
import { type EngineItem, engineItems } from '../../src/editor/status-bar/engine-items';
import { Replacements } from '../support/replacements';

const replaced = new Replacements();

const docker: EngineChoice = {
  address: 'unix:///var/run/docker.sock',
  context: undefined,
  origin: 'Docker',
  url: 'unix:///var/run/docker.sock',
  state: { kind: 'answers', name: 'Docker', version: '28.0.0' },
};
const lab: EngineChoice = {
  address: 'context:lab',
  context: 'lab',
  origin: 'the docker context “lab”',
  url: 'ssh://me@box',
  state: { kind: 'silent', reason: 'box does not answer by SSH.' },
};

/** A list in which the user picks by the start of a label, or which is left. */
class FakeList {
  busy = false;
  items: readonly EngineItem[] = [];
  selectedItems: readonly EngineItem[] = [];
  #accept: () => void = () => undefined;
  #hide: () => void = () => undefined;
  readonly pick: string | undefined;

  constructor(pick: string | undefined) {
    this.pick = pick;
  }

  onDidAccept(listener: () => void): void {
    this.#accept = listener;
  }

  onDidHide(listener: () => void): void {
    this.#hide = listener;
  }

  show(): void {
    setImmediate(() => {
      const { pick } = this;
      if (pick === undefined) return this.#hide();
      this.selectedItems = this.items.filter(({ label }) => label.includes(pick));
      this.#accept();
    });
  }

  dispose(): void {}
}

/** Chooses an engine; gives what the setting became, and the list. */
async function choose(
  pick: string | undefined,
  given: { readonly typed?: string; readonly listEngines?: ListEngines } = {},
) {
  const list = new FakeList(pick);
  replaced.replace(
    window,
    'createQuickPick',
    (() => list) as unknown as typeof window.createQuickPick,
  );
  const verdicts: boolean[] = [];
  const input = async (options?: { validateInput?(text: string): unknown }) => {
    verdicts.push(...addresses.map((text) => options?.validateInput?.(text) === undefined));
    return given.typed;
  };
  replaced.replace(window, 'showInputBox', input as typeof window.showInputBox);
  const written: string[] = [];
  const endpoint = { value: () => '', write: async (to: string) => void written.push(to) };
  const listEngines: ListEngines =
    given.listEngines ?? (async (onChange) => onChange([docker, lab]));
  const state: EngineState = { kind: 'idle' };
  await chooseEngine({ endpoint, listEngines }, state);
  return { written, list, verdicts };
}

const addresses = ['docker.sock', 'unix://', 'context:', '', 'ssh://me@box', 'context:lab'];

describe('the choice of an engine', () => {
  afterEach(() => replaced.restore());

  it('lists what answers, the other contexts with the reason, and the other ways', () => {
    const inUse = { setting: '', url: docker.url };
    const shown = engineItems([docker, lab], inUse).map(({ label, description, detail }) => [
      label,
      description ?? '',
      detail ?? '',
    ]);
    assert.deepEqual(shown, [
      ['These answer', '', ''],
      ['$(vm-running) Docker 28.0.0', 'Docker, in use', 'unix:///var/run/docker.sock'],
      ['Docker contexts', '', ''],
      ['$(debug-disconnect) lab', 'does not answer', 'box does not answer by SSH.'],
      ['Other ways', '', ''],
      ['$(edit) Type an address…', '', ''],
      [
        '$(search) Look in the usual places',
        'set',
        'DOCKER_HOST, the docker context, then the sockets of Docker and Podman',
      ],
    ]);
  });

  it('marks what the setting names, and contexts that are still asked', () => {
    const asked: EngineChoice = { ...lab, state: { kind: 'asked' } };
    const items = engineItems([asked], { setting: 'context:lab', url: undefined });
    assert.deepEqual(
      [items[1]?.label, items[1]?.description],
      ['$(loading~spin) lab', 'is asked, in use'],
    );
  });

  it('writes the address of an engine', async () => {
    assert.deepEqual((await choose('Docker 28')).written, ['unix:///var/run/docker.sock']);
  });

  it('writes the name of a context, even one that does not answer', async () => {
    assert.deepEqual((await choose('lab')).written, ['context:lab']);
  });

  it('clears the setting to look in the usual places', async () => {
    assert.deepEqual((await choose('usual places')).written, ['']);
  });

  it('takes an address that is typed, only in a form that can be one', async () => {
    const { written, verdicts } = await choose('Type an address', { typed: ' ssh://me@box ' });
    assert.deepEqual(
      [written, verdicts],
      [['ssh://me@box'], [false, false, false, true, true, true]],
    );
  });

  it('writes nothing when the list or the box is left', async () => {
    const left = await choose(undefined);
    const empty = await choose('Type an address');
    assert.deepEqual([left.written, empty.written], [[], []]);
  });

  it('does not wait for machines far away', async () => {
    const listEngines: ListEngines = (onChange) => {
      onChange([docker]);
      return new Promise(() => undefined);
    };
    const { written, list } = await choose('Docker 28', { listEngines });
    assert.deepEqual([written, list.busy], [['unix:///var/run/docker.sock'], true]);
  });
});
