import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { none, oneTest, sum } from './counts.mjs';

/** @typedef {'pass' | 'fail' | 'skip'} Outcome */
/** @typedef {{ lesson: string, exercise: string, before: Outcome, after: Outcome, reason?: string }} Verified */

/**
 * Proves every exercise on the engine with the built command line. Two tests each: nothing is
 * right before the work is done, everything after it.
 * @param {string} project
 */
export async function runVerify(project) {
  const child = spawn(process.execPath, ['dist/cli.js', 'verify', '--json'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, code] = await Promise.all([
    text(child.stdout),
    new Promise((resolve) => child.on('close', resolve)),
  ]);
  /** @type {readonly Verified[]} */
  let exercises;
  try {
    exercises = JSON.parse(output);
  } catch {
    console.log(`  \`verify --json\` ended with ${code} and gave no JSON:\n${output}`);
    return oneTest(false);
  }
  const results = exercises.map(judge);
  // An exit code that contradicts the list would hide a mistake in one of the two.
  const wrong = sum(results).failed > 0 || exercises.length === 0;
  return sum([...results, oneTest(wrong ? code !== 0 && exercises.length > 0 : code === 0)]);
}

/** @param {Verified} exercise */
function judge({ lesson, exercise, before, after, reason }) {
  const counts = sum([one(before, 'fail'), one(after, 'pass')]);
  const mark = counts.failed > 0 ? '✘' : counts.skipped > 0 ? '-' : '✔';
  console.log(
    `  ${mark} ${lesson} ${exercise}: ${before} before, ${after} after ${reason ? `(${reason})` : ''}`.trimEnd(),
  );
  return counts;
}

/**
 * @param {Outcome} outcome
 * @param {Outcome} expected
 */
function one(outcome, expected) {
  return outcome === 'skip' ? { ...none, skipped: 1 } : oneTest(outcome === expected);
}
