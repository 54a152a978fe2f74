import type { Outcome } from '../../core/command/execution';
import type { VersionRequest } from '../../core/command/request';
import { formatValue } from '../../core/format/format-list';
import { type Answer, answers, asAnswer, below, stringMap, text } from '../answer';
import { type Context, print } from './context';

/** `docker version`. The client it tells of is this program: there need be no docker client. */
export async function executeVersion(
  { format }: VersionRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const path = '/version';
  const server = readable(asAnswer(await connection.json({ method: 'GET', path }), 'itself'));
  const client = {
    Platform: { Name: 'Container Labs' },
    Version: text(server, 'Version'),
    ApiVersion: text(server, 'ApiVersion'),
    Os: process.platform,
    Arch: process.arch,
  };
  const output =
    format === undefined
      ? versionText(server)
      : formatValue({ Client: client, Server: server }, format);
  await print(streams, output);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function versionText(server: Answer): string {
  const platform = text(below(server, 'Platform'), 'Name');
  const components = answers(server, 'Components');
  const lines = [
    'Client: Container Labs',
    ` ${label('API version:')}${text(server, 'ApiVersion')}`,
    '',
    platform === '' ? 'Server:' : `Server: ${platform}`,
    ...(components.length === 0
      ? [` ${label('Version:')}${text(server, 'Version')}`]
      : components.flatMap(componentLines)),
  ];
  return `${lines.join('\n')}\n`;
}

function componentLines(component: Answer): readonly string[] {
  const details = stringMap(component, 'Details');
  const field = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`  ${label(name)}${value}`];
  const head = [` ${text(component, 'Name')}:`, ...field('Version:', text(component, 'Version'))];
  if (text(component, 'Name') !== 'Engine') {
    const names = Object.keys(details).sort();
    return [...head, ...names.flatMap((name) => field(`${name}:`, details[name]))];
  }
  const minimum = details.MinAPIVersion;
  const api = details.ApiVersion;
  return [
    ...head,
    ...field('API version:', minimum && api ? `${api} (minimum version ${minimum})` : api),
    ...field('Go version:', details.GoVersion),
    ...field('Git commit:', details.GitCommit),
    ...field('Built:', details.BuildTime),
    ...field('OS/Arch:', details.Os && details.Arch ? `${details.Os}/${details.Arch}` : undefined),
    ...field('Experimental:', details.Experimental),
  ];
}

function label(name: string): string {
  return name.padEnd(18);
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The client tells the times of builds in its own way, in formats too. */
function readable(server: Answer): Answer {
  const components = withEngine(server).map((component) => {
    const details = below(component, 'Details');
    // Of the engine alone: what others say of themselves is printed as it is.
    const isEngine = text(component, 'Name') === 'Engine';
    if (!isEngine || typeof details.BuildTime !== 'string') return component;
    return { ...component, Details: { ...details, BuildTime: builtAt(details.BuildTime) } };
  });
  return components.length === 0 ? server : { ...server, Components: components };
}

/** The components; one that is no Docker has none called Engine, and the client makes it up. */
function withEngine(server: Answer): readonly Answer[] {
  const components = answers(server, 'Components');
  const hasEngine = components.some((component) => text(component, 'Name') === 'Engine');
  if (components.length === 0 || hasEngine) return components;
  const { ApiVersion, MinAPIVersion, GitCommit, GoVersion, Os, Arch, BuildTime } = server;
  const Experimental = String(server.Experimental ?? false);
  const shared = { ApiVersion, MinAPIVersion, GitCommit, GoVersion, Os, Arch, BuildTime };
  const Details = { ...shared, Experimental };
  return [...components, { Name: 'Engine', Version: text(server, 'Version'), Details }];
}

/** `Thu May  7 21:09:36 2026`, as the client prints the time of a build. */
function builtAt(value: string | undefined): string | undefined {
  const date = new Date(value ?? '');
  if (Number.isNaN(date.getTime())) return value;
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]}`;
  const clock = date.toISOString().slice(11, 19);
  return `${day} ${String(date.getUTCDate()).padStart(2)} ${clock} ${date.getUTCFullYear()}`;
}
