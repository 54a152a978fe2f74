import type { Connection } from '../connection';
import { containerPath } from './context';

/** Milliseconds a container has to end by itself after an interrupt. */
const grace = 3000;

/** How an attached container takes the caller's wish to stop. */
export interface Interrupt {
  /** Resolves when watching shall end, with the container's own end or without it. */
  readonly over: Promise<'interrupted'>;
  dispose(): void;
}

/**
 * Ctrl-C on an attached container: without a terminal of its own it gets SIGINT and a moment to
 * say goodbye; with one the keys reach it anyway, so that only the watching ends.
 */
export function followInterrupt(
  id: string,
  forward: boolean,
  connection: Connection,
  signal: AbortSignal,
): Interrupt {
  let timer: NodeJS.Timeout | undefined;
  let interrupt: () => void = () => undefined;
  const over = new Promise<'interrupted'>((resolve) => {
    interrupt = () => {
      if (!forward) {
        resolve('interrupted');
        return;
      }
      const path = containerPath(id, '/kill');
      // It may have ended on its own just now.
      connection.text({ method: 'POST', path, query: { signal: 'SIGINT' } }).catch(() => undefined);
      timer = setTimeout(() => resolve('interrupted'), grace);
    };
    if (signal.aborted) interrupt();
    else signal.addEventListener('abort', interrupt, { once: true });
  });
  return {
    over,
    dispose() {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
    },
  };
}
