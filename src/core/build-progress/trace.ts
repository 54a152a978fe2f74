import type { SolveStatus, Vertex, VertexLog, VertexStatus } from './solve-status';
import { StepLog } from './step-log';

/** One step of a build with all that is known and not yet told of it. */
export interface Step {
  /** The number it is shown with. */
  readonly index: number;
  vertex: Vertex;
  /** What to tell of what goes on within it, by its name. */
  readonly statuses: Map<string, VertexStatus>;
  readonly changedStatuses: Set<string>;
  readonly log: StepLog;
  /** How much has come since it was last shown, and since when. */
  untold: number;
  waitingSince: number;
}

/** All steps of one build, by what BuildKit has reported so far. */
export class Trace {
  readonly steps = new Map<string, Step>();
  /** The steps of which there is something new. */
  readonly changed = new Set<string>();

  add({ vertexes, statuses, logs }: SolveStatus, now: number): void {
    for (const vertex of vertexes) this.#addVertex(vertex, now);
    for (const status of statuses) this.#addStatus(status, now);
    for (const log of logs) this.#addLog(log, now);
  }

  #addVertex(vertex: Vertex, now: number): void {
    const before = this.steps.get(vertex.digest);
    if (before === undefined) {
      const step = newStep(this.steps.size + 1, vertex, now);
      this.steps.set(vertex.digest, step);
      this.#touch(step, now);
      return;
    }
    if (isDifferent(before.vertex, vertex)) this.#touch(before, now);
    // The engine repeats the bare announcement of a step that runs already.
    if (before.vertex.started === undefined || vertex.started !== undefined) before.vertex = vertex;
  }

  #addStatus(status: VertexStatus, now: number): void {
    const step = this.steps.get(status.vertex);
    if (step === undefined) return;
    step.statuses.set(status.id, status);
    step.changedStatuses.add(status.id);
    this.#touch(step, now);
  }

  #addLog(log: VertexLog, now: number): void {
    const step = this.steps.get(log.vertex);
    if (step === undefined) return;
    step.log.add(log.text, (log.timestamp - (step.vertex.started ?? log.timestamp)) / 1000);
    this.#touch(step, now);
  }

  #touch(step: Step, now: number): void {
    if (step.untold === 0) step.waitingSince = now;
    step.untold += 1;
    this.changed.add(step.vertex.digest);
  }
}

function newStep(index: number, vertex: Vertex, now: number): Step {
  return {
    index,
    vertex,
    statuses: new Map(),
    changedStatuses: new Set(),
    log: new StepLog(),
    untold: 0,
    waitingSince: now,
  };
}

function isDifferent(before: Vertex, after: Vertex): boolean {
  return (
    before.name !== after.name ||
    before.started !== after.started ||
    (before.completed !== after.completed && after.completed !== undefined) ||
    before.isCached !== after.isCached ||
    before.error !== after.error
  );
}
