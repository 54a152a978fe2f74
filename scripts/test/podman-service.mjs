import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from '../editor/run-program.mjs';
import { askEngine } from '../engine/engine-api.mjs';
import { registryAddress } from '../engine/registry.mjs';

/**
 * Starts Podman's service for the tests alone: its images, containers and networks are in a folder
 * of its own, and are gone with it.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPodman() {
  const folder = await mkdtemp(join(tmpdir(), 'container-labs-podman-'));
  const environment = { ...process.env, ...(await writeConfiguration(folder)) };
  const places = ['--root', join(folder, 'root'), '--runroot', join(folder, 'run')];
  const socket = join(folder, 'podman.sock');
  const service = spawn(
    'podman',
    [...places, 'system', 'service', '--time=0', `unix://${socket}`],
    { env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  service.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const ended = once(service, 'exit');
  ended.catch(() => undefined);
  const stop = async () => {
    await runProgram('podman', [...places, 'rm', '--all', '--force'], { env: environment }).catch(
      () => undefined,
    );
    service.kill();
    await ended.catch(() => undefined);
    // Podman keeps its storage mounted on itself.
    await runProgram('umount', [join(folder, 'root/overlay')]).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  const endpoint = { url: `unix://${socket}`, origin: 'The test', connect: { socketPath: socket } };
  for (let i = 0; i < 100 && service.exitCode === null; i++) {
    const answer = await askEngine(endpoint, { path: '/_ping', timeout: 2000 }).catch(() => null);
    if (answer?.status === 200) return { url: endpoint.url, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`Podman does not start. It said: ${said}`);
}

/**
 * What Podman is told: crun refuses a machine with both kinds of control groups, and images come
 * from the registry of the tests where that runs. Gives the variables that name the files.
 * @param {string} folder
 */
async function writeConfiguration(folder) {
  const files = {
    CONTAINERS_CONF: join(folder, 'containers.conf'),
    CONTAINERS_REGISTRIES_CONF: join(folder, 'registries.conf'),
  };
  const engine = [
    '[containers]',
    'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]',
    '[engine]',
    'runtime = "runc"',
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    `tmp_dir = "${join(folder, 'tmp')}"`,
    '[network]',
    `network_config_dir = "${join(folder, 'networks')}"`,
  ];
  await writeFile(files.CONTAINERS_CONF, `${engine.join('\n')}\n`);
  const mirror = await registryAddress();
  const registries = [
    'unqualified-search-registries = ["docker.io"]',
    '[[registry]]',
    'location = "docker.io"',
    ...(mirror === undefined
      ? []
      : ['[[registry.mirror]]', `location = "${new URL(mirror).host}"`, 'insecure = true']),
  ];
  await writeFile(files.CONTAINERS_REGISTRIES_CONF, `${registries.join('\n')}\n`);
  return files;
}
