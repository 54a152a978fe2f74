import type { Outcome } from '../../core/command/execution';
import type { InfoRequest } from '../../core/command/request';
import { formatValue } from '../../core/format/format-list';
import { formatBinarySize } from '../../core/format/size';
import { type Answer, asAnswer, below, list, number, strings, text } from '../answer';
import { type Context, print } from './context';

/** `docker info`. */
export async function executeInfo(
  { format }: InfoRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const info = asAnswer(await connection.json({ method: 'GET', path: '/info' }), 'itself');
  await print(streams, format === undefined ? infoText(info) : formatValue(info, format));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function infoText(info: Answer): string {
  const line = (name: string, key: string): string => ` ${name}: ${shown(info[key])}`;
  const plugins = below(info, 'Plugins');
  const lines = [
    'Client: Container Labs',
    '',
    'Server:',
    line('Containers', 'Containers'),
    ` ${line('Running', 'ContainersRunning')}`,
    ` ${line('Paused', 'ContainersPaused')}`,
    ` ${line('Stopped', 'ContainersStopped')}`,
    line('Images', 'Images'),
    line('Server Version', 'ServerVersion'),
    line('Storage Driver', 'Driver'),
    ...list(info, 'DriverStatus').map(driverStatus),
    line('Logging Driver', 'LoggingDriver'),
    line('Cgroup Driver', 'CgroupDriver'),
    ...(text(info, 'CgroupVersion') === '' ? [] : [line('Cgroup Version', 'CgroupVersion')]),
    ' Plugins:',
    ...['Volume', 'Network', 'Log'].map((kind) => `  ${kind}: ${strings(plugins, kind).join(' ')}`),
    ` Swarm: ${text(below(info, 'Swarm'), 'LocalNodeState')}`,
    ` Runtimes: ${Object.keys(below(info, 'Runtimes')).sort().join(' ')}`,
    line('Default Runtime', 'DefaultRuntime'),
    line('Init Binary', 'InitBinary'),
    ` containerd version: ${text(below(info, 'ContainerdCommit'), 'ID')}`,
    ` runc version: ${text(below(info, 'RuncCommit'), 'ID')}`,
    ` init version: ${text(below(info, 'InitCommit'), 'ID')}`,
    ' Security Options:',
    ...strings(info, 'SecurityOptions').flatMap(securityLines),
    line('Kernel Version', 'KernelVersion'),
    line('Operating System', 'OperatingSystem'),
    line('OSType', 'OSType'),
    line('Architecture', 'Architecture'),
    line('CPUs', 'NCPU'),
    ` Total Memory: ${formatBinarySize(number(info, 'MemTotal') ?? 0)}`,
    line('Name', 'Name'),
    line('ID', 'ID'),
    line('Docker Root Dir', 'DockerRootDir'),
    line('Debug Mode', 'Debug'),
    line('Experimental', 'ExperimentalBuild'),
    ...registryLines(below(info, 'RegistryConfig')),
    line('Live Restore Enabled', 'LiveRestoreEnabled'),
  ];
  return `${lines.join('\n')}\n\n`;
}

function shown(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function driverStatus(pair: unknown): string {
  return Array.isArray(pair) ? `  ${pair[0]}: ${pair[1]}` : '';
}

/** `name=seccomp,profile=default` as a name with its details below. */
function securityLines(option: string): readonly string[] {
  const pairs = option.split(',').map((part) => part.split('=', 2));
  return pairs.map(([key = '', value]) => {
    if (key === 'name' || value === undefined) return `  ${value ?? key}`;
    return `   ${key.charAt(0).toUpperCase()}${key.slice(1)}: ${value}`;
  });
}

function registryLines(registries: Answer): readonly string[] {
  const insecure = strings(registries, 'InsecureRegistryCIDRs');
  const mirrors = strings(registries, 'Mirrors');
  return [
    ...(insecure.length === 0 ? [] : [' Insecure Registries:', ...insecure.map((it) => `  ${it}`)]),
    ...(mirrors.length === 0 ? [] : [' Registry Mirrors:', ...mirrors.map((it) => `  ${it}`)]),
  ];
}
