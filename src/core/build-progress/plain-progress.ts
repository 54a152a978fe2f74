import type { SolveStatus, VertexStatus } from './solve-status';
import { describeStatus, isWorthTelling } from './status-line';
import { type Step, Trace } from './trace';

/** Milliseconds for which one step is shown before another that has more to tell gets its turn. */
const antiFlicker = 5000;
/** Milliseconds for which a step that has something to tell may be hidden at most. */
const longestHidden = 10_000;

/**
 * The progress of a build with BuildKit in the docker client's plain form: one step is shown at a
 * time, `#5 [2/3] RUN …`, each line with the step's number, and `#5 DONE 0.1s` at its end. Takes
 * reports in and gives the lines that there are to tell; the caller says what time it is, in
 * milliseconds.
 */
export class PlainProgress {
  readonly #trace = new Trace();
  readonly #told = new Map<string, VertexStatus>();
  #shown: string | undefined;
  #isFirst = true;
  #lines: string[] = [];

  add(status: SolveStatus, now: number): void {
    this.#trace.add(status, now);
  }

  /** The text to print now; may be empty. */
  take(now: number): string {
    this.#tell(now);
    const text = this.#lines.map((line) => `${line}\n`).join('');
    this.#lines = [];
    return text;
  }

  /** The last lines of each step that has failed. */
  excerpt(): string {
    const failed = [...this.#trace.steps.values()].filter(
      ({ vertex }) => vertex.error !== '' && !isCancelled(vertex.error),
    );
    return failed
      .map(({ vertex, log }) =>
        ['------', ` > ${vertex.name}:`, ...log.last, '------', ''].join('\n'),
      )
      .join('');
  }

  #tell(now: number): void {
    const changed = this.#steps((digest) => this.#trace.changed.has(digest));
    const ended = changed.filter(({ vertex }) => vertex.completed !== undefined);
    const going = changed.filter(({ vertex }) => vertex.completed === undefined);
    const before = this.#shown;
    const hasEnded = ended.some(({ vertex }) => vertex.digest === before);
    for (const step of ended.toSorted((a, b) => rank(a) - rank(b))) this.#tellStep(step);
    if (going.length === 0) {
      this.#showOpenStep(before);
      return;
    }
    const current = going.find(({ vertex }) => vertex.digest === before);
    if (current !== undefined) this.#tellStep(current);
    const next = this.#nextStep(going, now);
    if (next !== undefined && (before === undefined || hasEnded || this.#mayChange(next, now))) {
      this.#tellStep(next);
    }

    function rank({ index, vertex }: Step): number {
      return vertex.digest === before ? 0 : index;
    }
  }

  /** When nothing else is new, a step that is under way is shown. */
  #showOpenStep(before: string | undefined): void {
    const open = this.#steps((_, { vertex }) => {
      return vertex.started !== undefined && vertex.completed === undefined;
    });
    if (open.some(({ vertex }) => vertex.digest === before)) return;
    if (open[0] !== undefined) this.#tellStep(open[0]);
  }

  #nextStep(going: readonly Step[], now: number): Step | undefined {
    const speed = ({ untold, waitingSince }: Step) => untold / Math.max(now - waitingSince, 1);
    return going.toSorted((a, b) => speed(b) - speed(a) || a.index - b.index)[0];
  }

  /** Whether the step that is shown has been so long enough. */
  #mayChange(next: Step, now: number): boolean {
    const shown = this.#trace.steps.get(this.#shown ?? '');
    if (shown === undefined || shown === next) return shown === undefined;
    const waited = now - next.waitingSince;
    return waited > longestHidden || (shown.untold === 0 && waited > antiFlicker);
  }

  #steps(accepts: (digest: string, step: Step) => boolean): readonly Step[] {
    const found = [...this.#trace.steps].filter(([digest, step]) => accepts(digest, step));
    return found.map(([, step]) => step);
  }

  #tellStep(step: Step): void {
    const { vertex, index, log } = step;
    const isOver = vertex.completed !== undefined;
    const say = (text: string) => this.#lines.push(`#${index} ${text}`);
    this.#turnTo(step);
    for (const id of step.changedStatuses) this.#tellStatus(step, id, say);
    step.changedStatuses.clear();
    for (const line of log.take(isOver)) say(line);
    step.untold = 0;
    this.#trace.changed.delete(vertex.digest);
    this.#shown = vertex.digest;
    if (!isOver) return;
    this.#shown = undefined;
    say(endOf(step));
  }

  #turnTo({ vertex, index }: Step): void {
    if (vertex.digest === this.#shown) return;
    const old = this.#trace.steps.get(this.#shown ?? '');
    if (old !== undefined) {
      for (const line of old.log.take(true)) this.#lines.push(`#${old.index} ${line}`);
      this.#lines.push(`#${old.index} ...`);
    }
    if (!this.#isFirst) this.#lines.push('');
    this.#isFirst = false;
    this.#lines.push(`#${index} ${vertex.name}`);
  }

  #tellStatus(step: Step, id: string, say: (text: string) => void): void {
    const status = step.statuses.get(id);
    const key = `${step.index} ${id}`;
    if (status === undefined || !isWorthTelling(status, this.#told.get(key))) return;
    this.#told.set(key, status);
    say(describeStatus(status));
  }
}

function endOf({ vertex }: Step): string {
  if (isCancelled(vertex.error)) return 'CANCELED';
  if (vertex.error !== '') return `ERROR: ${vertex.error}`;
  if (vertex.isCached) return 'CACHED';
  if (vertex.started === undefined) return 'DONE';
  return `DONE ${(((vertex.completed ?? 0) - vertex.started) / 1000).toFixed(1)}s`;
}

function isCancelled(error: string): boolean {
  return error.endsWith('context canceled');
}
