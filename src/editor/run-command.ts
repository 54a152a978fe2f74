import { commands, type Disposable, window, workspace } from 'vscode';
import { LabError, type LabErrorCode } from '../core/lab-error';
import type { Log } from '../core/ports';
import { type CommandId, commandIds } from './ids';

/** The one way in which anything the user asked for is run, so that every failure is said alike. */
export interface CommandRunner {
  /** Resolves with `undefined` after a failure; by then the user knows of it. */
  run<T>(title: string, action: () => Promise<T> | T): Promise<T | undefined>;
  /** Registers a command whose action is run like that. What it gets comes from menus and links. */
  register<A extends unknown[]>(
    id: CommandId,
    title: string,
    action: (...args: A) => unknown,
  ): Disposable;
}

export function createCommandRunner(log: Log): CommandRunner {
  const runner: CommandRunner = {
    async run(title, action) {
      try {
        return await action();
      } catch (error) {
        tell(title, error, log).catch((cause) => log.error('A way out leads nowhere.', cause));
        return undefined;
      }
    },
    register<A extends unknown[]>(id: CommandId, title: string, action: (...args: A) => unknown) {
      return commands.registerCommand(id, (...args: A) => runner.run(title, () => action(...args)));
    },
  };
  return runner;
}

interface WayOut {
  readonly title: string;
  readonly command: string;
}

const waysOut: { readonly [Code in LabErrorCode]?: readonly WayOut[] } = {
  'no-engine': [
    { title: 'Try Again', command: commandIds.findEngine },
    { title: 'How to Get an Engine', command: commandIds.getEngine },
  ],
  'engine-gone': [{ title: 'Try Again', command: commandIds.findEngine }],
  'engine-answer': [{ title: 'See the Log', command: commandIds.showLog }],
};

const manageTrust: WayOut = {
  title: 'Manage Workspace Trust',
  command: 'workbench.trust.manage',
};

async function tell(title: string, error: unknown, log: Log): Promise<void> {
  if (error instanceof LabError) {
    if (error.code === 'cancelled') return;
    log.warn(`${title}: ${error.message}`);
    const needsTrust = error.code === 'not-allowed' && !workspace.isTrusted;
    const ways = needsTrust ? [manageTrust] : (waysOut[error.code] ?? []);
    await offer([error.message, error.advice].filter(Boolean).join(' '), ways);
    return;
  }
  log.error(`${title} failed.`, error);
  await offer(`${title} failed because of a mistake in Container Labs. The log says more.`, [
    { title: 'See the Log', command: commandIds.showLog },
  ]);
}

async function offer(text: string, ways: readonly WayOut[]): Promise<void> {
  const chosen = await window.showErrorMessage(text, ...ways);
  if (chosen !== undefined) await commands.executeCommand(chosen.command);
}
