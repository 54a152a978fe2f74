import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What of the machine says where sockets are. */
interface Places {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

type Socket = readonly [path: string, origin: string];

/** The socket or pipe of an engine that nobody has moved. */
export function defaultSocket({ platform }: Pick<Places, 'platform'>): string {
  return platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock';
}

/** Where engines listen by themselves, whether one does or not, the likeliest first. */
export async function usualSockets(places: Places): Promise<readonly Socket[]> {
  if (places.platform === 'win32') return pipes;
  const { environment, home, platform } = places;
  const below = (path: string): string => join(home, path);
  const runtime = environment.XDG_RUNTIME_DIR;
  const rootless = (path: string, origin: string): readonly Socket[] =>
    runtime ? [[join(runtime, path), origin]] : [];
  return [
    [defaultSocket(places), 'Docker'],
    ...rootless('docker.sock', 'Docker without root'),
    ['/run/podman/podman.sock', 'Podman'],
    ...rootless('podman/podman.sock', 'Podman without root'),
    [below('.local/share/containers/podman/machine/podman.sock'), 'Podman machine'],
    ...(await podmanMachines(environment)),
    [below('.docker/run/docker.sock'), 'Docker Desktop'],
    [below('.docker/desktop/docker.sock'), 'Docker Desktop'],
    ...(await colimaProfiles(places)),
    [below('.rd/docker.sock'), 'Rancher Desktop'],
    ...(platform === 'darwin' ? [[below('.orbstack/run/docker.sock'), 'OrbStack'] as const] : []),
  ];
}

const pipes: readonly Socket[] = [
  [defaultSocket({ platform: 'win32' }), 'Docker'],
  ['//./pipe/podman-machine-default', 'Podman'],
  ['//./pipe/dockerDesktopLinuxEngine', 'Docker Desktop'],
];

/** `podman machine` puts a socket for each of its machines into the folder for temporary files. */
async function podmanMachines(environment: Places['environment']): Promise<readonly Socket[]> {
  const folder = join(environment.TMPDIR ?? '/tmp', 'podman');
  const files = await filesIn(folder);
  return files
    .filter((name) => name.endsWith('-api.sock'))
    .map((name): Socket => [join(folder, name), 'Podman machine']);
}

/** Colima has a virtual machine for each profile; the one called `default` comes first. */
async function colimaProfiles({ environment, home }: Places): Promise<readonly Socket[]> {
  const folders = environment.COLIMA_HOME
    ? [environment.COLIMA_HOME]
    : [join(home, '.colima'), join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'colima')];
  const sockets = folders.map(async (folder) => {
    const profiles = (await filesIn(folder)).filter((name) => !/^[._]|\.sock$/.test(name));
    const others = profiles.filter((name) => name !== 'default');
    return ['default', ...others].map((profile): Socket => {
      const origin = profile === 'default' ? 'Colima' : `the Colima profile ${profile}`;
      return [join(folder, profile, 'docker.sock'), origin];
    });
  });
  return (await Promise.all(sockets)).flat();
}

/** Their names in order; none where there is no such folder, or it is not ours to read. */
async function filesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );
}
