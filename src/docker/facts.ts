import { connect } from 'node:net';
import { LabError } from '../core/lab-error';
import type { EngineReader, Facts } from '../core/ports';
import { asAnswer, required } from './answer';
import type { Engine } from './engine';
import { fromSocketError } from './errors';
import { passOutput } from './execute/attach';
import { containerPath } from './execute/context';
import { execExitCode } from './execute/exec';
import { toLabError } from './refusal';

/** What facts need besides the engine. */
export interface FactSources {
  /** Text of a file of the learner's, relative to the working folder; `undefined` when absent. */
  readFile(path: string): Promise<string | undefined>;
}

/** Milliseconds that one question to a service or a port may take. */
const patience = 3000;
/** Bytes that are kept of an answer. */
const limit = 64 * 1024;

/** Everything a check may ask: the engine, commands in containers, services, ports and files. */
export function createFacts(engine: Engine, sources: FactSources): Facts {
  const reader: EngineReader = engine;
  return {
    ...reader,
    execute: (container, command) =>
      executeInside(engine, container, command).catch((error) => Promise.reject(toLabError(error))),
    http: readUrl,
    portAnswers,
    readFile: (path) => sources.readFile(path),
  };
}

/** Milliseconds that a check's command in a container may take. */
const commandPatience = 20_000;

async function executeInside(
  { connection }: Engine,
  container: string,
  command: readonly string[],
): Promise<{ readonly exitCode: number; readonly output: string }> {
  const created = await connection.json({
    method: 'POST',
    path: containerPath(container, '/exec'),
    body: { AttachStdout: true, AttachStderr: true, Tty: false, Cmd: command },
    timeout: commandPatience,
  });
  const id = required(asAnswer(created, 'the command'), 'Id', 'the command');
  const socket = await connection.hijack({
    method: 'POST',
    path: `/exec/${id}/start`,
    body: { Detach: false, Tty: false },
    timeout: commandPatience,
  });
  const timer = setTimeout(() => socket.destroy(tooSlow(command)), commandPatience);
  const output = new LimitedText();
  const take = (chunk: Uint8Array): void => output.add(chunk);
  try {
    const streams = { stdout: take, stderr: take, stdin: undefined, terminal: undefined };
    await passOutput(socket, streams, false);
  } catch (error) {
    throw fromSocketError(error, connection.endpoint);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
  const exitCode = await execExitCode(id, connection);
  if (exitCode === undefined) throw tooSlow(command);
  return { exitCode, output: output.text() };
}

function tooSlow(command: readonly string[]): LabError {
  return new LabError('cancelled', `${command.join(' ')} takes too long in the container.`);
}

/** Keeps the beginning of what comes, and lets the rest go by. */
class LimitedText {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  add(chunk: Uint8Array): void {
    const part = chunk.subarray(0, limit - this.#length);
    this.#length += part.length;
    if (part.length > 0) this.#chunks.push(Uint8Array.from(part));
  }

  isFull(): boolean {
    return this.#length >= limit;
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

async function readUrl(
  url: string,
): Promise<{ readonly status: number; readonly body: string } | undefined> {
  if (!URL.canParse(url)) {
    throw new LabError('invalid-check', `The check asks for ${url}, which is no address.`);
  }
  const signal = AbortSignal.timeout(patience);
  const body = new LimitedText();
  let status: number;
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'follow',
      headers: { connection: 'close' },
    });
    status = response.status;
    for await (const chunk of response.body ?? []) {
      body.add(chunk);
      if (body.isFull()) break;
    }
  } catch {
    // Refused, reset, silent: for a check it is all the same, nobody answers.
    return undefined;
  }
  return { status, body: body.text() };
}

/** Whether anyone accepts a connection, on either kind of address that localhost has. */
async function portAnswers(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)));
  return answers.includes(true);
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(patience, () => finish(false));
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
  });
}
