import { isIpAddress } from './ip-address';

/** A range of addresses, as CIDR notation has it. */
export interface IpRange {
  readonly first: bigint;
  readonly last: bigint;
  readonly version: 4 | 6;
}

/** `10.0.0.0/24`, `fd00::/64`; `undefined` when it is no range. */
export function parseIpRange(text: string): IpRange | undefined {
  const at = text.indexOf('/');
  const address = at === -1 ? undefined : parseAddress(text.slice(0, at));
  const length = text.slice(at + 1);
  if (address === undefined || !/^(?:0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const bits = address.version === 4 ? 32 : 128;
  if (Number(length) > bits) return undefined;
  const size = 1n << BigInt(bits - Number(length));
  const first = (address.value / size) * size;
  return { first, last: first + size - 1n, version: address.version };
}

/** Whether an address, or the address before the slash, lies in the range. */
export function isInRange(range: IpRange, text: string): boolean {
  const address = parseAddress(text.split('/')[0] ?? '');
  if (address?.version !== range.version) return false;
  return address.value >= range.first && address.value <= range.last;
}

interface Address {
  readonly value: bigint;
  readonly version: 4 | 6;
}

function parseAddress(text: string): Address | undefined {
  if (!isIpAddress(text)) return undefined;
  if (!text.includes(':')) return { value: join(text.split('.').map(BigInt), 8n), version: 4 };
  const plain = withoutDots(text);
  const [before = '', after] = plain.split('::');
  const head = groups(before);
  const tail = after === undefined ? [] : groups(after);
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => 0n);
  return { value: join([...head, ...zeros, ...tail], 16n), version: 6 };
}

/** `::ffff:10.0.0.1` with its last four numbers as two groups. */
function withoutDots(text: string): string {
  return text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const group = (high: string, low: string) => (Number(high) * 256 + Number(low)).toString(16);
    return `${group(a, b)}:${group(c, d)}`;
  });
}

function groups(text: string): readonly bigint[] {
  return text === '' ? [] : text.split(':').map((group) => BigInt(`0x${group}`));
}

function join(parts: readonly bigint[], bits: bigint): bigint {
  return parts.reduce((value, part) => (value << bits) | part, 0n);
}
