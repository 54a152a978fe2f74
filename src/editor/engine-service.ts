import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { CommandExecutor } from '../core/command/execution';
import type { EngineEvent, EngineFacts, ImageOutlook } from '../core/engine';
import { LabError } from '../core/lab-error';
import type { EngineReader, Facts, Log } from '../core/ports';

/** An engine that answered, and everything that can be asked of it. */
export interface EngineConnection extends EngineReader, CommandExecutor {
  /** Facts for checks; `readFile` reads from the working folder they are about. */
  factsFor(readFile: Facts['readFile']): Facts;
  /** Removes what the labs made; what is gone already counts as removed, what fails is told. */
  removeObjects(objects: readonly LabObject[]): Promise<RemovalReport>;
  /** Whether an image is there, or how much a pull would bring. */
  imageOutlook(reference: string): Promise<ImageOutlook>;
  /** Lets idle connections go. */
  close(): void;
}

/** Something on the engine that carries our label. */
export interface LabObject {
  readonly kind: 'container' | 'image' | 'volume' | 'network';
  /** What the engine knows it by. */
  readonly id: string;
  readonly name: string;
  /** The lesson it was made in. */
  readonly lesson: string;
}

/** What became of a clean-up. */
export interface RemovalReport {
  readonly removed: readonly LabObject[];
  readonly failed: readonly { readonly object: LabObject; readonly reason: string }[];
}

/** Finds an engine, at an address or in the usual places. Rejects with `no-engine`. */
export type ConnectEngine = (endpoint: string) => Promise<EngineConnection>;

export type EngineState =
  | { readonly kind: 'idle' | 'looking' }
  | { readonly kind: 'ready'; readonly facts: EngineFacts }
  | { readonly kind: 'none'; readonly error: LabError };

/** Milliseconds between two looks for an engine that is away, growing to the last. */
const pauses = [1000, 2000, 5000, 10_000, 30_000];

/**
 * The engine as the editor sees it: looked for on first use, watched from then on, and looked for
 * again and again while it is away.
 */
export class EngineService implements Disposable {
  readonly #connect: ConnectEngine;
  readonly #endpoint: () => string;
  readonly #log: Log;
  readonly #stateChanged = new EventEmitter<EngineState>();
  readonly #happened = new EventEmitter<EngineEvent>();
  #state: EngineState = { kind: 'idle' };
  #connection: Promise<EngineConnection> | undefined;
  #watch: AbortController | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #isDisposed = false;

  readonly onDidChangeState: Event<EngineState> = this.#stateChanged.event;
  /** What the engine reports, as it happens. */
  readonly onDidHappen: Event<EngineEvent> = this.#happened.event;

  constructor(connect: ConnectEngine, endpoint: () => string, log: Log) {
    this.#connect = connect;
    this.#endpoint = endpoint;
    this.#log = log;
  }

  get state(): EngineState {
    return this.#state;
  }

  /** The engine, looked for when there is none yet. Rejects with a `LabError` that says why. */
  connection(): Promise<EngineConnection> {
    this.#connection ??= this.#look();
    return this.#connection;
  }

  /** Begins to look, for a surface that shows the state; what comes of it is told by the events. */
  begin(): void {
    if (this.#state.kind === 'idle') this.connection().catch(() => {});
  }

  /** Looks again from the start, such as after the setting has changed. */
  async reconnect(): Promise<void> {
    this.#drop();
    this.#failures = 0;
    await this.connection();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#drop();
    this.#stateChanged.dispose();
    this.#happened.dispose();
  }

  async #look(): Promise<EngineConnection> {
    clearTimeout(this.#retry);
    if (this.#state.kind !== 'none') this.#setState({ kind: 'looking' });
    const watch = new AbortController();
    this.#watch = watch;
    try {
      const connection = await this.#connect(this.#endpoint());
      const facts = await connection.engine();
      // Another look has begun meanwhile, and its engine is the one that counts.
      if (watch.signal.aborted) {
        connection.close();
        if (this.#isDisposed) throw new LabError('cancelled', 'The window is closing.');
        return await this.connection();
      }
      this.#failures = 0;
      this.#log.info(`${facts.name} ${facts.version} answers at ${facts.endpoint}.`);
      this.#setState({ kind: 'ready', facts });
      void this.#follow(connection, watch.signal);
      return connection;
    } catch (error) {
      if (!watch.signal.aborted) this.#lost(error);
      throw error;
    }
  }

  async #follow(connection: EngineConnection, signal: AbortSignal): Promise<void> {
    try {
      await connection.watchEvents((event) => this.#happened.fire(event), signal);
    } catch (error) {
      if (!signal.aborted) this.#lost(error);
    }
  }

  #lost(error: unknown): void {
    this.#connection = undefined;
    if (this.#failures === 0) this.#log.warn(error instanceof Error ? error.message : `${error}`);
    const known =
      error instanceof LabError
        ? error
        : new LabError('engine-answer', 'What answers is not understood as a container engine.', {
            advice: 'The log says more.',
            cause: error,
          });
    if (known !== error) this.#log.error('The engine cannot be used.', error);
    this.#setState({ kind: 'none', error: known });
    const pause = pauses[Math.min(this.#failures++, pauses.length - 1)];
    if (!this.#isDisposed) {
      this.#retry = setTimeout(() => this.connection().catch(() => {}), pause);
    }
  }

  #drop(): void {
    clearTimeout(this.#retry);
    this.#watch?.abort();
    this.#connection = undefined;
    if (!this.#isDisposed) this.#setState({ kind: 'idle' });
  }

  #setState(state: EngineState): void {
    const isSame =
      state.kind === 'none' &&
      this.#state.kind === 'none' &&
      state.error.message === this.#state.error.message;
    this.#state = state;
    if (!isSame) this.#stateChanged.fire(state);
  }
}
