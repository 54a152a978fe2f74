import type { PortBinding } from '../parse-ports';

/** A container's port as the Engine API writes it: `80/tcp`. */
export function portKey({ containerPort, protocol }: PortBinding): string {
  return `${containerPort}/${protocol}`;
}

/** `HostConfig.PortBindings`: each port of the container, and where on the host it is reached. */
export function portBindings(
  ports: readonly PortBinding[],
): Record<string, { HostIp: string; HostPort: string }[]> {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of ports) {
    const entry = { HostIp: port.hostAddress, HostPort: port.hostPort };
    bindings[portKey(port)] = [...(bindings[portKey(port)] ?? []), entry];
  }
  return bindings;
}
