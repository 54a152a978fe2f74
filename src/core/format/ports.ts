/** A port of a container, published or only exposed, as the engine lists it. */
export interface ListedPort {
  /** Of the host; empty for a port that is only exposed. */
  readonly address: string;
  readonly hostPort: number;
  readonly containerPort: number;
  readonly protocol: string;
}

/** Ports as a table of containers shows them: `0.0.0.0:8080->80/tcp`, neighbours joined. */
export function formatPorts(ports: readonly ListedPort[]): string {
  const groups = new Map<string, { readonly port: ListedPort; first: number; last: number }>();
  const same: string[] = [];
  const other: string[] = [];
  for (const port of ports.toSorted(comparePorts)) {
    const { address, hostPort, containerPort: current, protocol } = port;
    if (address !== '' && hostPort !== current) {
      other.push(`${hostAndPort(address, `${hostPort}`)}->${current}/${protocol}`);
      continue;
    }
    const key = `${address}/${protocol}`;
    const group = groups.get(key);
    if (group !== undefined && current === group.last + 1) {
      group.last = current;
      continue;
    }
    if (group !== undefined) same.push(formatGroup(group));
    groups.set(key, { port, first: current, last: current });
  }
  return [...same, ...[...groups.values()].map(formatGroup), ...other].join(', ');
}

function formatGroup(group: {
  readonly port: ListedPort;
  readonly first: number;
  readonly last: number;
}): string {
  const { port, first, last } = group;
  const range = first === last ? `${first}` : `${first}-${last}`;
  const from = port.address === '' ? '' : `${hostAndPort(port.address, range)}->`;
  return `${from}${range}/${port.protocol}`;
}

/** An address of IPv6 stands in brackets. */
export function hostAndPort(address: string, port: string): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function comparePorts(a: ListedPort, b: ListedPort): number {
  return (
    a.containerPort - b.containerPort ||
    compareText(a.address, b.address) ||
    a.hostPort - b.hostPort ||
    compareText(a.protocol, b.protocol)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a === b ? 0 : 1;
}
