import assert from 'node:assert/strict';
import { join } from 'node:path';
import { usualSockets } from '../../../src/docker/usual-sockets';
import { withFolder } from '../../support/temporary-folder';

/** The origins of the usual sockets in order, with those below the home folder as `~`. */
async function lists(
  platform: NodeJS.Platform,
  files: readonly string[],
  expected: readonly string[],
): Promise<void> {
  await withFolder(Object.fromEntries(files.map((file) => [file, ''])), async (home) => {
    const environment = { XDG_RUNTIME_DIR: '/run/user/7', TMPDIR: join(home, 'tmp') };
    const sockets = await usualSockets({ environment, home, platform });
    const shown = sockets.map(([path, origin]) => `${origin}: ${path.replace(home, '~')}`);
    assert.deepEqual(shown, expected);
  });
}

const linux = [
  'Docker: /var/run/docker.sock',
  'Docker without root: /run/user/7/docker.sock',
  'Podman: /run/podman/podman.sock',
  'Podman without root: /run/user/7/podman/podman.sock',
  'Podman machine: ~/.local/share/containers/podman/machine/podman.sock',
  'Docker Desktop: ~/.docker/run/docker.sock',
  'Docker Desktop: ~/.docker/desktop/docker.sock',
  'Colima: ~/.colima/default/docker.sock',
  'Colima: ~/.config/colima/default/docker.sock',
  'Rancher Desktop: ~/.rd/docker.sock',
];

describe('the usual sockets', function () {
  if (process.platform === 'win32') this.pending = true;

  it('are in this order on Linux', () => lists('linux', [], linux));

  it('are some more on a Mac', () =>
    lists('darwin', [], [...linux, 'OrbStack: ~/.orbstack/run/docker.sock']));

  it('are pipes on Windows', () =>
    lists(
      'win32',
      [],
      [
        'Docker: //./pipe/docker_engine',
        'Podman: //./pipe/podman-machine-default',
        'Docker Desktop: //./pipe/dockerDesktopLinuxEngine',
      ],
    ));

  it('are one for each profile of Colima and each machine of Podman', () =>
    lists(
      'linux',
      [
        '.colima/work/docker.sock',
        '.colima/default/docker.sock',
        '.colima/_lima/x',
        'tmp/podman/podman-machine-default-api.sock',
        'tmp/podman/other.log',
      ],
      [
        ...linux.slice(0, 5),
        'Podman machine: ~/tmp/podman/podman-machine-default-api.sock',
        ...linux.slice(5, 8),
        'the Colima profile work: ~/.colima/work/docker.sock',
        ...linux.slice(8),
      ],
    ));
});
