import { env, Uri } from 'vscode';
import type { PublishedPort } from '../core/engine';

/** Where a published port is reached from the engine's machine. */
export function portUrl({ hostAddress, hostPort }: PublishedPort): string {
  const isAnywhere = ['', '0.0.0.0', '::', '127.0.0.1', '::1'].includes(hostAddress);
  const host = hostAddress.includes(':') ? `[${hostAddress}]` : hostAddress;
  const place = `${isAnywhere ? 'localhost' : host}${hostPort === 80 ? '' : `:${hostPort}`}`;
  return hostPort === 443 ? `https://${place.replace(/:443$/, '')}` : `http://${place}`;
}

/** TCP ports that a browser can be sent to, each once, though an engine lists IPv4 and IPv6. */
export function browsablePorts(ports: readonly PublishedPort[]): readonly PublishedPort[] {
  const seen = new Map(
    ports
      .filter((port) => port.protocol === 'tcp' && port.hostPort > 0)
      .map((port) => [port.hostPort, port] as const),
  );
  return [...seen.values()];
}

/** Opens an address in the browser; in a remote window its port is forwarded first. */
export async function openUrl(url: string): Promise<void> {
  const uri = Uri.parse(url, true);
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(uri.authority);
  await env.openExternal(isLocal ? await env.asExternalUri(uri) : uri);
}
