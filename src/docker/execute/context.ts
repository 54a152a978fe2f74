import type { ExecuteOptions } from '../../core/command/execution';
import type { CommandStreams } from '../../core/ports';
import type { Connection } from '../connection';

/** What carrying out a request takes: the engine, the streams and the caller's wishes. */
export interface Context {
  /** Its calls are given up when the caller wants to stop. */
  readonly connection: Connection;
  /** The same, for a container that is attached to: what it does with an interrupt is its own affair. */
  readonly lasting: Connection;
  readonly streams: CommandStreams;
  readonly options: ExecuteOptions;
}

const encoder = new TextEncoder();

/** Writes text to standard output, as fast as it is taken. */
export async function print(streams: CommandStreams, text: string): Promise<void> {
  if (text !== '') await streams.stdout(encoder.encode(text));
}

export async function printError(streams: CommandStreams, text: string): Promise<void> {
  if (text !== '') await streams.stderr(encoder.encode(text));
}

/** The path of a container, with a name that may hold anything. */
export function containerPath(nameOrId: string, rest = ''): string {
  return `/containers/${encodeURIComponent(nameOrId)}${rest}`;
}
