import { join } from 'node:path';
import { prepareOurs } from './ours.mjs';
import { runProcess } from './process.mjs';

const megabytes = 200;
const containers = 200;
const stream = `docker run --rm alpine head -c ${megabytes}m /dev/zero`;

/**
 * One command, run by us in a process that is up, as the editor's is, and by the docker client; in
 * turn, on the same engine.
 * @typedef {object} Compared
 * @property {string} name
 * @property {readonly number[]} ours In milliseconds.
 * @property {readonly number[]} client
 */

/**
 * The docker commands of the benchmark against the docker client.
 * @param {string} project
 * @returns {Promise<{ times: readonly Compared[], memory: Compared }>} `memory` is in megabytes, of
 *   two processes: our command line and the client.
 */
export async function measureCommands(project) {
  const ours = await prepareOurs(project);
  /** @type {(name: string, command: string, figure: 'first' | 'whole', rounds: number) => Promise<Compared>} */
  const compare = async (name, command, figure, rounds) => {
    /** @type {{ name: string, ours: number[], client: number[] }} */
    const compared = { name, ours: [], client: [] };
    for (let round = -1; round < rounds; round++) {
      const [mine, theirs] = [await ours(command), await runProcess('docker', words(command))];
      if (mine.bytes !== theirs.bytes) console.log(`  ${command}: other output than the client's`);
      if (round < 0) continue; // The first is for caches to fill.
      compared.ours.push(mine[figure]);
      compared.client.push(theirs[figure]);
    }
    return compared;
  };
  const hello = await compare('Run to first byte', 'docker run --rm hello-world', 'first', 15);
  const streamed = await compare(`${megabytes} MB of output`, stream, 'whole', 5);
  const listed = await withContainers(ours, () =>
    compare(`ps -a with ${containers} containers`, 'docker ps -a', 'whole', 15),
  );
  return { times: [hello, streamed, listed], memory: await measureMemory(project) };
}

/** @param {string} project */
async function measureMemory(project) {
  /** @type {{ name: string, ours: number[], client: number[] }} */
  const compared = { name: `Memory for ${megabytes} MB of output`, ours: [], client: [] };
  for (let round = 0; round < 3; round++) {
    const mine = await runProcess(process.execPath, [join(project, 'dist/cli.js'), 'run', stream]);
    const theirs = await runProcess('docker', words(stream));
    compared.ours.push(mine.memory / 1e6);
    compared.client.push(theirs.memory / 1e6);
  }
  return compared;
}

/**
 * @template T
 * @param {(command: string) => Promise<unknown>} run
 * @param {() => Promise<T>} action
 */
async function withContainers(run, action) {
  const names = Array.from({ length: containers }, (_, index) => `container-labs-bench-${index}`);
  try {
    for (const name of names) await run(`docker create --name ${name} alpine`);
    return await action();
  } finally {
    await run(`docker rm --force ${names.join(' ')}`);
  }
}

/** @param {string} command */
function words(command) {
  return command.split(' ').slice(1);
}
