import { wrongValue } from './parse-values';

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
export function parsePublish(value: string): readonly PortBinding[] {
  const match =
    /^(?:(?:\[([0-9a-f:.]+)\]|([^:[\]]+)):(?=[^:]*:))?(?:(\d*(?:-\d+)?):)?(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/i.exec(
      value,
    );
  if (match === null) throw wrongValue('publish', value, form);
  const [, address6, address4, host = '', first, last, protocol = 'tcp'] = match;
  const [from, to] = [Number(first), Number(last ?? first)];
  const [hostFrom = '', hostTo = hostFrom] = host.split('-');
  const count = to - from + 1;
  const hostCount = host === '' ? count : Number(hostTo) - Number(hostFrom) + 1;
  for (const port of [from, to, ...(host === '' ? [] : [Number(hostFrom), Number(hostTo)])]) {
    if (port > 65_535) throw wrongValue('publish', value, 'Ports go from 0 to 65535.');
  }
  if (count < 1 || (hostCount !== count && count !== 1)) {
    throw wrongValue('publish', value, 'Both sides of the colon need the same number of ports.');
  }
  return Array.from({ length: count }, (_, index) => ({
    containerPort: from + index,
    protocol: protocol.toLowerCase() as PortBinding['protocol'],
    hostAddress: address6 ?? address4 ?? '',
    hostPort: host === '' ? '' : count === 1 ? host : String(Number(hostFrom) + index),
  }));
}

/** `--expose 80`, `80/udp`, `8000-8010`: keys of `ExposedPorts`. */
export function parseExpose(value: string): readonly string[] {
  const match = /^(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/i.exec(value);
  if (match === null) throw wrongValue('expose', value, 'Write it as 80, 80/udp or 8000-8010.');
  const [, first, last = first, protocol = 'tcp'] = match;
  const [from, to] = [Number(first), Number(last)];
  if (to < from || to > 65_535) throw wrongValue('expose', value, 'Ports go from 0 to 65535.');
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `${from + index}/${protocol.toLowerCase()}`,
  );
}
