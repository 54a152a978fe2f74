import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '../../src/docker/endpoint';

/** What a fake engine does with one kind of request; `path` is without the query. */
export type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => void;

/** A server on a socket of its own that answers like an engine, or as badly as a test wants. */
export class FakeEngine {
  readonly endpoint: Endpoint;
  /** Method and path of every request, in order. */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #folder: string;
  readonly #sockets = new Set<Socket>();

  private constructor(folder: string, server: Server, path: string) {
    this.#folder = folder;
    this.#server = server;
    this.endpoint = { kind: 'socket', path, url: `unix://${path}`, origin: 'a test' };
  }

  /** `at` is a socket that a test has already; without it there is a new one. */
  static async start(
    handlers: Readonly<Record<string, Handler>>,
    at?: string,
  ): Promise<FakeEngine> {
    const folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    const isWindows = process.platform === 'win32';
    const own = isWindows
      ? `//./pipe/container-labs-test-${process.pid}-${Date.now()}`
      : join(folder, 'engine.sock');
    const path = at ?? own;
    const server = createServer();
    const engine = new FakeEngine(folder, server, path);
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      const route = `${request.method} ${request.url?.split('?')[0]}`;
      engine.requests.push(route);
      const handler = Object.entries(handlers).find(([pattern]) =>
        new RegExp(`^${pattern}$`).test(route),
      );
      if (handler === undefined) sendJson(response, 404, { message: `page not found: ${route}` });
      else handler[1](request, response, route);
    };
    server.on('request', answer);
    // An answer to an upgrade is written to the socket itself.
    server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      const route = `${request.method} ${request.url?.split('?')[0]}`;
      engine.requests.push(route);
      const handler = Object.entries(handlers).find(([pattern]) =>
        new RegExp(`^${pattern}$`).test(route),
      );
      socket.on('error', () => undefined);
      handler?.[1](request, { socket } as ServerResponse, route);
    });
    server.on('connection', (socket) => {
      engine.#sockets.add(socket);
      socket.on('close', () => engine.#sockets.delete(socket));
    });
    server.listen(path);
    await once(server, 'listening');
    return engine;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Answers with the whole of a text, whatever was asked. */
export function send(status: number, body: string): Handler {
  return (_, response) => {
    response.writeHead(status);
    response.end(body);
  };
}

/** Sends the beginning of an answer, then breaks the connection. */
export function breakAfter(body: string): Handler {
  return (_, response) => {
    response.writeHead(200, { 'Content-Length': body.length + 1000 });
    response.write(body, () => response.socket?.destroy());
  };
}

/** Never answers. */
export const hang: Handler = () => undefined;

/** Opens a raw connection as the engine does for attach, and hands it to the test. */
export function upgrade(use: (socket: Socket) => void): Handler {
  return (_, { socket }) => {
    socket?.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    if (socket !== null) use(socket);
  };
}
