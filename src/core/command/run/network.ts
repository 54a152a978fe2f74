import type { Options } from '../parse-options';
import {
  contradiction,
  parseInteger,
  parseWholePairs,
  splitPair,
  wrongValue,
} from '../parse-values';
import type { CreateBody } from '../request';
import { splitFields } from '../split-fields';
import { withoutUndefined } from '../without-undefined';

/** The networks a container joins, in the fields of the Engine API. */
export interface Networking {
  /** The first network, or how it shares one; `undefined` for the engine’s choice. */
  readonly mode: string | undefined;
  readonly config: CreateBody['NetworkingConfig'];
}

/** `--network` in both its forms, with the flags that say more about the first network. */
export function readNetworking(options: Options): Networking {
  const given = options.all('network').map(readAttachment);
  const [first = { name: 'default', fields: [] }, ...others] = given;
  const attachments = [{ ...first, fields: [...first.fields, ...fieldsOfFlags(options, first)] }];
  const all = [...attachments, ...others];
  refuseContradictions(all);
  const endpoints = all.map(({ name, fields }) => [name, endpointSettings(name, fields)] as const);
  const isPlain = endpoints.every(([, settings]) => Object.keys(settings).length === 0);
  return {
    mode: given[0]?.name,
    config:
      isPlain && endpoints.length < 2
        ? undefined
        : { EndpointsConfig: Object.fromEntries(endpoints) },
  };
}

interface Attachment {
  readonly name: string;
  readonly fields: readonly (readonly [string, string])[];
}

const fieldNames = [
  'name',
  'alias',
  'ip',
  'ip6',
  'mac-address',
  'link-local-ip',
  'driver-opt',
  'gw-priority',
];

/** `backend`, or `name=backend,alias=db`. */
function readAttachment(value: string): Attachment {
  if (!value.includes('=')) return { name: value, fields: [] };
  const fields = splitFields(value).map(splitPair);
  const unknown = fields.find(([key]) => !fieldNames.includes(key));
  if (unknown !== undefined) {
    throw wrongValue(
      'network',
      value,
      `“${unknown[0]}” is not known. Known: ${fieldNames.join(', ')}.`,
    );
  }
  const name = fields.find(([key]) => key === 'name')?.[1];
  if (name === undefined || name === '')
    throw wrongValue('network', value, 'It needs name=NETWORK.');
  return { name, fields: fields.filter(([key]) => key !== 'name') };
}

/** Flags that the first network takes, and the field that each stands for. */
const flagFields: Readonly<Record<string, string>> = {
  'network-alias': 'alias',
  ip: 'ip',
  ip6: 'ip6',
  'mac-address': 'mac-address',
  'link-local-ip': 'link-local-ip',
};

function fieldsOfFlags(options: Options, { name, fields }: Attachment): Attachment['fields'] {
  const links = isUserDefined(name)
    ? options.all('link').map((link) => ['link', link] as const)
    : [];
  const own = Object.entries(flagFields).flatMap(([flag, field]) => {
    const values = options.all(flag);
    if (values.length > 0 && fields.some(([key]) => key === field)) {
      throw contradiction(`--${flag} and ${field}= in --network say the same thing twice.`);
    }
    const isList = flag === 'network-alias' || flag === 'link-local-ip';
    return (isList ? values : values.slice(-1)).map((value) => [field, value] as const);
  });
  return [...own, ...links];
}

function refuseContradictions(attachments: readonly Attachment[]): void {
  const names = attachments.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw contradiction(`The network ${twice} is named twice.`);
  const special = names.find((name) => !isUserDefined(name));
  if (special !== undefined && names.length > 1) {
    throw contradiction(`“--network ${special}” cannot stand beside another network.`);
  }
  for (const { name, fields } of attachments) {
    if (isUserDefined(name) || !fields.some(([key]) => key === 'alias')) continue;
    throw contradiction(
      `A name of its own in the network takes a network that you made; ${name} is built in.`,
    );
  }
}

/** Networks that the engine does not have from the start. */
function isUserDefined(name: string): boolean {
  return !['default', 'bridge', 'host', 'none'].includes(name) && !name.startsWith('container:');
}

function endpointSettings(network: string, fields: Attachment['fields']) {
  const all = (name: string) => {
    const values = fields.filter(([key]) => key === name).map(([, text]) => text);
    return values.length === 0 ? undefined : values;
  };
  const last = (name: string) => all(name)?.at(-1);
  const address = withoutUndefined({
    IPv4Address: last('ip'),
    IPv6Address: last('ip6'),
    LinkLocalIPs: all('link-local-ip'),
  });
  const driverOptions = all('driver-opt');
  const priority = last('gw-priority');
  return withoutUndefined({
    Aliases: all('alias'),
    Links: all('link'),
    IPAMConfig: Object.keys(address).length === 0 ? undefined : address,
    MacAddress: macAddress(last('mac-address')),
    DriverOpts: driverOptions && parseWholePairs(`network ${network} driver-opt`, driverOptions),
    GwPriority: priority === undefined ? undefined : parseInteger('network gw-priority', priority),
  });
}

function macAddress(value: string | undefined): string | undefined {
  if (value === undefined || /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(value)) return value;
  throw wrongValue('mac-address', value, 'It looks like 92:d0:c6:0a:29:33.');
}
