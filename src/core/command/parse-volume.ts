import { isAbsolutePath } from './absolute-path';
import { wrongValue } from './parse-values';

/** What `-v` asks for. */
export interface VolumeMount {
  readonly kind: 'bind' | 'volume';
  /** A path of the host, a volume's name, or empty for a volume without a name. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** `ro`, `z` … as written. */
  readonly options: string;
}

/** `-v` in all its forms; Windows drive letters are not taken for separators. */
export function parseVolume(value: string): VolumeMount {
  const parts = splitVolume(value);
  const [first = '', second, options = ''] = parts;
  const bad = (form: string) => wrongValue('volume', value, form);
  if (value === '' || parts.length > 3) {
    throw bad('Write it as SOURCE:TARGET or SOURCE:TARGET:ro.');
  }
  const target = second ?? first;
  const source = second === undefined ? '' : first;
  if (second === undefined && /^[A-Za-z]:/.test(target)) throw bad(volumeName);
  if (!isAbsolutePath(target)) throw bad('The path in the container must begin with “/”.');
  if (second !== undefined && source === '') throw bad('The part before the colon is empty.');
  const unknown = options.split(',').find((option) => option !== '' && !known.test(option));
  if (unknown !== undefined) {
    throw bad(`“${unknown}” after the second colon is not known; it is often ro, for read-only.`);
  }
  const kind = isPath(source) ? 'bind' : 'volume';
  if (kind === 'volume' && source !== '' && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(source)) {
    throw bad(volumeName);
  }
  return { kind, source, target, readOnly: options.split(',').includes('ro'), options };
}

const volumeName =
  'A volume’s name has two or more letters, digits, “_”, “.” and “-”; a path begins with “/” or “.”.';

/** What engines and Podman take after the target. */
const known =
  /^(?:r[ow]|[zZU]|nocopy|copy|cached|delegated|consistent|default|O|idmap|(?:no)?(?:exec|suid|dev)|r?(?:bind|private|shared|slave|unbindable)|upperdir=.*|workdir=.*)$/;

/** At the colons, except the one of a drive letter. */
function splitVolume(value: string): readonly string[] {
  return value.split(/(?<!(?:^|:)[A-Za-z]):|(?<=(?:^|:)[A-Za-z]):(?![\\/])/);
}

function isPath(source: string): boolean {
  return isAbsolutePath(source) || /^[.~]/.test(source) || /[\\/]/.test(source);
}
