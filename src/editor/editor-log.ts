import { type Disposable, window } from 'vscode';
import type { Log } from '../core/ports';

/** The log as the editor shows it, in the output panel. */
export interface EditorLog extends Log, Disposable {
  show(): void;
}

export function openEditorLog(): EditorLog {
  const channel = window.createOutputChannel('Container Labs', { log: true });
  return {
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error(message, error) {
      if (error === undefined) channel.error(message);
      else channel.error(message, error instanceof Error ? (error.stack ?? error.message) : error);
      for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
        channel.error(`  because: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    },
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
