import { isIpAddress } from './ip-address';
import { parsePairs, wrongValue } from './parse-values';

/** One port to publish, as `-p` asks for it. */
export interface PortBinding {
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** Empty for all interfaces. */
  readonly hostAddress: string;
  /** Empty for any free port; a range `8000-8010` lets the engine choose. */
  readonly hostPort: string;
}

const form =
  'Write it as HOST:CONTAINER, such as 8080:80, 127.0.0.1:8080:80 or 8000-8002:80-82/udp.';

/** `-p` in all its forms: `80`, `8080:80`, `127.0.0.1:8080:80`, `[::1]::80/udp`, ranges. */
export function parsePublish(given: string): readonly PortBinding[] {
  const bad = (advice: string) => wrongValue('publish', given, advice);
  const value = given.includes('=') ? shortForm(given) : given;
  const match =
    /^(?:(\[[^\]]*\]|.*):(?=[^:]*:))?(?:(\d*(?:-\d+)?):)?(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/i.exec(
      value,
    );
  if (match === null) throw bad(form);
  const [, address = '', host = '', first, last, protocol = 'tcp'] = match;
  const hostAddress = address.replace(/^\[(.*)\]$/, '$1');
  if (hostAddress !== '' && !isIpAddress(hostAddress)) {
    throw bad(`${hostAddress} is no address of your machine. ${form}`);
  }
  const [from, to] = [Number(first), Number(last ?? first)];
  const [hostFrom = '', hostTo = hostFrom] = host.split('-');
  const count = to - from + 1;
  const hostCount = host === '' ? count : Number(hostTo) - Number(hostFrom) + 1;
  for (const port of [from, to, ...(host === '' ? [] : [Number(hostFrom), Number(hostTo)])]) {
    if (port > 65_535) throw bad('Ports go from 0 to 65535.');
  }
  if (count < 1 || hostCount < 1 || (hostCount !== count && count !== 1)) {
    throw bad('Both sides of the colon need the same number of ports, the lower one first.');
  }
  return Array.from({ length: count }, (_, index) => ({
    containerPort: from + index,
    protocol: protocol.toLowerCase() as PortBinding['protocol'],
    hostAddress,
    hostPort: host === '' ? '' : count === 1 ? host : String(Number(hostFrom) + index),
  }));
}

/** `target=80,published=8080,protocol=udp`, the long form, as the short one. */
function shortForm(value: string): string {
  const { published = '', target = '', protocol = 'tcp' } = parsePairs(value.split(','));
  return `${published}:${target}/${protocol}`;
}

/** `--expose 80`, `80/udp`, `8000-8010`: keys of `ExposedPorts`. */
export function parseExpose(value: string): readonly string[] {
  const match = /^(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/i.exec(value);
  if (match === null) throw wrongValue('expose', value, 'Write it as 80, 80/udp or 8000-8010.');
  const [, first, last = first, protocol = 'tcp'] = match;
  const [from, to] = [Number(first), Number(last)];
  if (to > 65_535) throw wrongValue('expose', value, 'Ports go from 0 to 65535.');
  if (to < from) throw wrongValue('expose', value, 'The lower port comes first.');
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `${from + index}/${protocol.toLowerCase()}`,
  );
}
