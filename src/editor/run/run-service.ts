import type { CommandExecutor, StartedContainer } from '../../core/command/execution';
import type { Plan, PlanStep } from '../../core/command/plan';
import { type PlanOutcome, runPlan, type ShellRunner } from '../../core/command/run-plan';
import { addressesOf, sentenceFor } from '../../core/command/sentences';
import { lessonLabel } from '../../core/engine';
import { describeError, LabError } from '../../core/lab-error';
import type { Lesson, RunBlock } from '../../core/lesson/lesson';
import type { RunState } from '../../protocol';
import type { EngineService } from '../engine-service';
import { ownWords, type Session } from '../terminal/session-terminal';
import type { Terminals } from '../terminal/terminals';
import { requireTrust } from '../trust';
import { confirmRisk } from './confirm-risk';
import type { KeptRun, KeptRuns } from './kept-runs';
import { noExecutor } from './no-executor';
import { PullNotification } from './pull-notification';
import type { RunStates } from './run-states';
import { needsEngine, staysAttached, wantsTyping } from './terminal-use';

/** A run block that is understood, and where it stands. */
export interface PlannedRun {
  readonly lesson: Lesson;
  readonly block: RunBlock;
  readonly plan: Plan;
  readonly workingDirectory: string;
}

export interface RunTools {
  readonly engine: Pick<EngineService, 'connection'>;
  readonly terminals: Terminals;
  readonly states: RunStates;
  readonly shell: ShellRunner;
  readonly kept: KeptRuns;
}

/** Carries out run blocks in terminals, and says on the page how they fare. */
export class RunService {
  readonly #tools: RunTools;
  /** Blocks that are running or about to, with their terminal's key once they have one. */
  readonly #running = new Map<string, string | undefined>();

  constructor(tools: RunTools) {
    this.#tools = tools;
  }

  /**
   * Resolves when the block has ended, well or badly: both are told on the page and in the
   * terminal. Rejects when it cannot begin: no trust, no engine.
   */
  async run(planned: PlannedRun): Promise<void> {
    requireTrust('Commands run');
    const id = `${planned.lesson.id}/${planned.block.id}`;
    if (this.#running.has(id)) throw this.#stillRunning(this.#running.get(id));
    this.#running.set(id, undefined);
    try {
      await this.#begin(planned, id);
    } finally {
      this.#running.delete(id);
    }
  }

  #stillRunning(key: string | undefined): LabError {
    if (key === undefined) return new LabError('usage', 'This command is about to run already.');
    this.#tools.terminals.show(key);
    return new LabError('usage', 'This command is still running in its terminal.', {
      advice: 'End it there, with Ctrl-C or by leaving its shell, then run it again.',
    });
  }

  async #begin(planned: PlannedRun, id: string): Promise<void> {
    const { lesson, block, plan } = planned;
    const { terminals, engine } = this.#tools;
    if (!block.riskAnnounced && !(await confirmRisk(plan))) return;
    const executor = needsEngine(plan) ? await this.#connect(planned, engine) : undefined;
    const key = terminals.freeKey(lesson.id);
    this.#running.set(id, key);
    this.#say(planned, 'running', 'Running.');
    try {
      await terminals.run({
        key,
        name: lesson.title,
        icon: 'beaker',
        takesFocus: wantsTyping(plan),
        work: (session) => this.#work(planned, executor, session),
      });
    } catch (error) {
      this.#say(planned, 'failed', 'It was stopped by a mistake in Container Labs.');
      throw error;
    }
  }

  async #connect(planned: PlannedRun, engine: RunTools['engine']): Promise<CommandExecutor> {
    try {
      return await engine.connection();
    } catch (error) {
      this.#say(planned, 'failed', describeError(error));
      throw error;
    }
  }

  async #work(
    planned: PlannedRun,
    executor: CommandExecutor | undefined,
    session: Session,
  ): Promise<void> {
    const stop = new AbortController();
    const signal = AbortSignal.any([session.signal, stop.signal]);
    const pull = new PullNotification(() => stop.abort());
    let step: PlanStep | undefined;
    const kept: (string | undefined)[] = [];
    try {
      const outcome = await runPlan(planned.plan, {
        executor: executor ?? noExecutor,
        shell: this.#tools.shell,
        streams: session,
        onStep: (next) => {
          step = next;
          session.print(`$ ${textOf(planned, next)}`, '1');
          session.setRaw(false);
        },
        options: {
          workingDirectory: planned.workingDirectory,
          labels: { [lessonLabel]: planned.lesson.id },
          signal,
          onAttached: (isRaw) => session.setRaw(isRaw),
          onPull: (progress) => pull.update(progress),
          onStarted: (container) => {
            pull.close();
            if (step !== undefined) kept.push(this.#keep(planned, step, container));
            if (container.ports.length > 0) this.#say(planned, 'running', 'Running.', container);
          },
        },
      });
      session.setRaw(false);
      this.#ended(planned, outcome, session);
    } catch (error) {
      session.setRaw(false);
      if (!(error instanceof LabError)) throw error;
      session.print(describeError(error), ownWords);
      this.#say(planned, 'ended', error.message);
    } finally {
      pull.close();
      // A reload of the window does not get here.
      for (const id of kept) if (id !== undefined) await this.#tools.kept.remove(id);
    }
  }

  /** An attached run outlives the window: what is needed to take it up is written down. */
  #keep(planned: PlannedRun, step: PlanStep, { id }: StartedContainer): string | undefined {
    if (step.kind !== 'docker' || !staysAttached(step.request)) return undefined;
    const { lesson, block } = planned;
    const run: KeptRun = {
      lesson: lesson.id,
      block: block.id,
      title: lesson.title,
      command: textOf(planned, step),
      container: id,
    };
    void this.#tools.kept.add(run);
    return id;
  }

  #ended(planned: PlannedRun, outcome: PlanOutcome, session: Session): void {
    if (outcome.error !== undefined) {
      // The terminal has it already, where the docker client would have said it.
      this.#say(planned, 'failed', describeError(outcome.error));
      return;
    }
    const sentence = sentenceFor(outcome);
    session.print(sentence, ownWords);
    const { container, detached } = outcome;
    this.#say(planned, 'ended', sentence, detached ? container : undefined);
  }

  #say(
    { lesson, block }: PlannedRun,
    phase: RunState['phase'],
    text: string,
    container?: StartedContainer,
  ): void {
    const urls = addressesOf(container?.ports ?? []);
    const links = urls.map((url) => ({ text: `Open ${url}`, url }));
    this.#tools.states.set(lesson.id, block.id, { phase, text, links });
  }
}

function textOf({ plan }: PlannedRun, { start, end }: PlanStep): string {
  return plan.text.slice(start, end);
}
