import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runProgram } from '../editor/run-program.mjs';
import {
  findInBackground,
  lastWords,
  runsProgram,
  startInBackground,
} from './background-process.mjs';
import { findEngine } from './find-engine.mjs';
import { stateFolder } from './places.mjs';

/** The Docker Engine that these scripts start. */
export const daemon = { name: 'dockerd', program: 'dockerd' };

const configFile = join(stateFolder, 'daemon.json');

/**
 * Starts an installed Docker Engine and waits until it answers: through systemd where that runs
 * the machine, otherwise by itself, with `mirror` as the place that images come from.
 * @param {string} [mirror]
 */
export async function startDaemon(mirror) {
  if (existsSync('/run/systemd/system')) {
    await runProgram('systemctl', ['start', 'docker']);
    return waitForEngine(async () => true);
  }
  await mkdir(stateFolder, { recursive: true });
  await removeStale('/var/run/docker.pid', 'dockerd');
  await removeStale('/var/run/docker/containerd/containerd.pid', 'containerd');
  await writeConfig(mirror);
  await startInBackground(daemon, ['--config-file', configFile]);
  return waitForEngine(async () => (await findInBackground(daemon)) !== undefined);
}

/**
 * Tells the engine that these scripts have started where images come from: from `mirror`, or from
 * Docker Hub alone. It need not stop for it. False where the engine is not ours.
 * @param {string} [mirror]
 */
export async function useMirror(mirror) {
  const pid = await findInBackground(daemon);
  if (pid === undefined) return false;
  await writeConfig(mirror);
  process.kill(pid, 'SIGHUP');
  // It does not say when it has read the file.
  await setTimeout(300);
  return true;
}

/** @param {string} [mirror] */
async function writeConfig(mirror) {
  // Only what stands in the file is read anew, so an empty list must stand in it, too.
  const mirrors = mirror === undefined ? [] : [mirror];
  await writeFile(configFile, JSON.stringify({ 'registry-mirrors': mirrors }));
}

/**
 * After a machine was switched off, a file may be left that names a process which is now another
 * program: the engine would take it for itself and not start.
 * @param {string} file
 * @param {string} program
 */
async function removeStale(file, program) {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid && !(await runsProgram(pid, program))) await rm(file, { force: true });
}

/** @param {() => Promise<boolean>} isRunning */
async function waitForEngine(isRunning) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && (await isRunning())) {
    const endpoint = await findEngine();
    if (endpoint !== undefined) return endpoint;
    await setTimeout(50);
  }
  throw new Error(
    `Docker is installed but does not come up. It said:\n${await lastWords(daemon)}\n` +
      'If it speaks of iptables or nf_tables: update-alternatives --set iptables /usr/sbin/iptables-legacy, then try again. ' +
      'If it speaks of cgroups: mount them first (mount -t cgroup2 none /sys/fs/cgroup). ' +
      'Inside a container, the container must be a privileged one.',
  );
}
