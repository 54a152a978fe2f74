import type { Options } from '../parse-options';
import { parsePairs, splitPair, wrongValue } from '../parse-values';
import type { CreateBody } from '../request';
import { withoutUndefined } from '../without-undefined';

/** `name=backend,alias=db` or only a name. */
export function networkName(value: string): string {
  if (!value.includes('=')) return value;
  const name = parsePairs(value.split(',')).name;
  if (name === undefined) throw wrongValue('network', value, 'It needs name=NETWORK.');
  return name;
}

export function networkingConfig(options: Options): CreateBody['NetworkingConfig'] {
  const endpoints = options.all('network').map((value, index) => {
    const fields = value.includes('=') ? value.split(',').map(splitPair) : [];
    const all = (name: string) => fields.filter(([key]) => key === name).map(([, text]) => text);
    const own = (flag: string) => (index === 0 ? options.last(flag) : undefined);
    const aliases = [...all('alias'), ...(index === 0 ? options.all('network-alias') : [])];
    const address = withoutUndefined({
      IPv4Address: all('ip')[0] ?? own('ip'),
      IPv6Address: all('ip6')[0] ?? own('ip6'),
      LinkLocalIPs:
        index === 0 && options.all('link-local-ip').length > 0
          ? options.all('link-local-ip')
          : undefined,
    });
    return [
      networkName(value),
      withoutUndefined({
        Aliases: aliases.length === 0 ? undefined : aliases,
        IPAMConfig: Object.keys(address).length === 0 ? undefined : address,
        MacAddress: own('mac-address'),
      }),
    ] as const;
  });
  const isPlain = endpoints.every(([, settings]) => Object.keys(settings).length === 0);
  if (isPlain && endpoints.length < 2) return undefined;
  return { EndpointsConfig: Object.fromEntries(endpoints) };
}

export function parseHost(value: string): string {
  const match = /^([^:=]+)[:=](.+)$/.exec(value);
  if (match === null) throw wrongValue('add-host', value, 'Write it as NAME:ADDRESS.');
  return `${match[1]}:${match[2]?.replace(/^\[(.*)\]$/, '$1')}`;
}
