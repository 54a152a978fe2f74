import type { Connection } from '../../connection';

/**
 * Tells the engine to end a build when the caller wants to stop; engines do not all notice that
 * nobody listens any more.
 */
export function cancelWith(
  buildId: string,
  connection: Connection,
  signal: AbortSignal,
): { dispose(): void } {
  const cancel = (): void => {
    // A signal of its own: the connection's has just been given.
    const call = { method: 'POST', path: '/build/cancel', query: { id: buildId } } as const;
    connection.text({ ...call, signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  return { dispose: () => signal.removeEventListener('abort', cancel) };
}
