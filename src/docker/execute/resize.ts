import type { TerminalSize } from '../../core/ports';
import type { Connection } from '../connection';

/** Keeps a container's terminal as large as the learner's. Returns how to stop that. */
export function followSize(
  connection: Connection,
  path: string,
  terminal: TerminalSize | undefined,
): () => void {
  if (terminal === undefined) return () => undefined;
  const send = (): void => {
    const { columns, rows } = terminal.size();
    if (columns <= 0 || rows <= 0) return;
    const call = { method: 'POST', path, query: { h: rows, w: columns } } as const;
    // It may have ended in the meantime; a size is not worth an error.
    connection.text(call).catch(() => undefined);
  };
  send();
  return terminal.onResize(send);
}
