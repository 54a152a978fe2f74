import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCounts } from './counts.mjs';

/** The programs of the packages that the tests use, as files for node: no shell, on any system. */
const programs = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  mocha: 'node_modules/mocha/bin/mocha.js',
};

/**
 * Runs a tool of the project, its output in ours, and gives its exit code.
 * @param {string} project
 * @param {keyof typeof programs} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runTool(project, tool, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(project, programs[tool]), ...args], {
      cwd: project,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a suite of mocha's and counts.
 * @param {string} project
 * @param {{
 *   spec: string | string[],
 *   timeout: number,
 *   retries?: number,
 *   env?: NodeJS.ProcessEnv,
 *   require?: string,
 * }} options `spec` is a glob, or files; `timeout`, in milliseconds, is for each test; `retries` is
 *   how often a test that fails is tried again, which is told: for suites that share an engine, a
 *   browser and a clock with others; `require` is a file with hooks.
 */
export async function runMocha(project, { spec, timeout, retries = 0, env, require }) {
  const counts = join(tmpdir(), `container-labs-counts-${process.pid}.json`);
  const reporter = join(project, 'scripts/test/counting-reporter.cjs');
  await rm(counts, { force: true });
  await runTool(
    project,
    'mocha',
    [
      ...['--no-config', '--forbid-only', '--reporter', reporter, '--timeout', String(timeout)],
      ...['--retries', String(retries)],
      ...(require === undefined ? [] : ['--require', join(project, require)]),
      ...[spec].flat(),
    ],
    { ...env, CONTAINER_LABS_COUNTS: counts },
  );
  const result = await readCounts(counts);
  await rm(counts, { force: true });
  return result;
}
