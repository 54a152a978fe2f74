import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '../../src/docker/endpoint';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { ping } from '../../src/docker/ping';

/** Passes connections on to a socket of the test, since the engine has a network of its own. */
const relay = `
  const net = require('node:net');
  net.createServer((from) => {
    const to = net.connect(process.argv[2]);
    for (const [one, other] of [[from, to], [to, from]]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    from.pipe(to);
    to.pipe(from);
  }).listen(5000, '127.0.0.1');
`;

/** The first process of the engine's namespaces: when it ends, everything in them does. */
const init = `
  ip link set lo up
  "$NODE" "$FOLDER/relay.cjs" "$FOLDER/registry.sock" &
  mkdir -p "$FOLDER/data"
  [ -z "$SIZE" ] || mount -t tmpfs -o "size=$SIZE" none "$FOLDER/data"
  begin() {
    rm -f "$FOLDER/engine.pid" "$FOLDER/engine.sock"
    dockerd --config-file "$FOLDER/none.json" --data-root "$FOLDER/data" --exec-root "$FOLDER/exec" \\
      --pidfile "$FOLDER/engine.pid" --host "unix://$FOLDER/engine.sock" --iptables=false \\
      --max-download-attempts 1 >>"$FOLDER/log" 2>&1 &
    engine=$!
  }
  begin
  while read -r word; do
    case "$word" in
      kill) kill -9 "$engine"; wait "$engine" ;;
      begin) begin ;;
    esac
  done
`;

/**
 * An engine of a test's own, in namespaces of its own for network, mounts and processes, so that
 * nothing of the machine's engine is touched, and nothing stays when it is stopped.
 */
export class OwnEngine {
  readonly folder: string;
  readonly endpoint: Endpoint;
  readonly #process: ChildProcess;
  readonly #clients: Engine[] = [];

  private constructor(folder: string, process: ChildProcess) {
    this.folder = folder;
    this.#process = process;
    const path = join(folder, 'engine.sock');
    this.endpoint = { kind: 'socket', path, url: `unix://${path}`, origin: 'a test' };
  }

  /** Gives back why it cannot be had here, if so. `size` limits its disk, such as `80m`. */
  static async start(size = ''): Promise<OwnEngine | string> {
    if (process.platform !== 'linux' || process.geteuid?.() !== 0) return 'it takes root on Linux';
    for (const program of ['dockerd', 'unshare', 'ip']) {
      if (!(await isThere(program))) return `there is no program ${program}`;
    }
    const folder = await mkdtemp(join(tmpdir(), 'container-labs-engine-'));
    await writeFile(join(folder, 'relay.cjs'), relay);
    await writeFile(join(folder, 'none.json'), '{}');
    const flags = '--net --mount --pid --fork --kill-child --mount-proc'.split(' ');
    const child = spawn('unshare', [...flags, 'sh', '-c', init], {
      env: { ...process.env, NODE: process.execPath, FOLDER: folder, SIZE: size },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const engine = new OwnEngine(folder, child);
    if (await engine.#answers()) return engine;
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => 'no log');
    await engine.stop();
    return `it does not start: ${log.trim().split('\n').at(-1)}`;
  }

  /** One more client of it. */
  client(): Engine {
    const client = connectEngine(this.endpoint);
    this.#clients.push(client);
    return client;
  }

  /** Ends it at once, as when it crashes. */
  kill(): void {
    this.#process.stdin?.write('kill\n');
  }

  /** Starts it again on what it had. */
  async begin(): Promise<void> {
    this.#process.stdin?.write('begin\n');
    if (await this.#answers()) return;
    // What the killed one left behind may keep it waiting for too long.
    this.#process.stdin?.write('kill\nbegin\n');
    if (!(await this.#answers())) throw new Error('the engine does not start again');
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    if (this.#process.exitCode === null && this.#process.signalCode === null) await ended;
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async #answers(): Promise<boolean> {
    for (let attempt = 0; attempt < 150; attempt++) {
      if ((await ping(this.endpoint, 1000)).kind === 'answers') return true;
      if (this.#process.exitCode !== null) return false;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return false;
  }
}

function isThere(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', 'command -v "$1"', 'sh', program], (error) => resolve(error === null));
  });
}
