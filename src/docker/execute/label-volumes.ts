import { type Answer, asAnswer, below, list, text } from '../answer';
import type { Context } from './context';

/*
 * The engine itself gives no labels to volumes that a run makes along the way, and no clean-up could
 * find them. Only volumes that an image declares stay without: they go with their container.
 */

type Labels = Readonly<Record<string, string>>;

/** Volumes that are named are made first, with our labels. Those that exist stay as they are. */
export async function labelNamedVolumes(
  body: Answer,
  { connection, options }: Context,
): Promise<void> {
  if (Object.keys(options.labels).length === 0) return;
  const hostConfig = below(body, 'HostConfig');
  const driver = text(hostConfig, 'VolumeDriver') || undefined;
  for (const name of namedVolumes(hostConfig)) {
    await connection.json({
      method: 'POST',
      path: '/volumes/create',
      body: { Name: name, Driver: driver, Labels: options.labels },
    });
  }
}

function namedVolumes(hostConfig: Answer): readonly string[] {
  const bound = list(hostConfig, 'Binds').flatMap((bind) => {
    const source = /^([A-Za-z0-9][\w.-]+):\//.exec(String(bind))?.[1];
    return source === undefined ? [] : [source];
  });
  const mounted = mountsOf(hostConfig).flatMap((mount) => {
    const source = text(mount, 'Source');
    return isVolume(mount) && source !== '' && mount.VolumeOptions === undefined ? [source] : [];
  });
  return [...new Set([...bound, ...mounted])];
}

/**
 * The mounts of a container whose nameless volumes get labels, and those with options of their own.
 * `volumes` are the paths that are to have a nameless one.
 */
export function labelledMounts(
  hostConfig: Answer,
  volumes: readonly string[],
  labels: Labels,
): readonly Answer[] {
  const mounts = mountsOf(hostConfig);
  if (Object.keys(labels).length === 0) return mounts;
  const own = mounts.map((mount) => {
    const isMadeHere = text(mount, 'Source') === '' || mount.VolumeOptions !== undefined;
    return isVolume(mount) && isMadeHere ? withLabels(mount, labels) : mount;
  });
  const nameless = volumes.map((Target) => withLabels({ Type: 'volume', Target }, labels));
  return [...own, ...nameless];
}

function withLabels(mount: Answer, labels: Labels): Answer {
  const options = below(mount, 'VolumeOptions');
  return {
    ...mount,
    VolumeOptions: { ...options, Labels: { ...below(options, 'Labels'), ...labels } },
  };
}

function mountsOf(hostConfig: Answer): readonly Answer[] {
  return list(hostConfig, 'Mounts').map((mount) => asAnswer(mount, 'a mount'));
}

function isVolume(mount: Answer): boolean {
  return text(mount, 'Type') === 'volume';
}
