import { ask } from './learner.mjs';

/** The ids of all containers that carry the labs' label. */
async function labContainers() {
  return (await ask('docker ps -aq --filter label=container-labs.lesson'))
    .split('\n')
    .filter(Boolean);
}

/**
 * Skips a suite on an engine on which somebody follows the course: at its end the suite removes all
 * containers of the labs, and it would take theirs.
 * @param {import('mocha').Context} context
 */
export async function skipWhereLabsAreUsed(context) {
  if ((await labContainers()).length === 0) return;
  process.stderr.write('SKIPPED: there are containers of the labs on this engine already.\n');
  context.skip();
}

export async function removeLabContainers() {
  const ids = await labContainers();
  if (ids.length > 0) await ask(`docker rm --force --volumes ${ids.join(' ')}`);
}
