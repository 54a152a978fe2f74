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
  const obstacles = await prepare(new Set(chosen.flatMap(({ needs }) => needs)), talk);
  const results = [];
  for (const suite of chosen) {
    const counts = await step(suite.title, () => runSuite(suite, talk, obstacles));
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
 * Does what the chosen suites need, and gives what stands in the way of which need.
 * @param {ReadonlySet<import('./test/suites.mjs').Need>} needs
 * @param {import('./editor/debian-packages.mjs').Talk} talk
 */
async function prepare(needs, talk) {
  /** @type {Map<import('./test/suites.mjs').Need, Error>} */
  const obstacles = new Map();
  /** @type {Record<import('./test/suites.mjs').Need, [string, () => Promise<unknown>]>} */
  const steps = {
    build: ['Build', () => runProgram(process.execPath, ['esbuild.js'], { cwd: project })],
    'compiled tests': ['Compile the tests', compileTests],
    engine: ['Container engine and images', () => prepareEngine(talk)],
  };
  for (const need of needs) {
    const [title, action] = steps[need];
    await step(title, action).catch((error) => {
      console.log(`  ${error.message}`);
      obstacles.set(need, error);
    });
  }
  return obstacles;
}

/**
 * Old output goes first, so that a removed test is gone. Tests with wrong types run all the same:
 * the static checks judge types.
 */
async function compileTests() {
  await rm(join(project, 'out', 'test'), { recursive: true, force: true });
  await rm(join(project, 'out', 'src'), { recursive: true, force: true });
  const code = await runTool(project, 'tsc', []);
  if (code !== 0) console.log('  The compiler found faults; the tests run all the same.');
}

/** @param {import('./editor/debian-packages.mjs').Talk} talk */
async function prepareEngine(talk) {
  const { ensureEngine, ensureImages } = await import('./engine/engine.mjs');
  try {
    await ensureEngine(talk);
    await ensureImages(talk);
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

/**
 * A suite that something stands in the way of is skipped if that may be (no engine on this
 * machine), and failed if it may not (the build is broken).
 * @param {import('./test/suites.mjs').Suite} suite
 * @param {import('./editor/debian-packages.mjs').Talk} talk
 * @param {ReadonlyMap<import('./test/suites.mjs').Need, Error>} obstacles
 */
async function runSuite(suite, talk, obstacles) {
  try {
    for (const need of suite.needs) {
      const obstacle = obstacles.get(need);
      if (obstacle !== undefined) throw obstacle;
    }
    return await suite.run(project, talk);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof CannotRun) {
      console.log(`  SKIPPED, the whole suite ${suite.name}: ${message}`);
      return { ...none, skipped: 1 };
    }
    console.log(`  FAILED, the whole suite ${suite.name}: ${message}`);
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
