import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { inspect } from 'node:util';
import Docker from 'dockerode';
import { LabError } from '../core/lab-error';
import { hasApi } from './api-version';
import type { RegistryAuth } from './credentials/registry-auth';
import type { Endpoint } from './endpoint';
import { cancelled, fromSocketError } from './errors';
import { Refusal } from './refusal';
import { SshAgent } from './ssh/ssh-agent';

/** One request to the Engine API. Names inside `path` must be encoded by the caller. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Objects are sent as JSON, lists as repeated parameters; what is `undefined` is left out. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: object | undefined;
  /** The sign-in to a registry that the engine needs for it; `{}` says that there is none. */
  readonly registryAuth?: RegistryAuth | undefined;
  /** The same for a build, which may need several, by registry. */
  readonly registryAuths?: Readonly<Record<string, RegistryAuth>> | undefined;
  /** Sent as the body, as it comes. */
  readonly upload?: NodeJS.ReadableStream | undefined;
  readonly headers?: Readonly<Record<string, string | string[]>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until an engine that is silent counts as gone; none for what may take long. */
  readonly timeout?: number | undefined;
}

/**
 * The one way to the engine: dockerode's transport, with bodies read by us, since dockerode waits
 * forever for the rest of an answer that breaks off. Rejects with a `Refusal` when the engine says
 * no and with a `LabError` when it cannot be talked to.
 */
export class Connection {
  readonly endpoint: Endpoint;
  readonly #transport: Transport;
  readonly #signal: AbortSignal | undefined;

  constructor(endpoint: Endpoint, transport = openTransport(endpoint), signal?: AbortSignal) {
    this.endpoint = endpoint;
    this.#transport = transport;
    this.#signal = signal;
  }

  /** The same connection; its calls are given up with `signal`, unless they bring one of their own. */
  endingWith(signal: AbortSignal): Connection {
    return new Connection(this.endpoint, this.#transport, signal);
  }

  /** Whether the engine's API has what came with a version such as `1.44`. */
  hasApi(version: string): boolean {
    return hasApi(this.endpoint.apiVersion, version);
  }

  /** The whole answer, read as JSON; `undefined` when it is empty. */
  async json(call: Call): Promise<unknown> {
    const text = await this.text(call);
    if (text.trim() === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new LabError(
        'engine-answer',
        `The engine's answer to ${call.path} cannot be read: it is not JSON.`,
        { advice: `Is something else than an engine listening at ${this.endpoint.url}?`, cause },
      );
    }
  }

  async text(call: Call): Promise<string> {
    const response = await this.stream(call);
    return readText(response, this.endpoint, call.signal ?? this.#signal);
  }

  /** The answer as it comes. Its end, when it breaks off, is an `error` event with a socket error. */
  async stream(call: Call): Promise<IncomingMessage> {
    const answer = await this.#dial(call, false);
    if (isResponse(answer)) return answer;
    throw unexpectedUpgrade(call);
  }

  /** The raw connection: what is written goes to the container, what it writes can be read. */
  async hijack(call: Call): Promise<Duplex> {
    const answer = await this.#dial(call, true);
    if (!isResponse(answer)) return answer;
    answer.destroy();
    throw new LabError('engine-answer', 'The engine did not open a connection to the container.', {
      advice: 'A proxy between here and the engine may not allow it (HTTP upgrade).',
    });
  }

  /** Ends idle connections, so that a process can. */
  close(): void {
    this.#transport.agent.destroy();
  }

  async #dial(call: Call, hijack: boolean): Promise<IncomingMessage | Duplex> {
    const signal = call.signal ?? this.#signal;
    if (signal?.aborted) throw cancelled();
    // The engine answers such a path with a redirection, which dockerode follows to nowhere.
    if (/\/\.{0,2}(?:\/|$)/.test(call.path)) {
      throw new LabError('usage', `“${decodeURIComponent(call.path)}” names nothing on an engine.`);
    }
    const answer = await new Promise<IncomingMessage | Duplex>((resolve, reject) => {
      const options = toDialOptions({ ...call, signal }, hijack);
      this.#transport.docker.modem.dial(options, (error, result) => {
        if (error !== null && error !== undefined) reject(error);
        else resolve(result as IncomingMessage | Duplex);
      });
    }).catch((error: unknown) => {
      throw fromSocketError(error, this.endpoint, signal);
    });
    keepWatch(answer, this.endpoint);
    if (!isResponse(answer)) return answer;
    const status = answer.statusCode ?? 0;
    if (status < 400) return answer;
    throw new Refusal(status, reasonOf(await readText(answer, this.endpoint, signal)));
  }
}

function isResponse(answer: IncomingMessage | Duplex): answer is IncomingMessage {
  return 'statusCode' in answer;
}

interface Transport {
  readonly agent: http.Agent;
  readonly docker: Docker;
}

/** Milliseconds after which an idle connection is let go, before a network on the way forgets it. */
const idle = 30_000;

function openTransport(endpoint: Endpoint): Transport {
  const agent = openAgent(endpoint);
  // dockerode describes every request in full for a debugging that is off, with all sockets of this.
  Object.defineProperty(agent, inspect.custom, { value: () => 'Agent' });
  const options = transportOptions(endpoint, agent);
  return { agent, docker: withoutDockerHost(() => new Docker(options)) };
}

function openAgent(endpoint: Endpoint): http.Agent {
  const options = { keepAlive: true, timeout: idle };
  if (endpoint.kind === 'ssh') return new SshAgent(endpoint.address, options);
  const isTls = endpoint.kind === 'tcp' && endpoint.tls !== undefined;
  return new (isTls ? https : http).Agent(options);
}

/** dockerode reads this variable, and files that go with it, even when it is told where to go. */
function withoutDockerHost<T>(make: () => T): T {
  const { DOCKER_HOST: host } = process.env;
  if (host === undefined) return make();
  delete process.env.DOCKER_HOST;
  try {
    return make();
  } finally {
    process.env.DOCKER_HOST = host;
  }
}

/** A machine that falls silent is only noticed when it is asked now and then. */
function keepWatch(answer: IncomingMessage | Duplex, { kind }: Endpoint): void {
  if (kind !== 'tcp') return;
  const socket = isResponse(answer) ? answer.socket : answer;
  if (socket instanceof Socket) socket.setKeepAlive(true, idle);
}

function transportOptions(endpoint: Endpoint, agent: http.Agent): Docker.DockerOptions {
  // All of them are given, since what is missing dockerode takes from the environment.
  const none = { host: undefined, port: undefined, socketPath: undefined } as const;
  const tls = endpoint.kind === 'tcp' ? endpoint.tls : undefined;
  const options = {
    ...none,
    ca: tls?.ca,
    cert: tls?.cert,
    key: tls?.key,
    protocol: tls === undefined ? 'http' : 'https',
    username: undefined,
    timeout: undefined,
    agent,
    // The engine answers as one of this version would: newer engines have changed what they say.
    ...(endpoint.apiVersion === undefined ? {} : { version: `v${endpoint.apiVersion}` }),
    ...target(endpoint),
  };
  return options as Docker.DockerOptions;
}

function target(endpoint: Endpoint): Docker.DockerOptions {
  if (endpoint.kind === 'socket') return { socketPath: endpoint.path };
  // SSH leads to one engine: its name over there is of no account.
  if (endpoint.kind === 'ssh') return { host: 'engine', port: 80 };
  return { host: endpoint.host, port: endpoint.port };
}

/** dockerode looks up whether a status is good; we read every answer, the bad ones too. */
const everyStatus = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [100 + i, true]));

function toDialOptions(call: Call, hijack: boolean): Parameters<Docker['modem']['dial']>[0] {
  const query = Object.fromEntries(
    Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined && value !== false),
  );
  const { signal, timeout } = call;
  const signals = [signal, timeout === undefined ? undefined : AbortSignal.timeout(timeout)].filter(
    (item) => item !== undefined,
  );
  return {
    method: call.method,
    path: Object.keys(query).length === 0 ? call.path : `${call.path}?`,
    options: { _query: query, _body: call.body ?? {} },
    isStream: true,
    statusCodes: everyStatus,
    hijack,
    ...(call.upload === undefined ? {} : { file: call.upload }),
    ...(hijack && call.body === undefined ? noBody : {}),
    ...(call.registryAuth === undefined ? {} : { authconfig: call.registryAuth }),
    ...(call.registryAuths === undefined ? {} : { registryconfig: call.registryAuths }),
    ...(call.headers === undefined ? {} : { headers: { ...call.headers } }),
    ...(signals.length === 0 ? {} : { abortSignal: AbortSignal.any(signals) }),
  };
}

/**
 * dockerode ends the request of a raw connection with an empty chunk, which Podman hands to the
 * container as input.
 */
const noBody = {
  file: Buffer.alloc(0) as unknown as NodeJS.ReadableStream,
  headers: { 'Content-Type': 'text/plain' },
};

async function readText(
  response: IncomingMessage,
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch (error) {
    throw fromSocketError(error, endpoint, signal);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The engine says why in a `message`; Podman has a `cause` besides; a proxy sends a page. */
function reasonOf(body: string): string {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer === 'object' && answer !== null && 'message' in answer) {
      return String(answer.message).trim();
    }
  } catch {
    // No JSON: the text itself is the reason.
  }
  const text = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.slice(0, 300);
}

function unexpectedUpgrade(call: Call): LabError {
  return new LabError('engine-answer', `The engine answered ${call.path} with a raw connection.`);
}
