import { window } from 'vscode';
import type { EngineChoice } from '../../core/engine-choice';
import type { ConfigValue } from '../config-value';
import type { EngineState } from '../engine-service';
import { type EngineItem, engineItems } from './engine-items';

/** Lists the engines there are; `onChange` gets the whole list each time one more is known. */
export type ListEngines = (
  onChange: (choices: readonly EngineChoice[]) => void,
) => Promise<unknown>;

export interface ChooseEngineTools {
  /** The setting: it alone is written, never the docker client's own configuration. */
  readonly endpoint: Pick<ConfigValue<string>, 'value' | 'write'>;
  readonly listEngines: ListEngines;
}

/** Lets the user pick an engine: one that answers, a docker context, or by its address. */
export async function chooseEngine(tools: ChooseEngineTools, state: EngineState): Promise<void> {
  const { endpoint } = tools;
  const choice = (await pick(tools, state))?.choice;
  if (choice === undefined) return;
  if (choice === 'usual') await endpoint.write('');
  else if (choice === 'type') await typeAddress(endpoint);
  else await endpoint.write(choice.address);
}

async function pick(
  { endpoint, listEngines }: ChooseEngineTools,
  state: EngineState,
): Promise<EngineItem | undefined> {
  const url = state.kind === 'ready' ? state.facts.endpoint : undefined;
  const inUse = { setting: endpoint.value(), url };
  const list = window.createQuickPick<EngineItem>();
  list.title = 'Choose the container engine';
  list.placeholder = 'It is kept in the settings; the docker client’s own context stays as it is';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.busy = true;
  const show = (choices: readonly EngineChoice[]): void => {
    list.items = engineItems(choices, inUse);
  };
  show([]);
  const chosen = new Promise<EngineItem | undefined>((resolve) => {
    list.onDidAccept(() => resolve(list.selectedItems[0]));
    list.onDidHide(() => resolve(undefined));
  });
  list.show();
  try {
    const listed = listEngines(show).then(() => {
      list.busy = false;
      return chosen;
    });
    return await Promise.race([chosen, listed]);
  } finally {
    list.dispose();
  }
}

async function typeAddress(endpoint: ChooseEngineTools['endpoint']): Promise<void> {
  const address = await window.showInputBox({
    title: 'Address of the container engine',
    prompt: 'Leave it empty to look in the usual places.',
    placeHolder: 'unix:///var/run/docker.sock, ssh://USER@HOST or tcp://HOST:2376',
    value: endpoint.value(),
    validateInput: (text) =>
      /^(?:(?:unix|npipe|tcp|http|https|ssh):\/\/.+|context:.+)?$/.test(text.trim())
        ? undefined
        : 'An address begins with unix://, npipe://, tcp:// or ssh://; a docker context is context:NAME.',
  });
  if (address !== undefined) await endpoint.write(address.trim());
}
