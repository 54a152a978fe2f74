import { oneTest, sum } from './counts.mjs';
import { runTool } from './tools.mjs';

/** @type {readonly (readonly [Parameters<typeof runTool>[1], readonly string[]])[]} */
const checks = [
  ['biome', ['check', '.']],
  ['tsc', ['--noEmit']],
  ['tsc', ['-p', 'media']],
  ['tsc', ['-p', 'scripts']],
];

/**
 * Runs everything that is checked without running the product; each check counts as one test.
 * @param {string} project
 */
export async function runStaticChecks(project) {
  const results = [];
  for (const [tool, args] of checks) {
    const passed = (await runTool(project, tool, args)) === 0;
    console.log(`  ${passed ? '✔' : '✘'} ${tool} ${args.join(' ')}`);
    results.push(oneTest(passed));
  }
  return sum(results);
}
