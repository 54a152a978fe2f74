import { readFile } from 'node:fs/promises';

/**
 * How tests ended.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    none,
  );
}

/** @param {boolean} passed */
export function oneTest(passed) {
  return { ...none, passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** @param {Counts} counts */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * What the counting reporter left behind. A run that left nothing broke off: one failure.
 * @param {string} file
 * @returns {Promise<Counts>}
 */
export async function readCounts(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    console.log('  The run broke off before its end.');
    return oneTest(false);
  }
  return JSON.parse(text);
}

/** Thrown by a suite that lacks something it needs: it is skipped, and the message says why. */
export class CannotRun extends Error {}
