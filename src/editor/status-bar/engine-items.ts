import { type QuickPickItem, QuickPickItemKind } from 'vscode';
import type { EngineChoice } from '../../core/engine-choice';

/** A row of the list; `choice` tells what it stands for, and a separator stands for nothing. */
export interface EngineItem extends QuickPickItem {
  readonly choice?: 'type' | 'usual' | { readonly address: string };
}

/** What is used now, as far as the editor knows. */
export interface InUse {
  /** The setting; empty for the usual places. */
  readonly setting: string;
  /** Where the engine that answers now was found; `undefined` while there is none. */
  readonly url: string | undefined;
}

/** The rows of the list: engines that answer, contexts that do not, and the other ways. */
export function engineItems(choices: readonly EngineChoice[], inUse: InUse): readonly EngineItem[] {
  const answering = choices.filter(({ state }) => state.kind === 'answers');
  const others = choices.filter(({ state }) => state.kind !== 'answers');
  return [
    ...group('These answer', answering, inUse),
    ...group('Docker contexts', others, inUse),
    { label: 'Other ways', kind: QuickPickItemKind.Separator },
    { label: '$(edit) Type an address…', choice: 'type' },
    {
      label: '$(search) Look in the usual places',
      detail: 'DOCKER_HOST, the docker context, then the sockets of Docker and Podman',
      choice: 'usual',
      ...(inUse.setting === '' && { description: 'set' }),
    },
  ];
}

function group(
  label: string,
  choices: readonly EngineChoice[],
  inUse: InUse,
): readonly EngineItem[] {
  if (choices.length === 0) return [];
  const items = choices.map((choice) => toItem(choice, inUse));
  return [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function toItem(choice: EngineChoice, inUse: InUse): EngineItem {
  const { address, origin, url, context, state } = choice;
  const used = isUsed(choice, inUse) ? ', in use' : '';
  switch (state.kind) {
    case 'answers':
      return {
        label: `$(vm-running) ${state.name} ${state.version}`,
        description: `${origin}${used}`,
        detail: url,
        choice: { address },
      };
    case 'asked':
      return {
        label: `$(loading~spin) ${context ?? origin}`,
        description: `is asked${used}`,
        detail: url,
        choice: { address },
      };
    case 'silent':
      return {
        label: `$(debug-disconnect) ${context ?? origin}`,
        description: `does not answer${used}`,
        detail: state.reason,
        choice: { address },
      };
  }
}

function isUsed({ address, url }: EngineChoice, { setting, url: used }: InUse): boolean {
  return setting === '' ? url === used : setting === address;
}
