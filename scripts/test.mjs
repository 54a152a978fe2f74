/*
 * npm test: sets up what the tests need, runs every suite, and ends with one line that sums up.
 *
 *   npm test -- [--yes] [--only SUITE,SUITE]
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from './editor/run-program.mjs';
import { ensureDependencies } from './project/dependencies.mjs';
import { createTalk, step } from './project/talk.mjs';
import { CannotRun, describeCounts, none, oneTest, sum } from './test/counts.mjs';
import { suites, usual } from './test/suites.mjs';
import { runTool } from './test/tools.mjs';

const project = resolve(import.meta.dirname, '..');

async function main() {
  const { yes, chosen } = readArguments();
  const talk = createTalk({ questions: !yes });
  await step('The project’s packages', () => ensureDependencies(project, talk));
  await step('Build', async () => {
    await runProgram(process.execPath, ['esbuild.js'], { cwd: project });
  });
  const needs = new Set(chosen.flatMap((suite) => suite.needs));
  const results = [];
  if (needs.has('compiled tests')) {
    results.push(await step('Compile the tests', compileTests));
  }
  const lacking = needs.has('engine')
    ? await step('Container engine and images', () => prepareEngine(talk))
    : undefined;
  for (const suite of chosen) {
    const missing = suite.needs.includes('engine') ? lacking : undefined;
    const counts = await step(suite.title, () => runSuite(suite, talk, missing));
    console.log(`  ${suite.name}: ${describeCounts(counts)}`);
    results.push(counts);
  }
  return sum(results);
}

function readArguments() {
  const { values } = parseArgs({
    options: { yes: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const names = values.only?.split(',') ?? usual;
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    const known = suites.map((suite) => suite.name).join(', ');
    throw new Error(`There is no suite "${unknown}". There are: ${known}.`);
  }
  return { yes: values.yes, chosen: suites.filter(({ name }) => names.includes(name)) };
}

/**
 * The tests run even when the compiler finds fault, if it wrote them; the check suite reports what
 * it found. Old output goes first, so that a removed test is gone.
 */
async function compileTests() {
  await rm(join(project, 'out', 'test'), { recursive: true, force: true });
  await rm(join(project, 'out', 'src'), { recursive: true, force: true });
  const code = await runTool(project, 'tsc', []);
  return code === 0 ? none : oneTest(false);
}

/**
 * Gives why there is no engine to test on, or nothing when there is one.
 * @param {import('./editor/debian-packages.mjs').Talk} talk
 * @returns {Promise<string | undefined>}
 */
async function prepareEngine(talk) {
  try {
    const { ensureEngine, ensureImages } = await import('./engine/engine.mjs');
    await ensureEngine(talk);
    await ensureImages(talk);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param {import('./test/suites.mjs').Suite} suite
 * @param {import('./editor/debian-packages.mjs').Talk} talk
 * @param {string | undefined} missing Why it cannot run at all.
 */
async function runSuite(suite, talk, missing) {
  try {
    if (missing !== undefined) throw new CannotRun(missing);
    return await suite.run(project, talk);
  } catch (error) {
    if (error instanceof CannotRun) {
      console.log(`  SKIPPED, the whole suite ${suite.name}: ${error.message}`);
      return { ...none, skipped: 1 };
    }
    console.log(`  ${error instanceof Error ? error.stack : error}`);
    return oneTest(false);
  }
}

main().then(
  (counts) => {
    process.exitCode = counts.failed === 0 ? 0 : 1;
    console.log(describeCounts(counts));
  },
  (error) => {
    console.log(error instanceof Error ? error.message : error);
    console.log(describeCounts(oneTest(false)));
    process.exitCode = 1;
  },
);
