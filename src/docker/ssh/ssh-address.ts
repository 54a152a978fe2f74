import { LabError } from '../../core/lab-error';

/** An engine on another machine, as `ssh://[user@]host[:port][/path/of/the.sock]` names it. */
export interface SshAddress {
  readonly host: string;
  readonly user: string | undefined;
  readonly port: number | undefined;
  /** The engine's socket over there; `undefined` for the one its docker client uses. */
  readonly socket: string | undefined;
}

/** Reads an `ssh://` address; `origin` says in words who named it. */
export function parseSshAddress(url: string, origin: string): SshAddress {
  const address = readUrl(url);
  if (address === undefined) throw unreadable(url, origin, form);
  if (address.password !== '') {
    const shown = url.replace(/:[^:@/]*@/, '@');
    throw unreadable(shown, origin, 'No password may stand in it: use an SSH key.');
  }
  const { hostname, search, hash, pathname } = address;
  const [host, user] = [hostname.replace(/^\[|\]$/g, ''), decodeURIComponent(address.username)];
  if (host === '' || search !== '' || hash !== '') throw unreadable(url, origin, form);
  // ssh would take it for an option, and options can run programs.
  if (host.startsWith('-') || user.startsWith('-')) {
    throw unreadable(url, origin, 'Neither host nor user can begin with “-”.');
  }
  return {
    host,
    user: user === '' ? undefined : user,
    port: address.port === '' ? undefined : Number(address.port),
    socket: /^\/*$/.test(pathname) ? undefined : decodeURIComponent(pathname),
  };
}

const form = 'It looks like ssh://USER@HOST or ssh://USER@HOST:PORT.';

function readUrl(url: string): URL | undefined {
  try {
    decodeURIComponent(url);
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** The arguments of the `ssh` program: the docker client over there passes bytes to its engine. */
export function sshArguments({ host, user, port, socket }: SshAddress): readonly string[] {
  return [
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...['-o', 'ConnectTimeout=30', '-T', '--', host],
    'docker',
    // A shell over there reads these words.
    ...(socket === undefined ? [] : [`--host=${quote(`unix://${socket}`)}`]),
    ...['system', 'dial-stdio'],
  ];
}

function quote(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function unreadable(url: string, origin: string, advice: string): LabError {
  const who = origin.charAt(0).toUpperCase() + origin.slice(1);
  return new LabError('usage', `${who} is not the address of an engine: ${url}`, { advice });
}
