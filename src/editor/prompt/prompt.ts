import { planBlock } from '../../core/command/plan-block';
import { runPlan, type ShellRunner } from '../../core/command/run-plan';
import { lessonLabel } from '../../core/engine';
import { describeError, LabError } from '../../core/lab-error';
import type { ShellParser } from '../../core/shell/script';
import { localSurroundings } from '../../local/surroundings';
import type { EngineService } from '../engine-service';
import { confirmRisk } from '../run/confirm-risk';
import { noExecutor } from '../run/no-executor';
import { needsEngine } from '../run/terminal-use';
import { ownWords, type Session } from '../terminal/session-terminal';
import type { Terminals } from '../terminal/terminals';
import { requireTrust } from '../trust';
import { readLines } from './read-line';

export interface PromptTools {
  readonly engine: Pick<EngineService, 'connection'>;
  readonly terminals: Terminals;
  readonly shell: ShellRunner;
  readonly loadShell: () => Promise<ShellParser>;
}

/** Where the commands of a prompt run, and what they belong to. */
export interface PromptPlace {
  readonly lesson: string;
  readonly workingDirectory: string;
}

const greeting = 'Docker commands typed here run as those of the lesson do. Leave with exit.';

/**
 * A terminal to type docker commands into. They run through the engine, with the lesson's label and
 * in the learner's folder, so that no docker client is needed and clean-up finds what they made.
 */
export class Prompt {
  readonly #tools: PromptTools;
  /** The newest first. */
  #history: readonly string[] = [];

  constructor(tools: PromptTools) {
    this.#tools = tools;
  }

  /** Resolves when the learner leaves it. One that is open already is shown. */
  async open(place: PromptPlace): Promise<void> {
    requireTrust('Commands run');
    const { terminals } = this.#tools;
    const key = `prompt/${place.lesson}`;
    if (terminals.isBusy(key)) {
      terminals.show(key);
      return;
    }
    let waiting: readonly string[] = [];
    for (let isFirst = true; ; isFirst = false) {
      if (waiting.length === 0) {
        const typed = await this.#read(key, isFirst);
        if (typed === undefined) return;
        waiting = typed;
      }
      const [line = '', ...rest] = waiting;
      waiting = rest;
      if (/^\s*(?:exit|logout)\s*$/.test(line)) return;
      if (line.trim() !== '') await this.#run(line, key, place);
      if (!terminals.isOpen(key)) return;
    }
  }

  async #read(key: string, isFirst: boolean): Promise<readonly string[] | undefined> {
    let lines: readonly string[] | undefined;
    await this.#inTerminal(key, async (session) => {
      await session.opened;
      if (isFirst) session.print(greeting, ownWords);
      lines = await this.#readWhole(session);
    });
    return lines;
  }

  /** A line that ends with a backslash goes on in the next. */
  async #readWhole(session: Session): Promise<readonly string[] | undefined> {
    const whole: string[] = [];
    for (let text = '$ '; ; text = '> ') {
      const lines = await readLines(session, { text, history: this.#history });
      if (lines === undefined) return undefined;
      whole.push(...lines);
      if (!/(?:^|[^\\])(?:\\\\)*\\$/.test(whole.at(-1) ?? '')) break;
    }
    const joined = whole.join('\n').replace(/\\\n/g, '').split('\n');
    this.#history = [...joined.filter((line) => line.trim() !== ''), ...this.#history].slice(
      0,
      200,
    );
    return joined;
  }

  async #run(line: string, key: string, place: PromptPlace): Promise<void> {
    await this.#inTerminal(key, async (session) => {
      try {
        await this.#execute(line, session, place);
      } catch (error) {
        if (!(error instanceof LabError)) throw error;
        session.print(describeError(error), ownWords);
      } finally {
        session.setRaw(false);
      }
    });
  }

  async #execute(line: string, session: Session, place: PromptPlace): Promise<void> {
    const { engine, shell, loadShell } = this.#tools;
    const { workingDirectory, lesson } = place;
    const plan = planBlock(line, await loadShell(), localSurroundings(workingDirectory));
    if (!(await confirmRisk(plan))) return;
    const { exitCode } = await runPlan(plan, {
      executor: needsEngine(plan) ? await engine.connection() : noExecutor,
      shell,
      streams: session,
      onStep: () => session.setRaw(false),
      options: {
        workingDirectory,
        labels: { [lessonLabel]: lesson },
        signal: session.signal,
        onAttached: session.setRaw,
      },
    });
    if (exitCode !== 0) session.print(`exit code ${exitCode}`, ownWords);
  }

  #inTerminal(key: string, work: (session: Session) => Promise<void>): Promise<void> {
    const look = { key, name: 'Container Labs', icon: 'terminal', takesFocus: true };
    return this.#tools.terminals.run({ ...look, work });
  }
}
