import type { PublishedPort } from '../engine';
import type { CommandStreams } from '../ports';
import type { DockerRequest } from './request';

/** Carries out docker requests through the Engine API. `src/docker` implements it. */
export interface CommandExecutor {
  /**
   * Runs one request to its end, as the docker client would: same output, same exit code. Rejects
   * with a `LabError` when it cannot be carried out (the caller prints it and uses
   * `exitCodeOf(error)`), and with code `cancelled` after `signal`.
   */
  execute(
    request: DockerRequest,
    streams: CommandStreams,
    options: ExecuteOptions,
  ): Promise<Outcome>;
  /** Variables that lead the machine's own docker client, in a shell, to the same engine. */
  readonly clientEnvironment?: Readonly<Record<string, string>>;
}

export interface ExecuteOptions {
  /** Paths in the request are relative to this folder. */
  readonly workingDirectory: string;
  /** Put on everything that is made, such as `container-labs.lesson`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Signals that an attached container gets in place of an abort; none where there are no signals. */
  readonly signals?: SignalSource | undefined;
  /** Called as a pull goes on, many times a second. */
  onPull?(progress: PullProgress): void;
  /**
   * Called when the streams are about to be the container's. `isRaw`: it has a terminal of its own
   * and reads its keys, so that each key goes there, Ctrl-C too; until then Ctrl-C interrupts.
   */
  onAttached?(isRaw: boolean): void;
  /** Called once a container exists and is started, before its output ends. */
  onStarted?(container: StartedContainer): void;
}

/** Where signals such as `SIGTERM` come from. */
export interface SignalSource {
  /** Calls back with the name of each, until the result is called. */
  subscribe(listener: (name: string) => void): () => void;
}

export interface StartedContainer {
  readonly id: string;
  readonly name: string;
  readonly ports: readonly PublishedPort[];
}

/** How a pull goes: layer by layer. */
export interface PullProgress {
  readonly image: string;
  readonly layers: readonly LayerProgress[];
}

export interface LayerProgress {
  readonly id: string;
  /** The engine's words: `Downloading`, `Extracting`, `Pull complete`. */
  readonly status: string;
  /** Bytes, of downloading and extracting; `undefined` when unknown. */
  readonly current: number | undefined;
  readonly total: number | undefined;
}

/** How a request ended. */
export interface Outcome {
  /** As the docker client's: the container's own for an attached run. */
  readonly exitCode: number;
  /** The container that a run, start or exec was about. */
  readonly container?: StartedContainer | undefined;
  /** It runs on in the background. */
  readonly detached: boolean;
  readonly outOfMemory: boolean;
}
