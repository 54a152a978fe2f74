import type { Connection } from '../connection';
import { readExit, watchExit } from './exit';

/** Waits for the end of a container that has not begun yet. */
export interface EndWatch {
  /** The exit code, when the container has ended and, if it removes itself, is gone. */
  exitCode(): Promise<number>;
  /** Waits no longer. */
  destroy(): void;
}

/** Begins to wait; resolves once the engine has taken note of that. */
export async function watchEnd(
  id: string,
  removesItself: boolean,
  connection: Connection,
): Promise<EndWatch> {
  if (!removesItself) return watchOne(id, 'next-exit', connection);
  if (!connection.endpoint.isPodman) return watchOne(id, 'removed', connection);
  // Podman 4 forgets the exit code of a container that it removes.
  const [ended, gone] = await Promise.all([
    watchOne(id, 'next-exit', connection),
    watchOne(id, 'removed', connection),
  ]);
  return {
    async exitCode() {
      // Both are read from the start, so that neither fails unheard.
      const [code] = await Promise.all([ended.exitCode(), gone.exitCode().catch(() => 0)]);
      return code;
    },
    destroy() {
      ended.destroy();
      gone.destroy();
    },
  };
}

async function watchOne(
  id: string,
  condition: 'next-exit' | 'removed',
  connection: Connection,
): Promise<EndWatch> {
  const stream = await watchExit(id, condition, connection);
  return { exitCode: () => readExit(stream, connection), destroy: () => void stream.destroy() };
}
