import { ensureDebianPackages } from '../editor/debian-packages.mjs';
import { runProgram } from '../editor/run-program.mjs';

/** The ways to call Compose that the lessons know. */
const calls = [
  ['docker', 'compose', 'version'],
  ['docker-compose', 'version'],
  ['podman-compose', '--version'],
];

/**
 * Makes sure that there is Docker Compose. One lesson needs it, so its lack stops nothing.
 * @param {import('../editor/debian-packages.mjs').Talk} talk
 */
export async function ensureCompose(talk) {
  if (await hasCompose()) return;
  await ensureDebianPackages(['docker-compose'], 'for the lesson on Compose', talk).catch((error) =>
    talk.report?.(`Without Docker Compose, one lesson cannot run its commands. ${error.message}`),
  );
}

async function hasCompose() {
  const answers = calls.map(([program = '', ...args]) => runProgram(program, args));
  return Promise.any(answers).then(
    () => true,
    () => false,
  );
}
