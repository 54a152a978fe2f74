import { parseSize, splitPair, wrongValue } from './parse-values';
import { withoutUndefined } from './without-undefined';

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
  if (!isAbsolute(target)) throw bad('The path in the container must begin with “/”.');
  if (second !== undefined && source === '') throw bad('The part before the colon is empty.');
  const kind = isPath(source) ? 'bind' : 'volume';
  if (kind === 'volume' && source !== '' && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(source)) {
    throw bad(
      'A volume’s name has letters, digits, “_”, “.” and “-”; a path begins with “/” or “.”.',
    );
  }
  return { kind, source, target, readOnly: options.split(',').includes('ro'), options };
}

/** At the colons, except the one of a drive letter. */
function splitVolume(value: string): readonly string[] {
  return value.split(/(?<!(?:^|:)[A-Za-z]):|(?<=(?:^|:)[A-Za-z]):(?![\\/])/);
}

function isPath(source: string): boolean {
  return (
    isAbsolute(source) || /^[.~]/.test(source) || source.includes('/') || source.includes('\\')
  );
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}

/** One entry of the API's `HostConfig.Mounts`. */
export interface ApiMount {
  readonly Type: 'bind' | 'volume' | 'tmpfs' | 'image' | 'cluster' | 'npipe';
  readonly Source?: string;
  readonly Target: string;
  readonly ReadOnly?: boolean;
  readonly Consistency?: string;
  readonly BindOptions?: Readonly<Record<string, unknown>>;
  readonly VolumeOptions?: Readonly<Record<string, unknown>>;
  readonly TmpfsOptions?: Readonly<Record<string, unknown>>;
  readonly ImageOptions?: Readonly<Record<string, unknown>>;
}

const mountTypes = ['bind', 'volume', 'tmpfs', 'image', 'cluster', 'npipe'] as const;

/** `--mount type=bind,source=…,target=…,readonly` and all its other keys. */
export function parseMount(value: string): ApiMount {
  const bad = (form: string) => wrongValue('mount', value, form);
  const fields = splitFields(value).map((field): readonly [string, string] => {
    const [key, given] = splitPair(field);
    return [key.toLowerCase(), field.includes('=') ? given : 'true'];
  });
  const one = (...names: readonly string[]) => fields.find(([key]) => names.includes(key))?.[1];
  const unknown = fields.find(([key]) => !mountKeys.has(key));
  if (unknown !== undefined)
    throw bad(`The key “${unknown[0]}” is not known. Known: ${[...mountKeys].join(', ')}.`);
  const type = mountTypes.find((name) => name === (one('type') ?? 'volume'));
  if (type === undefined) throw bad(`type is one of: ${mountTypes.join(', ')}.`);
  const target = one('target', 'destination', 'dst');
  if (target === undefined || !isAbsolute(target)) {
    throw bad('It needs target=PATH, an absolute path in the container.');
  }
  const source = one('source', 'src');
  if (type === 'bind' && source === undefined) throw bad('A bind mount needs source=PATH.');
  if (type === 'tmpfs' && source !== undefined) throw bad('A tmpfs has no source: it is memory.');
  const flag = (...names: readonly string[]) => {
    const text = one(...names);
    return text === undefined ? undefined : ['true', '1', ''].includes(text);
  };
  const isReadOnly = flag('readonly', 'ro');
  return withoutUndefined({
    Type: type,
    Source: source,
    Target: target,
    ReadOnly: isReadOnly,
    Consistency: one('consistency'),
    BindOptions:
      type === 'bind'
        ? some({
            Propagation: one('bind-propagation'),
            NonRecursive: flag('bind-nonrecursive'),
            CreateMountpoint: flag('bind-create-src'),
          })
        : undefined,
    VolumeOptions:
      type === 'volume'
        ? some({
            NoCopy: flag('volume-nocopy'),
            Subpath: one('volume-subpath'),
            Labels: some(
              Object.fromEntries(
                fields.filter(([key]) => key === 'volume-label').map(([, text]) => splitPair(text)),
              ),
            ),
            DriverConfig: some({
              Name: one('volume-driver'),
              Options: some(
                Object.fromEntries(
                  fields.filter(([key]) => key === 'volume-opt').map(([, text]) => splitPair(text)),
                ),
              ),
            }),
          })
        : undefined,
    TmpfsOptions:
      type === 'tmpfs'
        ? some({
            SizeBytes: mapped(one('tmpfs-size'), (text) => parseSize('mount tmpfs-size', text)),
            Mode: mapped(one('tmpfs-mode'), (text) => Number.parseInt(text, 8)),
          })
        : undefined,
    ImageOptions: type === 'image' ? some({ Subpath: one('image-subpath') }) : undefined,
  });
}

const mountKeys = new Set([
  'type',
  'source',
  'src',
  'target',
  'destination',
  'dst',
  'readonly',
  'ro',
  'consistency',
  'bind-propagation',
  'bind-nonrecursive',
  'bind-recursive',
  'bind-create-src',
  'volume-nocopy',
  'volume-subpath',
  'volume-label',
  'volume-driver',
  'volume-opt',
  'tmpfs-size',
  'tmpfs-mode',
  'image-subpath',
]);

/** Comma-separated fields; one in double quotes may hold commas, as in a CSV line. */
function splitFields(value: string): readonly string[] {
  const fields = value.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];
  return fields.map((field) => field.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"'));
}

function mapped<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}

/** The record without what is undefined; nothing when that is all. */
function some<Value extends object>(record: Value): Value | undefined {
  const rest = withoutUndefined(record);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
