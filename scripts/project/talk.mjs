import { createInterface } from 'node:readline/promises';

/**
 * How a script talks to the person in front of it: lines that say what is done, and a question
 * before anything outside the project is changed. `ask` is left out where nobody is there to
 * answer, or nobody wants to be asked.
 * @param {{ questions: boolean }} options
 * @returns {{ report: (line: string) => void, ask?: (question: string) => Promise<boolean> }}
 */
export function createTalk({ questions }) {
  const report = (/** @type {string} */ line) => console.log(`  ${line}`);
  const someoneThere = process.stdin.isTTY && process.stdout.isTTY && !process.env.CI;
  return questions && someoneThere ? { report, ask } : { report };
}

/** @param {string} question */
async function ask(question) {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C or Ctrl-D at a question is the wish to end, and no answer would ever come.
  const leave = () => process.exit(130);
  lines.once('close', leave);
  const answer = await lines.question(`  ${question} [Y/n] `);
  lines.off('close', leave).close();
  return !/^n/i.test(answer.trim());
}

/**
 * Does one step and says what it is and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(title, action) {
  console.log(`→ ${title}`);
  const start = performance.now();
  try {
    return await action();
  } finally {
    console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}
