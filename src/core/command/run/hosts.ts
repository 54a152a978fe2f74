import { isIpAddress } from '../ip-address';
import { wrongValue } from '../parse-values';

/** `NAME:ADDRESS` or `NAME=ADDRESS` of `--add-host`, as the Engine API takes it. */
export function parseHost(value: string): string {
  const [, name, written = ''] = /^([^:=]+)[:=](.+)$/.exec(value) ?? [];
  const address = written.replace(/^\[(.*)\]$/, '$1');
  if (name === undefined || !(isIpAddress(address) || address === 'host-gateway')) {
    throw wrongValue('add-host', value, 'Write it as NAME:ADDRESS, such as db:10.0.0.5.');
  }
  return `${name}:${address}`;
}

/** The address of a name server. */
export function parseNameServer(value: string): string {
  if (!isIpAddress(value)) throw wrongValue('dns', value, 'It is an address, such as 1.1.1.1.');
  return value;
}

/** `NAME` or `NAME:ALIAS` of `--link`. */
export function parseLink(value: string): string {
  const [name, alias = name, ...others] = value.split(':');
  if (!name || !alias || others.length > 0) {
    throw wrongValue('link', value, 'Write it as CONTAINER or CONTAINER:ALIAS.');
  }
  return value;
}
