/** What BuildKit reports at one moment: only what has changed since. Times are milliseconds. */
export interface SolveStatus {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly string[];
}

/** One step of a build. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly isCached: boolean;
  readonly started: number | undefined;
  readonly completed: number | undefined;
  /** Empty when it has not failed. */
  readonly error: string;
}

/** Something that goes on within a step, such as a transfer. */
export interface VertexStatus {
  readonly id: string;
  readonly vertex: string;
  readonly current: number;
  readonly total: number;
  readonly timestamp: number;
  readonly started: number | undefined;
  readonly completed: number | undefined;
}

/** What a step's program has printed. */
export interface VertexLog {
  readonly vertex: string;
  readonly timestamp: number;
  readonly text: Uint8Array;
}
