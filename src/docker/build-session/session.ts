import { createHash, randomUUID } from 'node:crypto';
import { performServerHandshake, type ServerHttp2Stream } from 'node:http2';
import { describeError } from '../../core/lab-error';
import type { Connection } from '../connection';
import { readMessages, sendMessage } from './messages';

/** Answers one kind of question that the engine asks while it builds. */
export type Service = (stream: ServerHttp2Stream, metadata: Metadata) => Promise<void>;

/** All values of what comes with a question, by its name in lower case. */
export type Metadata = (name: string) => readonly string[];

/** What the engine may ask, by the method's path, such as `/moby.filesync.v1.FileSync/DiffCopy`. */
export type Services = Readonly<Record<string, Service>>;

/** What the engine asks for is not there; it may do without. */
export class NotFound extends Error {}

/** A connection on which the engine asks, and we answer. */
export interface BuildSession {
  readonly id: string;
  close(): void;
}

/**
 * Opens the way back that BuildKit builds with: over it the engine fetches the files of the context
 * as it needs them. It is gRPC with the roles turned round, on a raw connection. `key` names the
 * folder, so that a later build sends only what has changed.
 */
export async function openSession(
  connection: Connection,
  services: Services,
  key: string,
): Promise<BuildSession> {
  const id = randomUUID().replaceAll('-', '');
  const all: Services = { ...services, [healthCheck]: answerHealth };
  const socket = await connection.hijack({
    method: 'POST',
    path: '/session',
    headers: {
      Upgrade: 'h2c',
      'X-Docker-Expose-Session-Uuid': id,
      'X-Docker-Expose-Session-Name': 'container-labs',
      'X-Docker-Expose-Session-Sharedkey': createHash('sha256').update(key).digest('hex'),
      'X-Docker-Expose-Session-Grpc-Method': Object.keys(all),
    },
  });
  const server = performServerHandshake(socket);
  // How the build itself ends says all that there is to say.
  server.on('error', () => undefined);
  socket.on('error', () => undefined);
  server.on('stream', (stream: ServerHttp2Stream, ...[, , raw]: readonly string[][]) => {
    stream.on('error', () => undefined);
    const metadata = (name: string) => valuesOf(name, raw ?? []);
    const service = all[metadata(':path')[0] ?? ''];
    const ended = service === undefined ? refuse(stream) : answer(stream, metadata, service);
    ended.catch(() => stream.destroy());
  });
  return {
    id,
    close() {
      server.destroy();
      socket.destroy();
    },
  };
}

/** Names and values in turn: the joined form that Node has besides cannot be taken apart again. */
function valuesOf(name: string, headers: readonly string[]): readonly string[] {
  return headers.filter((_, at) => at % 2 === 1 && headers[at - 1] === name);
}

const status = { ok: '0', unknown: '2', notFound: '5', unimplemented: '12' } as const;
const responseHeaders = { ':status': 200, 'content-type': 'application/grpc' } as const;

async function answer(
  stream: ServerHttp2Stream,
  metadata: Metadata,
  service: Service,
): Promise<void> {
  const trailers: Record<string, string> = { 'grpc-status': status.ok };
  stream.respond(responseHeaders, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  try {
    await service(stream, metadata);
  } catch (error) {
    trailers['grpc-status'] = error instanceof NotFound ? status.notFound : status.unknown;
    trailers['grpc-message'] = encodeURIComponent(describeError(error));
  }
  stream.end();
}

async function refuse(stream: ServerHttp2Stream): Promise<void> {
  stream.respond({ ...responseHeaders, 'grpc-status': status.unimplemented }, { endStream: true });
}

const healthCheck = '/grpc.health.v1.Health/Check';

/** Engines ask now and then whether we are still there. */
async function answerHealth(stream: ServerHttp2Stream): Promise<void> {
  for await (const _ of readMessages(stream)) break;
  await sendMessage(stream, Buffer.from([8, 1]));
}
