import type { EngineEvent } from '../core/engine';
import { LabError } from '../core/lab-error';
import { type Answer, below, number, stringMap, text } from './answer';
import type { Connection } from './connection';
import { fromSocketError } from './errors';
import { readJsonLines } from './json-lines';

const kinds: readonly EngineEvent['kind'][] = ['container', 'image', 'volume', 'network'];

/** An event as the engine reports it, in our words. */
export function toEngineEvent(answer: Answer): EngineEvent {
  const actor = below(answer, 'Actor');
  const attributes = stringMap(actor, 'Attributes');
  const kind = kinds.find((known) => known === text(answer, 'Type')) ?? 'other';
  const { name, image, exitCode, containerExitCode, ...labels } = attributes;
  // `exec_create: sh -c …` carries the command; Podman says `died` and `remove` for its own.
  const action = toAction(kind, text(answer, 'Action') || text(answer, 'status'));
  // Podman says it of every event, and means it only of the end.
  const ending = exitCode ?? (action === 'die' ? containerExitCode : undefined);
  return {
    time: eventTime(answer),
    kind,
    action,
    id: text(actor, 'ID') || text(answer, 'id'),
    name: name ?? (kind === 'image' ? text(actor, 'ID') : ''),
    image: kind === 'container' ? (image ?? text(answer, 'from')) : '',
    exitCode: ending === undefined ? undefined : Number(ending),
    labels,
  };
}

function toAction(kind: EngineEvent['kind'], action: string): string {
  const verb = action.split(':', 1)[0] ?? action;
  if (kind !== 'container') return verb;
  return verb === 'died' ? 'die' : verb === 'remove' ? 'destroy' : verb;
}

function eventTime(answer: Answer): Date {
  const nanoseconds = number(answer, 'timeNano');
  if (nanoseconds !== undefined) return new Date(nanoseconds / 1e6);
  return new Date((number(answer, 'time') ?? 0) * 1000);
}

/** What the engine remembers since then, oldest first. */
export async function readEventsSince(
  connection: Connection,
  since: Date,
  filters?: Readonly<Record<string, readonly string[]>>,
): Promise<readonly EngineEvent[]> {
  const events: EngineEvent[] = [];
  // Podman takes a time to end at for one in the future, and waits for it.
  const end = connection.endpoint.isPodman ? { stream: 'false' } : { until: seconds(new Date()) };
  const call = {
    method: 'GET',
    path: '/events',
    query: { since: seconds(since), ...end, filters },
    timeout: 20_000,
  } as const;
  for await (const answer of readJsonLines(await connection.stream(call), connection.endpoint)) {
    events.push(toEngineEvent(answer));
  }
  return events;
}

/** Seconds with the fraction that the engine's own clock has. */
function seconds(date: Date): string {
  return (date.getTime() / 1000).toFixed(3);
}

/** Calls back for each new event; resolves after `signal`, rejects when the engine ends it. */
export async function followEvents(
  connection: Connection,
  onEvent: (event: EngineEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  try {
    const stream = await connection.stream({ method: 'GET', path: '/events', signal });
    const stop = (): void => void stream.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const answer of readJsonLines(stream, connection.endpoint, signal)) {
        onEvent(toEngineEvent(answer));
      }
    } finally {
      signal.removeEventListener('abort', stop);
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error instanceof LabError ? error : fromSocketError(error, connection.endpoint);
  }
  if (signal.aborted) return;
  throw new LabError('engine-gone', 'The container engine has stopped reporting events.', {
    advice: 'Is it still running? Start it again.',
  });
}
