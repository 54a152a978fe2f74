import { spawn } from 'node:child_process';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stateFolder } from './places.mjs';

/**
 * A program that goes on in the background when the script has ended. Its number and its log stand
 * in the state folder under `name`.
 * @typedef {{ name: string, program: string }} Background
 */

/**
 * @param {Background} background
 * @param {readonly string[]} args
 */
export async function startInBackground({ name, program }, args) {
  const log = await open(logFile(name), 'w');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log.fd, log.fd] });
  await new Promise((resolve, reject) => {
    child.on('spawn', resolve);
    child.on('error', reject);
  });
  child.unref();
  await log.close();
  await writeFile(pidFile(name), String(child.pid));
}

/**
 * The number of the process if it runs. After a restart of the machine its number may be another
 * program's, so the name is compared too.
 * @param {Background} background
 * @returns {Promise<number | undefined>}
 */
export async function findInBackground({ name, program }) {
  const pid = Number(await readFile(pidFile(name), 'utf8').catch(() => ''));
  if (!pid || !isAlive(pid)) return undefined;
  return (await runsProgram(pid, program)) ? pid : undefined;
}

/**
 * Ends it and waits until it is gone; false if it did not run.
 * @param {Background} background
 */
export async function stopInBackground(background) {
  const pid = await findInBackground(background);
  if (pid === undefined) return false;
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + 20_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      throw new Error(
        `${background.program} (process ${pid}) does not end. Its log: ${logFile(background.name)}`,
      );
    }
    await setTimeout(50);
  }
  await rm(pidFile(background.name), { force: true });
  return true;
}

/**
 * The end of its log, for a message about why it did not come up.
 * @param {Background} background
 */
export async function lastWords({ name }) {
  const log = await readFile(logFile(name), 'utf8').catch(() => '');
  return `${log.trimEnd().split('\n').slice(-8).join('\n')}\nThe whole log: ${logFile(name)}`;
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {number} pid
 * @param {string} program
 */
export async function runsProgram(pid, program) {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return basename(line.split('\0')[0] ?? '') === basename(program);
}

/** @param {string} name */
function pidFile(name) {
  return join(stateFolder, `${name}.pid`);
}

/** @param {string} name */
function logFile(name) {
  return join(stateFolder, `${name}.log`);
}
