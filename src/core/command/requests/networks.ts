import { one, two } from '../argument-count';
import { addressRanges } from '../network/address-ranges';
import type { Options } from '../parse-options';
import { parseInteger, parsePairs, parseWholePairs } from '../parse-values';
import type { ConnectNetworkRequest, CreateNetworkRequest } from '../request';
import { splitFields } from '../split-fields';
import { withoutUndefined } from '../without-undefined';
import type { GivenCommand } from './request-reader';

/** `docker network create`. */
export function readCreateNetwork({ name, options, names }: GivenCommand): CreateNetworkRequest {
  const from = options.last('config-from');
  const isGiven = (flag: string) =>
    options.last(flag) === undefined ? undefined : options.isOn(flag);
  const create = {
    Name: one(names, name, 'a name for the network'),
    CheckDuplicate: true,
    Driver: options.last('driver') ?? 'bridge',
    Scope: options.last('scope'),
    EnableIPv4: isGiven('ipv4'),
    EnableIPv6: isGiven('ipv6'),
    IPAM: {
      Driver: options.last('ipam-driver') ?? 'default',
      Options: parsePairs(options.all('ipam-opt')),
      Config: addressRanges({
        subnets: fieldsOf(options, 'subnet'),
        ranges: fieldsOf(options, 'ip-range'),
        gateways: fieldsOf(options, 'gateway'),
        auxiliary: parsePairs(options.all('aux-address')),
      }),
    },
    Internal: options.isOn('internal'),
    Attachable: options.isOn('attachable'),
    Ingress: options.isOn('ingress'),
    ConfigOnly: options.isOn('config-only'),
    ConfigFrom: from === undefined ? undefined : { Network: from },
    Options: parsePairs(options.all('opt')),
    Labels: parsePairs(options.all('label')),
  };
  return {
    kind: 'create-network',
    create: withoutUndefined(create),
  };
}

/** `docker network connect`. */
export function readConnectNetwork({ name, options, names }: GivenCommand): ConnectNetworkRequest {
  const { source, target } = two(names, name, 'the network, and the container');
  const local = fieldsOf(options, 'link-local-ip');
  const [ip, ip6] = [options.last('ip'), options.last('ip6')];
  const hasAddress = ip !== undefined || ip6 !== undefined || local.length > 0;
  const driverOptions = parseWholePairs('driver-opt', fieldsOf(options, 'driver-opt'));
  return {
    kind: 'connect-network',
    network: source,
    container: target,
    endpoint: withoutUndefined({
      IPAMConfig: hasAddress
        ? withoutUndefined({
            IPv4Address: ip,
            IPv6Address: ip6,
            LinkLocalIPs: someOf(local),
          })
        : undefined,
      Links: someOf(options.all('link')),
      Aliases: fieldsOf(options, 'alias'),
      DriverOpts: Object.keys(driverOptions).length === 0 ? undefined : driverOptions,
      GwPriority: options.parsed('gw-priority', parseInteger),
    }),
  };
}

/** All values of a flag, each of which may hold several with commas between. */
function fieldsOf(options: Options, flag: string): readonly string[] {
  return options.all(flag).flatMap(splitFields);
}

function someOf(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
