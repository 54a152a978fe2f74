import { type parseMount, parseVolume } from '../parse-mounts';
import type { Options } from '../parse-options';
import { wrongValue } from '../parse-values';
import type { Surroundings } from '../plan';

export function volumesOf(options: Options) {
  return options.all('volume').map((value) => parseVolume(value));
}

/** The client sends absolute paths; `./x` is relative to where it runs. */
export function absoluteSource(
  source: string,
  kind: 'bind' | 'volume',
  { workingDirectory }: Surroundings,
): string {
  if (kind === 'volume' || /^(?:\/|[A-Za-z]:[\\/])/.test(source)) return source;
  const rest = source.replace(/^\.(?:\/|$)/, '');
  if (rest.startsWith('..')) {
    throw wrongValue('volume', source, 'Write the whole path: begin with “$PWD/” or “/”.');
  }
  return rest === '' ? workingDirectory : `${workingDirectory.replace(/[\\/]$/, '')}/${rest}`;
}

export function absoluteMount(mount: ReturnType<typeof parseMount>, surroundings: Surroundings) {
  if (mount.Type !== 'bind' || mount.Source === undefined) return mount;
  return { ...mount, Source: absoluteSource(mount.Source, 'bind', surroundings) };
}

export function splitTmpfs(value: string): readonly [string, string] {
  const at = value.indexOf(':');
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}
