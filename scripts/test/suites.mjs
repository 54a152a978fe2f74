import { runStaticChecks } from './static-checks.mjs';
import { runMocha } from './tools.mjs';
import { runVerify } from './verify.mjs';

/**
 * What must be done before a suite.
 * @typedef {'build' | 'compiled tests' | 'engine'} Need
 *
 * A suite of tests. `run` rejects with CannotRun where something it needs cannot be had.
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} title
 * @property {readonly Need[]} needs
 * @property {(project: string, talk: import('../editor/debian-packages.mjs').Talk) =>
 *   Promise<import('./counts.mjs').Counts>} run
 */

/** All suites, in the order in which they run: what fails fast comes first. */
/** @type {readonly Suite[]} */
export const suites = [
  {
    name: 'check',
    title: 'Static checks: Biome, and TypeScript over source, page and scripts',
    needs: [],
    run: runStaticChecks,
  },
  {
    name: 'unit',
    title: 'Unit tests',
    needs: ['compiled tests'],
    run: (project) => runMocha(project, { spec: 'out/test/unit/**/*.test.js', timeout: 5000 }),
  },
  {
    name: 'docker',
    title: 'Tests on the real engine',
    needs: ['build', 'compiled tests', 'engine'],
    run: (project) =>
      runMocha(project, { spec: 'out/test/docker/**/*.test.js', timeout: 60_000, retries: 1 }),
  },
  {
    name: 'podman',
    title: 'Tests on the real engine, with Podman as the engine',
    needs: ['compiled tests', 'engine'],
    run: async (project, talk) => (await import('./podman.mjs')).runPodmanSuite(project, talk),
  },
  {
    name: 'host',
    title: 'Tests inside VS Code (its server, with a browser as the window)',
    needs: ['build', 'compiled tests'],
    run: async (project, talk) => (await import('./host.mjs')).runHostSuite(project, talk),
  },
  {
    name: 'desktop',
    title: 'Tests inside VS Code (desktop)',
    needs: ['build', 'compiled tests'],
    run: async (project) => (await import('./desktop.mjs')).runDesktopSuite(project),
  },
  {
    name: 'verify',
    title: 'Every exercise on the real engine: wrong before its solution, right after it',
    needs: ['build', 'engine'],
    run: runVerify,
  },
  {
    name: 'e2e',
    title: 'The packaged extension in an editor in a browser',
    needs: ['engine'],
    run: async (project, talk) => (await import('./e2e.mjs')).runE2ESuite(project, talk),
  },
];

/** Only when it is asked for: it installs an engine of its own. */
const onDemand = ['podman'];

/** The two suites of the host run the same tests: one of them is enough, by system. */
const twin = process.platform === 'linux' ? 'desktop' : 'host';

/** What `npm test` runs when it is not told. */
export const usual = suites
  .map(({ name }) => name)
  .filter((name) => name !== twin && !onDemand.includes(name));
