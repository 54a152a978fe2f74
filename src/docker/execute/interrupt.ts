import type { ExecuteOptions } from '../../core/command/execution';
import type { Connection } from '../connection';
import { containerPath } from './context';

/** Milliseconds a container has to end by itself after an interrupt. */
const grace = 3000;

/** So many requests to end, and the docker client waits no longer. */
const most = 3;

/** How an attached container takes the caller's wish to stop. */
export interface Interrupt {
  /** Resolves when watching shall end, with the container's own end or without it. */
  readonly over: Promise<'interrupted' | 'forced'>;
  dispose(): void;
}

/**
 * Ctrl-C on an attached container: without a terminal of its own it gets SIGINT and a moment to
 * say goodbye; with one the keys reach it anyway, so that only the watching ends. Signals that the
 * caller passes on reach it as they are.
 */
export function followInterrupt(
  id: string,
  forward: boolean,
  connection: Connection,
  { signal, signals }: Pick<ExecuteOptions, 'signal' | 'signals'>,
): Interrupt {
  let timer: NodeJS.Timeout | undefined;
  let end: (how: 'interrupted' | 'forced') => void = () => undefined;
  const over = new Promise<'interrupted' | 'forced'>((resolve) => {
    end = resolve;
  });
  const send = (name: string): void => {
    const call = {
      method: 'POST',
      path: containerPath(id, '/kill'),
      query: { signal: name },
    } as const;
    // It may have ended on its own just now.
    connection.text(call).catch(() => undefined);
  };
  const interrupt = (): void => {
    if (!forward) {
      end('interrupted');
      return;
    }
    send('SIGINT');
    timer = setTimeout(() => end('interrupted'), grace);
  };
  let requests = 0;
  const pass = (name: string): void => {
    if (name === 'SIGINT' || name === 'SIGTERM') requests += 1;
    if (requests === most) end('forced');
    else send(name);
  };
  if (signal.aborted) interrupt();
  else signal.addEventListener('abort', interrupt, { once: true });
  const unsubscribe = forward ? signals?.subscribe(pass) : undefined;
  return {
    over,
    dispose() {
      unsubscribe?.();
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
    },
  };
}
