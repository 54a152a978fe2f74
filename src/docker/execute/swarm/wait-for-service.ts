import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../../../core/command/execution';
import { LabError } from '../../../core/lab-error';
import { type Answer, asAnswer, asAnswers, below, number, text } from '../../answer';
import { cancelled } from '../../errors';
import { type Context, print } from '../context';
import { ProgressPrinter } from '../progress-printer';
import { done } from './done';
import { type ProgressLine, ServiceProgress } from './service-progress';

const pause = 200;
const usualMonitor = 5e9;
const noBar = { current: undefined, total: undefined, error: undefined };

/** Waits until a service runs as it should, and for a while longer, since what starts may fail. */
export async function waitForService(
  name: string,
  isQuiet: boolean,
  context: Context,
): Promise<Outcome> {
  const { streams, options } = context;
  const printer = new ProgressPrinter(streams.terminal);
  const tell = async (line: ProgressLine): Promise<void> => {
    if (isQuiet || (line.isStep === true && streams.terminal === undefined)) return;
    const { name: id, text: status } = line;
    await print(streams, printer.text({ ...noBar, id, status, isLayer: id !== '' }));
  };
  const progress = new ServiceProgress();
  let monitor = usualMonitor;
  let isBack = false;
  let isConverged = false;
  let convergedAt: number | undefined;
  let ending: ProgressLine | undefined;
  while (true) {
    const service = await inspect(name, context);
    monitor = number(below(below(service, 'Spec'), 'UpdateConfig'), 'Monitor') || monitor;
    const update = below(service, 'UpdateStatus');
    const message = text(update, 'Message');
    switch (text(update, 'State')) {
      case 'updating':
        isBack = false;
        break;
      case 'completed':
        if (!isConverged) return done;
        break;
      case 'paused':
        throw paused(`service update paused: ${message}`);
      case 'rollback_started':
        if (!isBack && message !== '') await tell({ name: 'rollback', text: message });
        isBack = true;
        break;
      case 'rollback_paused':
        throw paused(`service rollback paused: ${message}`);
      case 'rollback_completed':
        if (!isConverged) ending = { name: 'rollback', text: message };
        isBack = true;
        break;
    }
    if (isConverged && convergedAt !== undefined && elapsed(convergedAt) >= monitor) {
      await tell({ name: 'verify', text: `Service ${name} converged` });
      if (ending !== undefined) await tell({ name: ending.name, text: ending.text });
      return done;
    }
    const seen = progress.update(
      service,
      await tasksOf(service, context),
      await activeNodes(context),
      isBack,
    );
    for (const line of seen.lines) await tell(line);
    isConverged = seen.isConverged;
    if (isConverged) {
      if (service.JobStatus !== undefined) {
        await tell({ name: '', text: 'job complete' });
        return done;
      }
      convergedAt ??= performance.now();
      const left = monitor - elapsed(convergedAt);
      const seconds = Math.trunc(left / 1e9) + 1;
      if (left >= 0) {
        const text = `Waiting ${seconds} seconds to verify that tasks are stable...`;
        await tell({ name: 'verify', text });
      }
    } else {
      if (convergedAt !== undefined) await tell({ name: 'verify', text: 'Detected task failure' });
      convergedAt = undefined;
    }
    await delay(pause, undefined, { signal: options.signal }).catch(() => undefined);
    if (!options.signal.aborted) continue;
    throw cancelled(`It goes on in the background. See docker service ps ${name}.`);
  }
}

/** Nanoseconds since then. */
function elapsed(since: number): number {
  return (performance.now() - since) * 1e6;
}

function paused(clientWords: string): LabError {
  return new LabError('not-allowed', 'The change of the service has stopped half-way.', {
    advice: `The swarm says: ${clientWords}. docker service rollback takes the change back.`,
    clientWords,
  });
}

async function inspect(name: string, { connection }: Context): Promise<Answer> {
  const path = `/services/${encodeURIComponent(name)}`;
  return asAnswer(await connection.json({ method: 'GET', path }), 'the service');
}

async function tasksOf(service: Answer, { connection }: Context): Promise<readonly Answer[]> {
  const filters = { service: [text(service, 'ID')], '_up-to-date': ['true'] };
  const answer = await connection.json({ method: 'GET', path: '/tasks', query: { filters } });
  return asAnswers(answer, 'tasks');
}

async function activeNodes({ connection }: Context): Promise<ReadonlySet<string>> {
  const nodes = asAnswers(await connection.json({ method: 'GET', path: '/nodes' }), 'nodes');
  const active = nodes.filter((node) => text(below(node, 'Status'), 'State') !== 'down');
  return new Set(active.map((node) => text(node, 'ID')));
}
