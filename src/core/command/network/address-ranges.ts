import { LabError } from '../../lab-error';
import { type IpRange, isInRange, parseIpRange } from '../ip-range';

/** One entry of the API's `IPAM.Config`. */
export interface AddressRange {
  readonly Subnet: string;
  readonly IPRange?: string;
  readonly Gateway?: string;
  readonly AuxiliaryAddresses?: Readonly<Record<string, string>>;
}

/** What the flags of `network create` say about addresses. */
export interface GivenAddresses {
  readonly subnets: readonly string[];
  readonly ranges: readonly string[];
  readonly gateways: readonly string[];
  readonly auxiliary: Readonly<Record<string, string>>;
}

/** Puts each range, gateway and reserved address to the subnet it lies in, as the client does. */
export function addressRanges(given: GivenAddresses): readonly AddressRange[] {
  const { subnets, ranges, gateways, auxiliary } = given;
  if (subnets.length < ranges.length || subnets.length < gateways.length) {
    throw refused('every ip-range or gateway must have a corresponding subnet');
  }
  refuseOverlaps(subnets);
  const broken = ranges.find((range) => parseIpRange(range) === undefined);
  if (broken !== undefined) throw refused(`invalid CIDR address: ${broken}`);
  const rangeOf = byHome(ranges, subnets, 'range', 'on');
  const gatewayOf = byHome(gateways, subnets, 'gateway', 'for');
  const reserved = Object.entries(auxiliary).map(([name, address]) => {
    return { name, address, subnet: homeOf(address, subnets, 'aux-address') };
  });
  return subnets.map((subnet) => {
    const own = reserved.filter((each) => each.subnet === subnet);
    const range = rangeOf.get(subnet);
    const gateway = gatewayOf.get(subnet);
    return {
      Subnet: subnet,
      ...(range !== undefined && { IPRange: range }),
      ...(gateway !== undefined && { Gateway: gateway }),
      ...(own.length > 0 && {
        AuxiliaryAddresses: Object.fromEntries(own.map(({ name, address }) => [name, address])),
      }),
    };
  });
}

function refuseOverlaps(subnets: readonly string[]): void {
  const seen: IpRange[] = [];
  for (const subnet of subnets) {
    const range = parseIpRange(subnet);
    // The engine says what is wrong with a subnet that is none.
    if (range === undefined) continue;
    if (seen.some((other) => overlap(other, range))) {
      throw refused('multiple overlapping subnet configuration is not supported');
    }
    seen.push(range);
  }
}

function overlap(a: IpRange, b: IpRange): boolean {
  return a.version === b.version && a.first <= b.last && b.first <= a.last;
}

/** Of each subnet, the one address that lies in it. */
function byHome(
  addresses: readonly string[],
  subnets: readonly string[],
  what: string,
  preposition: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const address of addresses) {
    const subnet = homeOf(address, subnets, what);
    const first = found.get(subnet);
    if (first !== undefined) {
      throw refused(
        `cannot configure multiple ${what}s (${address}, ${first}) ${preposition} the same subnet (${subnet})`,
      );
    }
    found.set(subnet, address);
  }
  return found;
}

function homeOf(address: string, subnets: readonly string[], what: string): string {
  const home = subnets.find((subnet) => {
    const range = parseIpRange(subnet);
    return range !== undefined && isInRange(range, address);
  });
  if (home === undefined) throw refused(`no matching subnet for ${what} ${address}`);
  return home;
}

function refused(clientWords: string): LabError {
  const message = `The addresses of the network do not fit together: ${clientWords}.`;
  return new LabError('usage', message, {
    advice:
      'A gateway, a range and a reserved address each lie in a --subnet: --subnet 10.9.0.0/24 --gateway 10.9.0.1.',
    clientWords,
    exitCode: 1,
  });
}
