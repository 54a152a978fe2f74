import { constants } from 'node:os';
import type { SignalSource } from '../core/command/execution';

/** Signals that a container may be sent through us. */
const passedOn = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGUSR1',
  'SIGUSR2',
  'SIGALRM',
  'SIGTERM',
  'SIGCONT',
] as const;

/** Signals that stop what nobody takes them for. */
const stopping = ['SIGINT', 'SIGTERM'] as const;

/** The signals that this process is sent. */
export interface ProcessSignals extends SignalSource {
  /** Aborted by a signal that nobody subscribes to. */
  readonly abort: AbortSignal;
  /** What a shell has for the signal that aborted: 130 for Ctrl-C. */
  exitCode(): number;
  close(): void;
}

/** Begins to take this process's signals; `close` gives them back. */
export function openProcessSignals(): ProcessSignals {
  const controller = new AbortController();
  const listeners = new Set<(name: string) => void>();
  let last: NodeJS.Signals = 'SIGINT';
  const take = (name: NodeJS.Signals): void => {
    if (listeners.size > 0) {
      for (const listener of listeners) listener(name);
      return;
    }
    if (!stopping.some((each) => each === name)) return;
    last = name;
    controller.abort();
  };
  const others = passedOn.filter((name) => !stopping.some((each) => each === name));
  const listen = (names: readonly NodeJS.Signals[], change: 'on' | 'off'): void => {
    for (const name of names) process[change](name, take);
  };
  listen(stopping, 'on');
  return {
    abort: controller.signal,
    exitCode: () => 128 + constants.signals[last],
    subscribe(listener) {
      // Until somebody takes them, these do what they do to any program.
      if (listeners.size === 0) listen(others, 'on');
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) listen(others, 'off');
      };
    },
    close() {
      listeners.clear();
      listen(passedOn, 'off');
    },
  };
}
