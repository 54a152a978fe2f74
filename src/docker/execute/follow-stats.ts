import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../../core/command/execution';
import type { StatsRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { cancelled } from '../errors';
import { followEvents } from '../events';
import { readJsonLines } from '../json-lines';
import { Refusal } from '../refusal';
import { type Context, containerPath, print } from './context';
import { listIds } from './list-ids';
import { emptyRow, type StatsRows, statsRow } from './stats-row';

/** Milliseconds between two pictures. */
const interval = 500;

/** Prints what containers use anew, over the last picture, until it is interrupted. */
export async function followStats(
  request: StatsRequest,
  write: (rows: StatsRows) => string,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  const over = new AbortController();
  const signal = AbortSignal.any([options.signal, over.signal]);
  const following = connection.endingWith(signal);
  const rows = new Map<string, StatsRows[number]>();
  const isNamed = request.containers.length > 0;
  const failures: unknown[] = [];

  /** Resolves with the first reading; the others come by themselves. */
  const follow = async (name: string): Promise<void> => {
    rows.set(name, emptyRow(name, request.noTruncate));
    const path = containerPath(name, '/stats');
    const stream = await following.stream({ method: 'GET', path, query: { stream: 1 } });
    const readings = readJsonLines(stream, connection.endpoint, signal);
    const take = async (): Promise<boolean> => {
      const { value, done } = await readings.next();
      if (done !== true) rows.set(name, statsRow(name, value, request.noTruncate));
      return done !== true;
    };
    await take();
    const goOn = async (): Promise<void> => {
      while (await take());
    };
    goOn().catch((error) => failures.push(error));
  };
  const forget = (error: unknown): void => {
    // It is gone already, or the engine ends it; the events tell which.
    if (!(error instanceof Refusal) && !(error instanceof LabError)) failures.push(error);
  };

  try {
    const names = isNamed
      ? [...new Set(request.containers)]
      : await listIds(request.all, { connection });
    if (!isNamed) {
      const watching = followEvents(
        following,
        ({ kind, action, id }) => {
          if (kind !== 'container') return;
          const name = id.slice(0, 12);
          const isNew = action === 'start' || (request.all && action === 'create');
          if (isNew && !rows.has(name)) follow(name).catch(forget);
          if (action === (request.all ? 'destroy' : 'die')) rows.delete(name);
        },
        signal,
      );
      watching.catch((error) => failures.push(error));
    }
    await Promise.all(names.map((name) => (isNamed ? follow(name) : follow(name).catch(forget))));
    while (!signal.aborted && failures.length === 0) {
      await print(streams, picture(write([...rows.values()])));
      await sleep(interval, undefined, { signal }).catch(() => undefined);
    }
    if (options.signal.aborted) throw cancelled();
    throw failures[0];
  } finally {
    over.abort();
  }
}

/** The text from the top of the screen on, over what stood there. */
function picture(table: string): string {
  const text = `\x1b[H${table}`;
  const lines = text.split('\n').map((line) => `${line} \x1b[K\n`);
  return `${text}${lines.join('')}\x1b[J`;
}
