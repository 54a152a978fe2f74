import type { Outcome } from '../../../core/command/execution';
import type { ServiceLogsRequest } from '../../../core/command/swarm-request';
import { truncateId } from '../../../core/format/truncate';
import { LabError } from '../../../core/lab-error';
import { type Answer, asAnswer, below, number, text } from '../../answer';
import type { Connection } from '../../connection';
import { cancelled, fromSocketError } from '../../errors';
import { Refusal } from '../../refusal';
import type { Context } from '../context';
import { demultiplex } from '../demultiplex';
import { toTimestamp } from '../timestamp';
import { done } from './done';
import { SwarmNames } from './names';

/** `docker service logs`: of a service, or of one of its tasks. */
export async function executeServiceLogs(
  request: ServiceLogsRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams, options } = context;
  const source = await findSource(request.service, connection);
  const stream = await connection.stream({
    method: 'GET',
    path: `${source.path}/logs`,
    query: {
      stdout: 1,
      stderr: 1,
      follow: request.follow ? 1 : undefined,
      timestamps: request.timestamps ? 1 : undefined,
      details: request.raw ? undefined : 1,
      tail: request.tail,
      since: request.since === undefined ? undefined : toTimestamp(request.since, new Date()),
    },
    signal: options.signal,
  });
  const writer = new LogLines(request, source.width, connection);
  const rests = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  try {
    for await (const { stream: to, chunk } of demultiplex(stream)) {
      if (request.raw) {
        await streams[to](chunk);
        continue;
      }
      let rest = Buffer.concat([rests[to], chunk]);
      for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
        await streams[to](await writer.line(rest.subarray(0, at + 1)));
        rest = rest.subarray(at + 1);
      }
      rests[to] = rest;
    }
    for (const to of ['stdout', 'stderr'] as const) {
      if (rests[to].length > 0) await streams[to](await writer.line(rests[to]));
    }
  } catch (error) {
    if (options.signal.aborted) throw cancelled('Stopped watching.');
    throw fromSocketError(error, connection.endpoint);
  }
  return done;
}

interface Source {
  readonly path: string;
  /** Digits of the greatest slot, for lines of equal width. */
  readonly width: number;
}

async function findSource(name: string, connection: Connection): Promise<Source> {
  const own = encodeURIComponent(name);
  try {
    const answer = await connection.json({ method: 'GET', path: `/services/${own}` });
    const service = asAnswer(answer, 'the service');
    const mode = below(below(service, 'Spec'), 'Mode');
    const replicas = number(below(mode, 'Replicated'), 'Replicas');
    const width = replicas === undefined ? 0 : String(replicas).length;
    return { path: `/services/${encodeURIComponent(text(service, 'ID'))}`, width };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    const answer = await connection.json({ method: 'GET', path: `/tasks/${own}` }).catch(() => {
      throw new LabError('not-found', `There is no service and no task named ${name}.`, {
        advice: 'docker service ls lists the services there are.',
        clientWords: `no such task or service: ${name}`,
      });
    });
    const task = asAnswer(answer, 'the task');
    return {
      path: `/tasks/${encodeURIComponent(text(task, 'ID'))}`,
      width: String(number(task, 'Slot') ?? 0).length,
    };
  }
}

const swarmLabel = 'com.docker.swarm.';

/** Puts where a line is from before it: `web.1.abc@node    | text`. */
class LogLines {
  readonly #request: ServiceLogsRequest;
  readonly #width: number;
  readonly #connection: Connection;
  readonly #names: SwarmNames;
  readonly #tasks = new Map<string, Promise<Answer>>();

  constructor(request: ServiceLogsRequest, width: number, connection: Connection) {
    this.#request = request;
    this.#width = width;
    this.#connection = connection;
    this.#names = new SwarmNames(connection, request.noResolve);
  }

  async line(line: Buffer): Promise<Buffer> {
    const { timestamps, details } = this.#request;
    const first = timestamps ? line.indexOf(32) + 1 : 0;
    const second = line.indexOf(32, first) + 1;
    const pairs = new URLSearchParams(
      line.subarray(first, second).toString('utf8').trim().replaceAll(',', '&'),
    );
    const from = await this.#from(pairs);
    const others = [...pairs].filter(([name]) => !name.startsWith(swarmLabel)).sort();
    const more = details ? `${others.map(([name, value]) => `${name}=${value}`).join(',')} ` : '';
    return Buffer.concat([
      line.subarray(0, first),
      Buffer.from(`${from}    | ${more}`),
      line.subarray(second),
    ]);
  }

  async #from(pairs: URLSearchParams): Promise<string> {
    const id = (name: string) => pairs.get(`${swarmLabel}${name}.id`) ?? '';
    const task = await this.#task(id('task'));
    const slot = String(number(task, 'Slot') ?? 0);
    const { noTaskIds, noTruncate } = this.#request;
    const own = noTruncate ? id('task') : truncateId(id('task'));
    const name = `${await this.#names.service(id('service'))}.${slot}${noTaskIds ? '' : `.${own}`}`;
    const padding = ' '.repeat(Math.max(0, this.#width - slot.length));
    return `${name}@${await this.#names.node(id('node'))}${padding}`;
  }

  #task(id: string): Promise<Answer> {
    const path = `/tasks/${encodeURIComponent(id)}`;
    const known =
      this.#tasks.get(id) ??
      this.#connection.json({ method: 'GET', path }).then((answer) => asAnswer(answer, 'the task'));
    this.#tasks.set(id, known);
    return known;
  }
}
