import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/**
 * A server that is up. `stop` ends it with everything it started, and may be called twice; `ended`
 * resolves when it has ended, of itself or not.
 * @typedef {{ url: string, stop: () => Promise<void>, ended: Promise<unknown> }} RunningServer
 */

/**
 * Starts a server program and waits until it answers. Rejects with its last words when it ends
 * before that or stays silent for a minute.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ url: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<RunningServer>}
 */
export async function startServer(program, args, { url, env }) {
  // A group of its own: the server's children end with it.
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keepTail = (/** @type {Buffer} */ chunk) => {
    output = `${output}${chunk}`.slice(-5000);
  };
  child.stdout.on('data', keepTail);
  child.stderr.on('data', keepTail);
  const ended = new Promise((resolve) => {
    child.on('close', resolve);
    child.on('error', (error) => {
      output += error.message;
      resolve(undefined);
    });
  });
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const patience = new AbortController();
    await Promise.race([ended, setTimeout(5000, undefined, patience)]);
    patience.abort();
    signalGroup(child, 'SIGKILL');
  };
  const deadline = Date.now() + 60_000;
  while (!(await answers(url))) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > deadline) {
      await stop();
      throw new Error(`The editor's server did not come up at ${url}. It said:\n${output}`);
    }
    await setTimeout(100);
  }
  return { url, stop, ended };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** @param {string} url */
async function answers(url) {
  return fetch(url, { redirect: 'manual' }).then(
    (response) => response.status < 500,
    () => false,
  );
}

/** A TCP port of this machine that nobody uses now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
