import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { type SshAddress, sshArguments } from './ssh-address';
import { noSshProgram, sshTrouble } from './ssh-trouble';

/** Milliseconds to wait for the words of an ssh that has ended. */
const lastWords = 200;

/**
 * One connection to an engine over SSH: the user's own `ssh`, with the user's keys and configuration.
 * The process ends with the connection. Breaks with a `LabError` that says why; an event `answer`
 * tells of the first byte.
 */
export class SshConnection extends Duplex {
  readonly #host: string;
  readonly #child: ChildProcessWithoutNullStreams;
  #stderr = '';
  #hasAnswered = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(address: SshAddress) {
    // As a network socket: the other side's end is ours too.
    super({ allowHalfOpen: false });
    this.#host = address.host;
    // A session of its own: Ctrl-C in a terminal is for the container, and nobody asks for passwords.
    this.#child = spawn('ssh', [...sshArguments(address)], {
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const { stdin, stdout, stderr } = this.#child;
    this.#child.on('error', (error) => this.destroy(noSshProgram(error)));
    // What cannot be written is told by the end of the process, with its reason.
    stdin.on('error', () => undefined);
    stdout.on('data', (chunk: Buffer) => {
      if (!this.#hasAnswered) this.emit('answer');
      this.#hasAnswered = true;
      if (!this.push(chunk)) stdout.pause();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-10_000);
    });
    void this.#awaitEnd();
  }

  /**
   * Not its `close` event: an ssh that stays in the background for others (`ControlPersist`) keeps
   * standard error open.
   */
  async #awaitEnd(): Promise<void> {
    const { stdout, stderr } = this.#child;
    const [code] = await Promise.all([
      new Promise<number | null>((resolve) => this.#child.once('exit', resolve)),
      new Promise<void>((resolve) => stdout.once('close', resolve)),
    ]);
    if (code === 0) {
      this.push(null);
      return;
    }
    if (!stderr.closed) {
      await new Promise<void>((resolve) => {
        stderr.once('close', resolve);
        setTimeout(resolve, lastWords);
      });
    }
    this.destroy(sshTrouble(this.#host, this.#stderr, this.#hasAnswered));
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#child.stdin.write(chunk, () => done());
  }

  override _final(done: () => void): void {
    this.#child.stdin.end(() => done());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#idle);
    const { stdin, stdout, stderr } = this.#child;
    for (const stream of [stdin, stdout, stderr]) stream.destroy();
    this.#child.kill();
    done(error);
  }

  // What an http.Agent asks of a socket.

  setTimeout(milliseconds: number): this {
    clearTimeout(this.#idle);
    if (milliseconds > 0) {
      this.#idle = setTimeout(() => this.emit('timeout'), milliseconds).unref();
    }
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  ref(): this {
    return this.#eachHandle('ref');
  }

  unref(): this {
    return this.#eachHandle('unref');
  }

  #eachHandle(act: 'ref' | 'unref'): this {
    const { stdin, stdout, stderr } = this.#child;
    this.#child[act]();
    for (const stream of [stdin, stdout, stderr]) if (stream instanceof Socket) stream[act]();
    return this;
  }
}
