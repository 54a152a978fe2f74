import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../core/lab-error';
import { parseSshAddress, type SshAddress } from './ssh/ssh-address';

/** Where an engine listens. */
export type Endpoint = SocketEndpoint | TcpEndpoint | SshEndpoint;

interface EndpointBase {
  /** As `DOCKER_HOST` has it: `unix:///var/run/docker.sock`. */
  readonly url: string;
  /** Who named it, for people: `DOCKER_HOST`, `the docker context desktop-linux`. */
  readonly origin: string;
  /** The docker context that names it, if one does. */
  readonly context?: string | undefined;
  /** The newest Engine API that it said it speaks, once it was asked. */
  readonly apiVersion?: string | undefined;
  /** Whether Podman answers there, which does some things in its own way. */
  readonly isPodman?: boolean | undefined;
}

/** A unix socket or a Windows named pipe. */
export interface SocketEndpoint extends EndpointBase {
  readonly kind: 'socket';
  readonly path: string;
}

export interface TcpEndpoint extends EndpointBase {
  readonly kind: 'tcp';
  readonly host: string;
  readonly port: number;
  readonly tls: TlsFiles | undefined;
}

/** The docker client of another machine passes everything to its engine. */
export interface SshEndpoint extends EndpointBase {
  readonly kind: 'ssh';
  readonly address: SshAddress;
}

/** Contents of the certificate files, in PEM. */
export interface TlsFiles {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/**
 * Reads an address as `DOCKER_HOST` has it. `certificates` is the folder of `ca.pem`, `cert.pem`
 * and `key.pem`; without it TCP is spoken in clear.
 */
export async function parseEndpoint(
  url: string,
  origin: string,
  certificates?: string,
): Promise<Endpoint> {
  const { scheme, rest } = splitUrl(url);
  if (scheme === 'unix') return { kind: 'socket', path: rest || defaultSocket, url, origin };
  if (scheme === 'npipe') {
    return { kind: 'socket', path: rest.replaceAll('\\', '/') || defaultPipe, url, origin };
  }
  if (scheme === 'ssh') {
    return { kind: 'ssh', address: parseSshAddress(url, origin), url, origin };
  }
  if (scheme !== 'tcp' && scheme !== 'http' && scheme !== 'https') throw unreadable(url, origin);
  let address: URL;
  try {
    address = new URL(`http://${rest}`);
  } catch {
    throw unreadable(url, origin);
  }
  const tls =
    certificates === undefined && scheme !== 'https' ? undefined : await readTls(certificates);
  const port = Number(address.port) || (tls === undefined ? 2375 : 2376);
  return { kind: 'tcp', host: address.hostname.replace(/^\[|\]$/g, ''), port, tls, url, origin };
}

const defaultSocket = '/var/run/docker.sock';
const defaultPipe = '//./pipe/docker_engine';

function splitUrl(url: string): { readonly scheme: string; readonly rest: string } {
  const [, scheme, rest] = /^([a-z]+):\/\/(.*)$/s.exec(url) ?? [];
  if (scheme !== undefined && rest !== undefined) return { scheme, rest };
  return url.startsWith('/') ? { scheme: 'unix', rest: url } : { scheme: 'tcp', rest: url };
}

function unreadable(url: string, origin: string): LabError {
  return new LabError('usage', `${capitalize(origin)} is not the address of an engine: ${url}`, {
    advice: 'It looks like unix:///var/run/docker.sock or tcp://HOST:2376.',
  });
}

async function readTls(folder: string | undefined): Promise<TlsFiles> {
  if (folder === undefined) return { ca: undefined, cert: undefined, key: undefined };
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readOptional(join(folder, name))),
  );
  return { ca, cert, key };
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new LabError('file', `The certificate ${path} cannot be read.`, { cause: error });
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
