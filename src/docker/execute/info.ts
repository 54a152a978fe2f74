import type { Outcome } from '../../core/command/execution';
import type { InfoRequest } from '../../core/command/request';
import { formatValue } from '../../core/format/format-list';
import { formatBinarySize } from '../../core/format/size';
import { type Answer, answers, asAnswer, below, list, number, strings, text } from '../answer';
import { type Context, print, printError } from './context';
import { swarmLines } from './swarm-lines';

/** `docker info`. */
export async function executeInfo(
  { format }: InfoRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const info = asAnswer(await connection.json({ method: 'GET', path: '/info' }), 'itself');
  await print(streams, format === undefined ? infoText(info) : formatValue(info, format));
  if (format === undefined) {
    await printError(
      streams,
      strings(info, 'Warnings')
        .map((warning) => `${warning}\n`)
        .join(''),
    );
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function infoText(info: Answer): string {
  const line = (name: string, key: string): string => ` ${name}: ${shown(info[key])}`;
  const filled = (name: string, key: string): readonly string[] =>
    text(info, key) === '' ? [] : [line(name, key)];
  const count = (name: string, key: string): string => ` ${name}: ${number(info, key) ?? 0}`;
  const plugins = below(info, 'Plugins');
  const lines = [
    'Client: Container Labs',
    '',
    'Server:',
    count('Containers', 'Containers'),
    ` ${count('Running', 'ContainersRunning')}`,
    ` ${count('Paused', 'ContainersPaused')}`,
    ` ${count('Stopped', 'ContainersStopped')}`,
    count('Images', 'Images'),
    ...filled('Server Version', 'ServerVersion'),
    ...filled('Storage Driver', 'Driver'),
    ...list(info, 'DriverStatus').map(driverStatus),
    ...filled('Logging Driver', 'LoggingDriver'),
    ...filled('Cgroup Driver', 'CgroupDriver'),
    ...filled('Cgroup Version', 'CgroupVersion'),
    ' Plugins:',
    ...['Volume', 'Network', 'Authorization', 'Log'].flatMap((kind) => pluginLine(plugins, kind)),
    ...section('CDI spec directories', strings(info, 'CDISpecDirs')),
    ...swarmLines(below(info, 'Swarm')),
    ` Runtimes: ${Object.keys(below(info, 'Runtimes')).sort().join(' ')}`,
    line('Default Runtime', 'DefaultRuntime'),
    line('Init Binary', 'InitBinary'),
    ` containerd version: ${text(below(info, 'ContainerdCommit'), 'ID')}`,
    ` runc version: ${text(below(info, 'RuncCommit'), 'ID')}`,
    ` init version: ${text(below(info, 'InitCommit'), 'ID')}`,
    ' Security Options:',
    ...strings(info, 'SecurityOptions').flatMap(securityLines),
    ...filled('Kernel Version', 'KernelVersion'),
    ...filled('Operating System', 'OperatingSystem'),
    ...filled('OSType', 'OSType'),
    ...filled('Architecture', 'Architecture'),
    count('CPUs', 'NCPU'),
    ` Total Memory: ${formatBinarySize(number(info, 'MemTotal') ?? 0)}`,
    ...filled('Name', 'Name'),
    ...filled('ID', 'ID'),
    line('Docker Root Dir', 'DockerRootDir'),
    line('Debug Mode', 'Debug'),
    ...debugLines(info),
    ...proxyLines(info),
    ...section('Labels', strings(info, 'Labels')),
    line('Experimental', 'ExperimentalBuild'),
    ...registryLines(below(info, 'RegistryConfig')),
    line('Live Restore Enabled', 'LiveRestoreEnabled'),
    ...filled('Product License', 'ProductLicense'),
    ...section('Default Address Pools', answers(info, 'DefaultAddressPools').map(poolLine)),
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

/** Under a heading of its own; nothing for nothing. */
function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [` ${heading}:`, ...lines.map((line) => `  ${line}`)];
}

function pluginLine(plugins: Answer, kind: string): readonly string[] {
  const names = strings(plugins, kind);
  return names.length === 0 && kind === 'Authorization' ? [] : [`  ${kind}: ${names.join(' ')}`];
}

function debugLines(info: Answer): readonly string[] {
  if (info.Debug !== true) return [];
  return [
    `  File Descriptors: ${shown(info.NFd)}`,
    `  Goroutines: ${shown(info.NGoroutines)}`,
    `  System Time: ${shown(info.SystemTime)}`,
    `  EventsListeners: ${shown(info.NEventsListener)}`,
  ];
}

function proxyLines(info: Answer): readonly string[] {
  const line = (name: string, key: string): readonly string[] =>
    text(info, key) === '' ? [] : [` ${name}: ${withoutSecret(text(info, key))}`];
  return [
    ...line('HTTP Proxy', 'HttpProxy'),
    ...line('HTTPS Proxy', 'HttpsProxy'),
    ...line('No Proxy', 'NoProxy'),
  ];
}

/** A proxy's address may hold a password; engines mostly hide it themselves. */
function withoutSecret(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//xxxxx:xxxxx@');
}

function poolLine(pool: Answer): string {
  return ` Base: ${text(pool, 'Base')}, Size: ${number(pool, 'Size') ?? 0}`;
}

function registryLines(registries: Answer): readonly string[] {
  const insecure = [
    ...Object.values(below(registries, 'IndexConfigs'))
      .map((index) => asAnswer(index, 'a registry'))
      .filter(({ Secure: isSecure }) => isSecure === false)
      .map((index) => text(index, 'Name')),
    ...strings(registries, 'InsecureRegistryCIDRs'),
  ];
  return [
    ...section('Insecure Registries', insecure),
    ...section('Registry Mirrors', strings(registries, 'Mirrors')),
  ];
}
