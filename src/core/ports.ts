import type {
  ContainerFacts,
  ContainerSummary,
  EngineEvent,
  EngineFacts,
  ImageFacts,
  ImageSummary,
  NetworkSummary,
  VolumeSummary,
} from './engine';

/*
 * The ports: what core needs from outside. `src/docker` and the entry points implement them,
 * `test/support` has in-memory ones. Every method may reject with a `LabError`; anything else that
 * is thrown is a defect.
 */

/** Reads and watches one container engine. Never changes anything on it. */
export interface EngineReader {
  /** Who answers. Rejects with `no-engine` when nobody does. */
  engine(): Promise<EngineFacts>;
  /** All containers, stopped ones too, newest first. */
  containers(): Promise<readonly ContainerSummary[]>;
  /** One container by name or id (a unique start of it will do); `undefined` when there is none. */
  container(nameOrId: string): Promise<ContainerFacts | undefined>;
  images(): Promise<readonly ImageSummary[]>;
  /** By reference or id; `undefined` when it is not on the engine. */
  image(reference: string): Promise<ImageFacts | undefined>;
  volumes(): Promise<readonly VolumeSummary[]>;
  networks(): Promise<readonly NetworkSummary[]>;
  /** What happened since then, oldest first. The engine remembers a few hundred events. */
  eventsSince(since: Date): Promise<readonly EngineEvent[]>;
  /**
   * Calls back for each new event until aborted. Resolves when the stream ends because of `signal`,
   * rejects with `engine-gone` when the engine ends it.
   */
  watchEvents(onEvent: (event: EngineEvent) => void, signal: AbortSignal): Promise<void>;
}

/** What a check may ask besides the engine's own facts. */
export interface Facts extends EngineReader {
  /** Runs a program in a running container, without a terminal; output is both streams, at most 64 KiB. */
  execute(
    container: string,
    command: readonly string[],
  ): Promise<{ readonly exitCode: number; readonly output: string }>;
  /** One GET; `undefined` when nobody answers within a few seconds. Redirects are followed. */
  http(url: string): Promise<{ readonly status: number; readonly body: string } | undefined>;
  /** Whether a TCP connection to this machine's port is accepted. */
  portAnswers(port: number): Promise<boolean>;
  /** Text of a file of the learner's, relative to the working folder; `undefined` when absent. */
  readFile(path: string): Promise<string | undefined>;
}

/** Where lessons come from: the `labs` folder of the extension or of an author. */
export interface LabFiles {
  /** Paths of all files below the folder, relative, with forward slashes, sorted. */
  list(): Promise<readonly string[]>;
  /** Text of one of them. Rejects with `file` when it cannot be read. */
  read(path: string): Promise<string>;
}

/** What a command reads from and writes to: a terminal in the editor, the process's own on a command line. */
export interface CommandStreams {
  /** Takes a chunk of standard output; the returned promise slows the source down. */
  stdout(chunk: Uint8Array): Promise<void> | void;
  /** The same for standard error. */
  stderr(chunk: Uint8Array): Promise<void> | void;
  /** What is typed or piped in; `undefined` when there is nothing to read. */
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  /** Set when the streams are a terminal: its size, now and when it changes. */
  readonly terminal: TerminalSize | undefined;
}

export interface TerminalSize {
  /** Columns and rows now. */
  size(): { readonly columns: number; readonly rows: number };
  /** Calls back after each change; call the result to stop. */
  onResize(listener: () => void): () => void;
}

/** Writes lines for people who look for trouble: the editor's log, or nothing. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
