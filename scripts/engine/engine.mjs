import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ensureDebianPackages } from '../editor/debian-packages.mjs';
import { ensureCompose } from './compose.mjs';
import { startDaemon } from './daemon.mjs';
import { canPull } from './docker-hub.mjs';
import { findEngine } from './find-engine.mjs';
import { withLock } from './lock.mjs';
import { stateFolder } from './places.mjs';
import { ensureRegistry } from './registry.mjs';

export { ensureImages } from './images.mjs';

/** @typedef {import('../editor/debian-packages.mjs').Talk} Talk */

const packages = ['docker.io', 'iptables', 'docker-registry', 'docker-compose'];

/**
 * Gives an engine that answers: one that runs already, or else Docker, which on Debian and Ubuntu
 * is installed when it is missing. Rejects with what to do where none can be had.
 * @param {Talk} talk
 * @returns {Promise<import('./engine-api.mjs').Endpoint>}
 */
export async function ensureEngine(talk) {
  const endpoint =
    (await findEngine()) ?? (await withLock(join(stateFolder, 'lock'), () => setUp(talk)));
  await ensureCompose(talk);
  talk.report?.(`The engine at ${endpoint.url} answers`);
  return endpoint;
}

/** @param {Talk} talk */
async function setUp(talk) {
  // Another process may have done it while this one waited for the lock.
  const found = await findEngine();
  if (found !== undefined) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error(howToGetOne());
  if (!(await isOnPath('dockerd'))) {
    await ensureDebianPackages(packages, 'to run containers', talk).catch((error) => {
      throw new Error(`No container engine answers. ${error.message}`);
    });
    const started = await findEngine();
    if (started !== undefined) return started;
  }
  const mirror =
    (await canPull()) || !(await isOnPath('docker-registry')) ? undefined : await ensureRegistry();
  talk.report?.('Starting Docker (npm run stop ends it)');
  return startDaemon(mirror);
}

function howToGetOne() {
  const ways = {
    darwin:
      'Start Docker Desktop, OrbStack or Podman Desktop, or run: colima start. None installed? brew install colima docker',
    win32:
      'Start Docker Desktop, or run: podman machine start. None installed? winget install Docker.DockerDesktop',
    linux:
      'Is one installed? sudo systemctl start docker. If not, on Debian and Ubuntu: sudo apt-get install docker.io; on Fedora: sudo dnf install moby-engine',
  };
  const way = ways[/** @type {keyof typeof ways} */ (process.platform)] ?? ways.linux;
  return `No container engine answers on this machine. ${way}`;
}

/** @param {string} program */
async function isOnPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = await access(join(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}
