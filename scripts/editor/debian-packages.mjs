import { runProgram } from './run-program.mjs';

/**
 * How a set-up step talks to the person in front of it.
 * @typedef {object} Talk
 * @property {(question: string) => Promise<boolean>} [ask] Asked before something outside the
 *   project is installed. Left out: nobody is there to ask, go on.
 * @property {(line: string) => void} [report] Takes a line that says what is being done.
 */

/**
 * Makes sure that Debian packages are installed. Rejects with a plain sentence where that cannot
 * be done: not Debian, not root, or the person said no.
 * @param {readonly string[]} names
 * @param {string} purpose What they are for, as the end of a sentence: `to compile the editor`.
 * @param {Talk} talk
 */
export async function ensureDebianPackages(names, purpose, { ask, report }) {
  const missing = await missingPackages(names);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`Debian packages are missing ${purpose}. Please run: sudo ${command}`);
  }
  if (ask && !(await ask(`Install the Debian packages ${missing.join(', ')} ${purpose}?`))) {
    throw new Error(`Debian packages are missing ${purpose}: ${missing.join(', ')}.`);
  }
  report?.(`Installing Debian packages: ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update'], { env });
  await runProgram(
    'apt-get',
    ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...missing],
    { env },
  );
}

/** @param {readonly string[]} names */
async function missingPackages(names) {
  const missing = [];
  for (const name of names) {
    const status = await runProgram('dpkg', ['--status', name]).catch((error) => {
      if (error.code === 'ENOENT') {
        throw new Error(
          `This is not a Debian system. Please install by hand: ${names.join(', ')}.`,
        );
      }
      return 'unknown';
    });
    if (!/^Status: install ok installed$/m.test(status)) missing.push(name);
  }
  return missing;
}
