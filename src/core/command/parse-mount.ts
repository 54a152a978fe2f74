import { isAbsolutePath } from './absolute-path';
import { parseBoolean, parseChoice, parseSize, splitPair, wrongValue } from './parse-values';
import { splitFields } from './split-fields';
import { withoutUndefined } from './without-undefined';

/** One entry of the API's `HostConfig.Mounts`. */
export interface ApiMount {
  readonly Type: MountType;
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

type MountType = (typeof mountTypes)[number];

/** `--mount type=bind,source=…,target=…,readonly` and all its other keys. */
export function parseMount(value: string): ApiMount {
  const fields = new MountFields(value);
  const type = mountTypes.find((name) => name === (fields.last('type') ?? 'volume'));
  if (type === undefined) throw fields.wrong(`type is one of: ${mountTypes.join(', ')}.`);
  fields.refuseOptionsOfOthers(type);
  const target = fields.last('target', 'destination', 'dst');
  if (target === undefined || !isAbsolutePath(target)) {
    throw fields.wrong('It needs target=PATH, an absolute path in the container.');
  }
  const source = fields.last('source', 'src');
  if (type === 'bind' && !source) throw fields.wrong('A bind mount needs source=PATH.');
  if (type === 'tmpfs' && source) throw fields.wrong('A tmpfs has no source: it is memory.');
  const readOnly = fields.flag('readonly', 'ro');
  return withoutUndefined({
    Type: type,
    Source: source,
    Target: target,
    ReadOnly: readOnly,
    Consistency: fields.last('consistency'),
    BindOptions: type === 'bind' ? bindOptions(fields, readOnly === true) : undefined,
    VolumeOptions: type === 'volume' ? volumeOptions(fields) : undefined,
    TmpfsOptions: type === 'tmpfs' ? tmpfsOptions(fields) : undefined,
    ImageOptions: some({ Subpath: fields.last('image-subpath') }),
  });
}

function bindOptions(fields: MountFields, readOnly: boolean) {
  const propagation = fields.last('bind-propagation');
  const recursive = fields.parsed('bind-recursive', (flag, value) =>
    parseChoice(flag, value, ['enabled', 'disabled', 'writable', 'readonly']),
  );
  if ((recursive === 'writable' || recursive === 'readonly') && !readOnly) {
    throw fields.wrong(`bind-recursive=${recursive} needs readonly beside it.`);
  }
  if (recursive === 'readonly' && propagation !== 'rprivate') {
    throw fields.wrong('bind-recursive=readonly needs bind-propagation=rprivate beside it.');
  }
  const isOn = (condition: boolean) => (condition ? true : undefined);
  return some({
    Propagation: propagation,
    NonRecursive: fields.flag('bind-nonrecursive') ?? isOn(recursive === 'disabled'),
    ReadOnlyNonRecursive: isOn(recursive === 'writable'),
    ReadOnlyForceRecursive: isOn(recursive === 'readonly'),
    CreateMountpoint: fields.flag('bind-create-src'),
  });
}

function volumeOptions(fields: MountFields) {
  return some({
    NoCopy: fields.flag('volume-nocopy'),
    Subpath: fields.last('volume-subpath'),
    Labels: some(fields.pairs('volume-label')),
    DriverConfig: some({
      Name: fields.last('volume-driver'),
      Options: some(fields.pairs('volume-opt')),
    }),
  });
}

function tmpfsOptions(fields: MountFields) {
  return some({
    SizeBytes: fields.parsed('tmpfs-size', parseSize),
    Mode: fields.parsed('tmpfs-mode', (flag, value) => {
      if (/^[0-7]+$/.test(value)) return Number.parseInt(value, 8);
      throw wrongValue(flag, value, 'It is a mode in octal digits, such as 1777.');
    }),
  });
}

const keys =
  'type source src target destination dst readonly ro consistency bind-propagation bind-nonrecursive bind-recursive bind-create-src volume-nocopy volume-subpath volume-label volume-driver volume-opt tmpfs-size tmpfs-mode image-subpath'.split(
    ' ',
  );

/** Keys that may stand without a value. */
const switches = ['readonly', 'ro', 'bind-nonrecursive', 'bind-create-src', 'volume-nocopy'];

/** The fields of one `--mount`. */
class MountFields {
  readonly #value: string;
  readonly #fields: readonly (readonly [string, string])[];

  constructor(value: string) {
    this.#value = value;
    this.#fields = splitFields(value).map((field): readonly [string, string] => {
      const [key, text] = splitPair(field);
      const name = key.toLowerCase();
      if (!keys.includes(name)) {
        throw this.wrong(`The key “${key}” is not known. Known: ${keys.join(', ')}.`);
      }
      if (field.includes('=')) return [name, text];
      if (!switches.includes(name)) throw this.wrong(`${name} needs a value: ${name}=…`);
      return [name, 'true'];
    });
  }

  wrong(form: string): Error {
    return wrongValue('mount', this.#value, form);
  }

  last(...names: readonly string[]): string | undefined {
    return this.#fields.findLast(([key]) => names.includes(key))?.[1];
  }

  flag(...names: readonly string[]): boolean | undefined {
    const value = this.last(...names);
    return value === undefined ? undefined : parseBoolean(`mount ${names[0]}`, value);
  }

  parsed<Value>(name: string, parse: (flag: string, value: string) => Value): Value | undefined {
    const value = this.last(name);
    return value === undefined ? undefined : parse(`mount ${name}`, value);
  }

  pairs(name: string): Readonly<Record<string, string>> {
    const values = this.#fields.filter(([key]) => key === name).map(([, text]) => text);
    return Object.fromEntries(values.map(splitPair));
  }

  /** `volume-nocopy` says nothing about a bind. */
  refuseOptionsOfOthers(type: MountType): void {
    const [key] = this.#fields.find(([name]) => !belongsTo(name, type)) ?? [];
    if (key !== undefined) throw this.wrong(`${key} does not belong to type=${type}.`);
  }
}

function belongsTo(key: string, type: MountType): boolean {
  const owner = mountTypes.find((each) => key.startsWith(`${each}-`));
  return owner === undefined || owner === type || (owner === 'volume' && type === 'cluster');
}

/** The record without what is undefined; nothing when that is all. */
function some<Value extends object>(record: Value) {
  const rest = withoutUndefined(record);
  return Object.keys(rest).length === 0 ? undefined : rest;
}
