import { ensureDebianPackages } from '../editor/debian-packages.mjs';
import { CannotRun } from './counts.mjs';
import { startPodman } from './podman-service.mjs';
import { runMocha } from './tools.mjs';

const packages = ['podman', 'runc', 'crun', 'netavark', 'aardvark-dns', 'fuse-overlayfs'];

/** The tests on the engine that Podman can pass: not those of SSH, Compose, and Docker's own help. */
const files = [
  'commands',
  'container-commands',
  'copy',
  'create-differential',
  'disk-differential',
  'engine',
  'image-outlook',
  'images-differential',
  'networks-differential',
  'run',
  'streams',
];

/**
 * Runs the tests of the engine on Podman. What differs is in test/support/podman-differences.ts.
 * @param {string} project
 * @param {import('../editor/debian-packages.mjs').Talk} talk
 */
export async function runPodmanSuite(project, talk) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new CannotRun('the suite starts Podman by itself, as root on Linux only');
  }
  await ensureDebianPackages(packages, 'to run the tests on Podman', talk).catch((error) => {
    throw new CannotRun(error.message);
  });
  const podman = await startPodman();
  try {
    return await runMocha(project, {
      spec: files.map((name) => `out/test/docker/${name}.test.js`),
      timeout: 60_000,
      env: { DOCKER_HOST: podman.url, DOCKER_CONTEXT: '' },
      require: 'out/test/support/podman-hooks.js',
    });
  } finally {
    await podman.stop();
  }
}
