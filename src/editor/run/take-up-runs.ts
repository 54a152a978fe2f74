import type { ContainersRequest, LogsRequest } from '../../core/command/request';
import { addressesOf, sentenceFor } from '../../core/command/sentences';
import type { ContainerFacts } from '../../core/engine';
import { describeError, LabError } from '../../core/lab-error';
import type { EngineConnection, EngineService } from '../engine-service';
import { ownWords, type Session } from '../terminal/session-terminal';
import type { Terminals } from '../terminal/terminals';
import type { KeptRun, KeptRuns } from './kept-runs';
import type { RunStates } from './run-states';

interface Tools {
  readonly engine: Pick<EngineService, 'connection'>;
  readonly terminals: Terminals;
  readonly states: RunStates;
  readonly kept: KeptRuns;
}

/**
 * Takes up the runs that a reload of the window has cut off from their terminals: each gets a new
 * one with all the container has printed, and goes on in it. Resolves when all have ended.
 */
export async function takeUpRuns(tools: Tools): Promise<void> {
  const runs = tools.kept.all;
  if (runs.length === 0) return;
  const connection = await tools.engine.connection();
  await Promise.all(
    runs.map(async (run) => {
      const container = await connection.container(run.container);
      if (container === undefined) await sayGone(run, tools);
      else await takeUp(run, container, connection, tools);
    }),
  );
}

async function sayGone(run: KeptRun, { kept, states }: Tools): Promise<void> {
  await kept.remove(run.container);
  const text = 'It has ended while nobody watched, and its container is gone.';
  states.set(run.lesson, run.block, { phase: 'ended', text, links: [] });
}

async function takeUp(
  run: KeptRun,
  container: ContainerFacts,
  connection: EngineConnection,
  { terminals, kept, states }: Tools,
): Promise<void> {
  const say = (phase: 'running' | 'ended', text: string) => {
    const urls = phase === 'running' ? addressesOf(container.ports) : [];
    const links = urls.map((url) => ({ text: `Open ${url}`, url }));
    states.set(run.lesson, run.block, { phase, text, links });
  };
  const isRunning = container.state === 'running' || container.state === 'paused';
  if (isRunning) say('running', 'Running.');
  await terminals.run({
    key: terminals.freeKey(run.lesson),
    name: run.title,
    icon: 'beaker',
    takesFocus: false,
    async work(session) {
      session.print(`$ ${run.command}`, '1');
      await session.opened;
      const sentence = isRunning
        ? await follow(container, connection, session)
        : await readBack(container, connection, session);
      session.setRaw(false);
      session.print(sentence, ownWords);
      say('ended', sentence);
    },
  });
  await kept.remove(run.container);
}

/** Everything it has printed, then what it prints, until it ends. */
async function follow(
  { id }: ContainerFacts,
  connection: EngineConnection,
  session: Session,
): Promise<string> {
  try {
    return sentenceFor(await connection.execute(attachRequest(id), session, optionsOf(session)));
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return describeError(error);
  }
}

/** What a container that has ended left behind. */
async function readBack(
  { id, exitCode, outOfMemory }: ContainerFacts,
  connection: EngineConnection,
  session: Session,
): Promise<string> {
  await connection.execute(logsRequest(id), session, optionsOf(session));
  return sentenceFor({ exitCode: exitCode ?? 0, detached: false, outOfMemory });
}

function optionsOf({ signal, setRaw }: Session) {
  return { workingDirectory: '.', labels: {}, signal, onAttached: setRaw };
}

function attachRequest(container: string): ContainersRequest {
  return {
    kind: 'containers',
    verb: 'attach',
    containers: [container],
    timeout: undefined,
    signal: undefined,
    force: false,
    volumes: false,
    attach: true,
    interactive: true,
    detachKeys: undefined,
    signalProxy: true,
    replay: true,
  };
}

function logsRequest(container: string): LogsRequest {
  return {
    kind: 'logs',
    container,
    follow: false,
    timestamps: false,
    details: false,
    tail: 'all',
    since: undefined,
    until: undefined,
  };
}
