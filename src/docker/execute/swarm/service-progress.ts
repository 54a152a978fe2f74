import { type Answer, below, number, text } from '../../answer';

/** One line of progress, `1/3: running`; lines with the same name replace each other on a terminal. */
export interface ProgressLine {
  readonly name: string;
  readonly text: string;
  /** Shown on a terminal only: a step of a task, which the client leaves out elsewhere. */
  readonly isStep?: boolean;
}

/** How far a service is. */
export interface Progress {
  readonly isConverged: boolean;
  readonly lines: readonly ProgressLine[];
}

const states =
  'new allocated pending assigned accepted preparing ready starting running complete shutdown failed rejected'.split(
    ' ',
  );

const mostLines = 20;

/** Follows the tasks of one service, as the docker client does while it waits. */
export class ServiceProgress {
  readonly #places = new Map<number, number>();
  #hasBegun = false;
  #wasDone = false;

  /** `nodes` are the ids of those that answer; `isBack`: an update is being taken back. */
  update(
    service: Answer,
    tasks: readonly Answer[],
    nodes: ReadonlySet<string>,
    isBack: boolean,
  ): Progress {
    const mode = below(below(service, 'Spec'), 'Mode');
    if (mode.Global !== undefined) return this.#global(tasks, nodes, isBack);
    if (mode.ReplicatedJob !== undefined || mode.GlobalJob !== undefined) {
      return this.#job(service, tasks, nodes);
    }
    const replicas = number(below(mode, 'Replicated'), 'Replicas') ?? 1;
    return this.#replicated(replicas, tasks, nodes, isBack);
  }

  #replicated(
    replicas: number,
    tasks: readonly Answer[],
    nodes: ReadonlySet<string>,
    isBack: boolean,
  ): Progress {
    const lines: ProgressLine[] = [];
    if (!this.#hasBegun) {
      lines.push(overall(0, replicas, isBack));
      if (replicas <= mostLines) {
        for (let index = 1; index <= replicas; index++) {
          lines.push({ name: `${index}/${replicas}`, text: ' ' });
        }
      }
      this.#hasBegun = true;
    }
    const slots = [...newestBySlot(tasks, nodes).values()];
    if (slots.some((task) => stateOf(task) !== 'running')) this.#wasDone = false;
    const running = slots.filter(isRunning).length;
    for (const task of slots) {
      const slot = number(task, 'Slot') ?? 0;
      const place = this.#places.get(slot) ?? this.#places.size + 1;
      this.#places.set(slot, place);
      if (this.#wasDone || replicas > mostLines || place > replicas) continue;
      lines.push(...taskLines(task, `${place}/${replicas}`));
    }
    if (!this.#wasDone) {
      lines.push(overall(running, replicas, isBack));
      this.#wasDone = running === replicas;
    }
    return { isConverged: running === replicas, lines };
  }

  #global(tasks: readonly Answer[], nodes: ReadonlySet<string>, isBack: boolean): Progress {
    const byNode = newestBy(tasks, (task) => text(task, 'NodeID'));
    const lines: ProgressLine[] = [];
    if (!this.#hasBegun) {
      if (byNode.size === 0) {
        return {
          isConverged: false,
          lines: [{ name: 'overall progress', text: 'waiting for new tasks' }],
        };
      }
      lines.push(overall(0, byNode.size, isBack));
      this.#hasBegun = true;
    }
    const active = [...byNode].filter(([node]) => nodes.has(node)).map(([, task]) => task);
    if ([...byNode.values()].some((task) => stateOf(task) !== 'running')) this.#wasDone = false;
    const running = active.filter(isRunning).length;
    if (!this.#wasDone) {
      for (const task of active) lines.push(...taskLines(task, text(task, 'NodeID').slice(0, 12)));
      lines.push(overall(running, byNode.size, isBack));
      this.#wasDone = running === byNode.size;
    }
    return { isConverged: running === byNode.size, lines };
  }

  #job(service: Answer, tasks: readonly Answer[], nodes: ReadonlySet<string>): Progress {
    const job = below(below(below(service, 'Spec'), 'Mode'), 'ReplicatedJob');
    const iteration = number(below(below(service, 'JobStatus'), 'JobIteration'), 'Index') ?? 0;
    const own = tasks.filter((task) => {
      return (number(below(task, 'JobIteration'), 'Index') ?? 0) === iteration;
    });
    const total = number(job, 'TotalCompletions') ?? nodes.size;
    const completed = own.filter((task) => stateOf(task) === 'complete').length;
    const active = own.filter((task) => !isOver(stateOf(task)) && stateOf(task) !== 'new').length;
    const concurrent = number(job, 'MaxConcurrent') ?? total;
    const tell = (running: number, finished: number): readonly ProgressLine[] => [
      { name: 'job progress', text: `${finished} out of ${total} complete`, isStep: true },
      {
        name: 'active tasks',
        text: `${running} out of ${Math.min(total - finished, concurrent)} tasks`,
      },
    ];
    const lines: ProgressLine[] = [];
    if (!this.#hasBegun) {
      lines.push(...tell(0, 0));
      for (let index = 1; index <= total && total <= mostLines; index++) {
        lines.push({ name: `${index}/${total}`, text: ' ' });
      }
      this.#hasBegun = true;
    }
    lines.push(...tell(active, completed));
    return { isConverged: completed === total, lines };
  }
}

function overall(count: number, total: number, isBack: boolean): ProgressLine {
  const what = isBack ? 'rolling back update: ' : '';
  return { name: 'overall progress', text: `${what}${count} out of ${total} tasks` };
}

function taskLines(task: Answer, name: string): readonly ProgressLine[] {
  const error = text(below(task, 'Status'), 'Err').replaceAll('\n', ' ');
  if (error !== '') {
    return [{ name, text: error.length > 75 ? `${error.slice(0, 74)}…` : error }];
  }
  if (isOver(text(task, 'DesiredState')) || isOver(stateOf(task))) return [];
  return [{ name, text: stateOf(task), isStep: true }];
}

/** Of each slot the task that is wanted, and of two the one that is less far. */
function newestBySlot(
  tasks: readonly Answer[],
  nodes: ReadonlySet<string>,
): ReadonlyMap<string, Answer> {
  const placed = tasks.filter((task) => {
    const node = text(task, 'NodeID');
    return node === '' || nodes.has(node);
  });
  return newestBy(placed, (task) => String(number(task, 'Slot') ?? 0));
}

function newestBy(
  tasks: readonly Answer[],
  keyOf: (task: Answer) => string,
): ReadonlyMap<string, Answer> {
  const found = new Map<string, Answer>();
  for (const task of tasks) {
    const [desired, state] = [rank(text(task, 'DesiredState')), rank(stateOf(task))];
    if (desired === 0 || state === 0) continue;
    const other = found.get(keyOf(task));
    if (other !== undefined) {
      const otherDesired = rank(text(other, 'DesiredState'));
      if (otherDesired < desired) continue;
      if (otherDesired === desired && rank(stateOf(other)) <= state) continue;
    }
    found.set(keyOf(task), task);
  }
  return found;
}

function rank(state: string): number {
  return states.indexOf(state) + 1;
}

function stateOf(task: Answer): string {
  return text(below(task, 'Status'), 'State');
}

function isOver(state: string): boolean {
  return rank(state) > rank('running');
}

function isRunning(task: Answer): boolean {
  return !isOver(text(task, 'DesiredState')) && stateOf(task) === 'running';
}
