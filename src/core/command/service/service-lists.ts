import { parseMount } from '../parse-mount';
import { splitPair, wrongValue } from '../parse-values';
import { parseUlimit } from '../run/limits';
import type { Body, ListChange } from '../swarm-request';
import { isBody, valueAt } from './merge-bodies';
import { parseNetwork, parseServicePorts } from './parse-endpoint';
import { parseReference } from './parse-reference';

/** A list or map of a ServiceSpec that flags put things into and take them out of. */
interface ServiceList {
  readonly path: readonly string[];
  /** The items that one value of the flag stands for; of a map, one with its only field. */
  readonly parse: (value: string) => readonly unknown[];
  /** What tells an item from others: a new one takes the place of an old one. */
  readonly keyOf: (item: unknown) => string;
  readonly isMap?: boolean;
}

const container = ['TaskTemplate', 'ContainerSpec'];
const same = (item: unknown) => String(item);
const field = (...path: readonly string[]) => {
  return (item: unknown) => (isBody(item) ? String(valueAt(item, path) ?? '') : '');
};
const map = (...path: readonly string[]): ServiceList => ({
  path,
  parse: (value) => [splitPair(value)],
  keyOf: (item) => String(Array.isArray(item) ? item[0] : item),
  isMap: true,
});
const words = (...path: readonly string[]): ServiceList => ({
  path,
  parse: (value) => [value],
  keyOf: same,
});

/** By the flag of `service create`; `service update` has it with `-add` and `-rm`. */
export const serviceLists: Readonly<Record<string, ServiceList>> = {
  label: map('Labels'),
  'container-label': map(...container, 'Labels'),
  sysctl: map(...container, 'Sysctls'),
  env: { ...words(...container, 'Env'), keyOf: (item) => splitPair(String(item))[0] },
  constraint: words('TaskTemplate', 'Placement', 'Constraints'),
  'placement-pref': {
    path: ['TaskTemplate', 'Placement', 'Preferences'],
    parse: parsePreference,
    keyOf: field('Spread', 'SpreadDescriptor'),
  },
  group: words(...container, 'Groups'),
  dns: words(...container, 'DNSConfig', 'Nameservers'),
  'dns-option': words(...container, 'DNSConfig', 'Options'),
  'dns-search': words(...container, 'DNSConfig', 'Search'),
  host: { ...words(...container, 'Hosts'), parse: parseHost },
  mount: {
    path: [...container, 'Mounts'],
    parse: (value) => [parseMount(value)],
    keyOf: field('Target'),
  },
  ulimit: {
    path: [...container, 'Ulimits'],
    parse: (value) => [parseUlimit(value)],
    keyOf: field('Name'),
  },
  secret: {
    path: [...container, 'Secrets'],
    parse: (value) => [parseReference('secret', value)],
    keyOf: field('SecretName'),
  },
  config: {
    path: [...container, 'Configs'],
    parse: (value) => [parseReference('config', value)],
    keyOf: field('ConfigName'),
  },
  network: {
    path: ['TaskTemplate', 'Networks'],
    parse: (value) => [parseNetwork(value)],
    keyOf: field('Target'),
  },
  publish: {
    path: ['EndpointSpec', 'Ports'],
    parse: parseServicePorts,
    keyOf: (item) => `${field('TargetPort')(item)}/${field('Protocol')(item)}`,
  },
  'cap-add': words(...container, 'CapabilityAdd'),
  'cap-drop': words(...container, 'CapabilityDrop'),
};

/** Puts items into a list of a spec and takes others out. */
export function changeList(spec: Body, name: string, { add, remove }: ListChange): Body {
  const list = serviceLists[name];
  if (list === undefined || (add.length === 0 && remove.length === 0)) return spec;
  const { path, keyOf, parse, isMap = false } = list;
  const old = valueAt(spec, path);
  const before: readonly unknown[] = isMap
    ? Object.entries(isBody(old) ? old : {})
    : Array.isArray(old)
      ? old
      : [];
  const added = add.flatMap((value) => parse(value));
  const gone = new Set([...remove.map((key) => removed(name, key)), ...added.map(keyOf)]);
  const kept = before.filter((item) => !gone.has(keyOf(item)));
  const byKey = new Map(added.map((item) => [keyOf(item), item]));
  // Two ports of the host may lead to one of the container.
  const items = name === 'publish' ? [...kept, ...added] : [...kept, ...byKey.values()];
  const value = isMap ? Object.fromEntries(items as (readonly [string, string])[]) : items;
  return replaceAt(spec, path, value);
}

/** A map is put in its place as a whole: what was removed must not come back. */
function replaceAt(spec: Body, path: readonly string[], value: unknown): Body {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return { ...spec, [name]: value };
  const below = spec[name];
  return { ...spec, [name]: replaceAt(isBody(below) ? below : {}, rest, value) };
}

/** `--publish-rm 80` means TCP; `--host-rm name:ip` and `--placement-pref-rm spread=…` name items. */
function removed(name: string, key: string): string {
  if (name === 'publish') return key.includes('/') ? key : `${key}/tcp`;
  if (name === 'host') return parseHost(key)[0] ?? key;
  return name === 'placement-pref' ? key.replace(/^spread=/, '') : key;
}

/** `name:address` is written the other way round in the file of hosts. */
function parseHost(value: string): readonly string[] {
  const at = value.indexOf(':');
  if (at < 1) throw wrongValue('host', value, 'Write it as NAME:ADDRESS, such as db:10.0.0.5.');
  return [`${value.slice(at + 1)} ${value.slice(0, at)}`];
}

function parsePreference(value: string): readonly Body[] {
  const [strategy, label] = splitPair(value);
  if (strategy !== 'spread' || label === '') {
    throw wrongValue('placement-pref', value, 'Write it as spread=node.labels.NAME.');
  }
  return [{ Spread: { SpreadDescriptor: label } }];
}
