import { resolve } from 'node:path';
import { type ApiMount, parseMount } from '../parse-mount';
import type { Options } from '../parse-options';
import { parseVolume, type VolumeMount } from '../parse-volume';
import type { Surroundings } from '../plan';

/** What mounts ask for, in the fields of the Engine API. */
export interface Mounts {
  /** Volumes without a name, by their path in the container. */
  readonly anonymous: readonly string[];
  readonly binds: readonly string[];
  readonly mounts: readonly ApiMount[];
  readonly tmpfs: Readonly<Record<string, string>>;
}

/** All of `--volume`, `--mount` and `--tmpfs`. */
export function readMounts(options: Options, { workingDirectory }: Surroundings): Mounts {
  const volumes = options.all('volume').map((value) => parseVolume(value));
  return {
    anonymous: volumes.filter(isAnonymous).map(({ target }) => target),
    binds: volumes
      .filter((volume) => !isAnonymous(volume))
      .map((volume) => bindText(volume, workingDirectory)),
    mounts: options.all('mount').map((value) => {
      const mount = parseMount(value);
      if (mount.Type !== 'bind' || mount.Source === undefined) return mount;
      return { ...mount, Source: absolute(mount.Source, workingDirectory) };
    }),
    tmpfs: Object.fromEntries(options.all('tmpfs').map(splitTmpfs)),
  };
}

function isAnonymous({ source }: VolumeMount): boolean {
  return source === '';
}

function bindText({ kind, source, target, options }: VolumeMount, folder: string): string {
  const from = kind === 'bind' ? absolute(source, folder) : source;
  return [from, target, options].filter(Boolean).join(':');
}

/** The engine takes absolute paths only; `./x` is relative to where the command runs. */
function absolute(source: string, folder: string): string {
  return source.startsWith('.') ? resolve(folder, source) : source;
}

function splitTmpfs(value: string): readonly [string, string] {
  const at = value.indexOf(':');
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}
