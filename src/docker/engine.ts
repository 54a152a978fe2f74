import type { CommandExecutor } from '../core/command/execution';
import type { EngineReader } from '../core/ports';
import { clientEnvironment } from './client-environment';
import { Connection } from './connection';
import type { Endpoint } from './endpoint';
import { createExecutor } from './execute';
import { createReader } from './reader';

/** One container engine: read it, and carry out commands on it. */
export interface Engine extends EngineReader, CommandExecutor {
  readonly endpoint: Endpoint;
  /** The connection, for the other parts of this layer. */
  readonly connection: Connection;
  /** Lets idle connections go. Requests that are under way end by themselves. */
  close(): void;
}

/** An engine at an endpoint, such as `findEngine` finds. Nothing is asked of it before it is used. */
export function connectEngine(endpoint: Endpoint): Engine {
  const connection = new Connection(endpoint);
  return {
    endpoint,
    connection,
    ...createReader(connection),
    ...createExecutor(connection),
    clientEnvironment: clientEnvironment(endpoint),
    close: () => connection.close(),
  };
}
