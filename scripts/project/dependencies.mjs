import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanEnvironment } from '../editor/clean-environment.mjs';
import { runProgram } from '../editor/run-program.mjs';

/**
 * Installs the project's packages with `npm ci`, unless they are there as package-lock.json wants
 * them.
 * @param {string} project
 * @param {{ report?: (line: string) => void }} [talk]
 */
export async function ensureDependencies(project, { report } = {}) {
  if (await areInstalled(project)) return;
  report?.('Installing the project’s packages (npm ci)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await runProgram(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: project,
    env: cleanEnvironment(),
    shell: process.platform === 'win32',
  });
}

/** @param {string} project */
async function areInstalled(project) {
  const wanted = await readLock(join(project, 'package-lock.json'));
  const present = await readLock(join(project, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .every(([path, entry]) => present[path]?.version === entry.version);
}

/**
 * @param {string} path
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function readLock(path) {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return JSON.parse(text).packages ?? {};
}
