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
  const minimum = details.MinAPIVersion;
  const api = details.ApiVersion;
  return [
    ` ${text(component, 'Name')}:`,
    ...field('Version:', text(component, 'Version')),
    ...field('API version:', minimum && api ? `${api} (minimum version ${minimum})` : api),
    ...field('Go version:', details.GoVersion),
    ...field('Git commit:', api === undefined ? undefined : details.GitCommit),
    ...field('Built:', details.BuildTime),
    ...field('OS/Arch:', details.Os && details.Arch ? `${details.Os}/${details.Arch}` : undefined),
    ...field('Experimental:', details.Experimental),
    ...field('GitCommit:', api === undefined ? details.GitCommit : undefined),
  ];
}

function label(name: string): string {
  return name.padEnd(18);
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The client tells the times of builds in its own way, in formats too. */
function readable(server: Answer): Answer {
  const components = answers(server, 'Components').map((component) => {
    const details = below(component, 'Details');
    if (typeof details.BuildTime !== 'string') return component;
    return { ...component, Details: { ...details, BuildTime: builtAt(details.BuildTime) } };
  });
  return components.length === 0 ? server : { ...server, Components: components };
}

/** `Thu May  7 21:09:36 2026`, as the client prints the time of a build. */
function builtAt(value: string | undefined): string | undefined {
  const date = new Date(value ?? '');
  if (Number.isNaN(date.getTime())) return value;
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]}`;
  const clock = date.toISOString().slice(11, 19);
  return `${day} ${String(date.getUTCDate()).padStart(2)} ${clock} ${date.getUTCFullYear()}`;
}
