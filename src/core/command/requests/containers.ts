import { LabError } from '../../lab-error';
import { atMost, one, some, two } from '../argument-count';
import { parseChoice, parseInteger } from '../parse-values';
import type {
  ContainersRequest,
  ExecRequest,
  ListContainersRequest,
  LogsRequest,
  PortRequest,
} from '../request';
import { filtersOf } from './filters';
import type { GivenCommand } from './request-reader';

/** Commands that do one thing to containers that are named. */
export const containerVerbs = [
  'start',
  'stop',
  'restart',
  'kill',
  'rm',
  'pause',
  'unpause',
  'wait',
  'rename',
  'attach',
] as const;

/** `docker start`, `docker rm` and their like. */
export function readContainers({ name, options, names }: GivenCommand): ContainersRequest {
  const verb = parseChoice('command', name, containerVerbs);
  if (verb === 'rename') two(names, name, 'the container, and its new name');
  if (verb === 'attach') one(names, name, 'the name of a container');
  return {
    kind: 'containers',
    verb,
    containers: some(names, name, 'the name of a container'),
    timeout: options.parsed('timeout', parseInteger) ?? options.parsed('time', parseInteger),
    signal: options.last('signal'),
    force: options.isOn('force'),
    volumes: options.isOn('volumes'),
    attach: options.isOn('attach') || options.isOn('interactive'),
    interactive: options.isOn('interactive') || (verb === 'attach' && !options.isOn('no-stdin')),
    detachKeys: options.last('detach-keys'),
    signalProxy: options.last('sig-proxy') !== 'false',
  };
}

/** `docker ps`. */
export function readListContainers({ name, options, names }: GivenCommand): ListContainersRequest {
  atMost(0, names, name);
  return {
    kind: 'list-containers',
    all: options.isOn('all'),
    quiet: options.isOn('quiet'),
    noTruncate: options.isOn('no-trunc'),
    size: options.isOn('size'),
    last: options.isOn('latest') ? 1 : options.parsed('last', parseInteger),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}

/** `docker exec`. */
export function readExec({ options, names }: GivenCommand): ExecRequest {
  const [container, ...command] = names;
  if (container === undefined || command.length === 0) {
    throw new LabError('usage', 'docker exec needs a container and a command to run in it.', {
      advice: 'For example: docker exec nginx ls /',
    });
  }
  return {
    kind: 'exec',
    container,
    command,
    detach: options.isOn('detach'),
    interactive: options.isOn('interactive'),
    tty: options.isOn('tty'),
    environment: options.all('env'),
    environmentFiles: options.all('env-file'),
    user: options.last('user'),
    workingDirectory: options.last('workdir'),
    privileged: options.isOn('privileged'),
    detachKeys: options.last('detach-keys'),
  };
}

/** `docker logs`. */
export function readLogs({ name, options, names }: GivenCommand): LogsRequest {
  return {
    kind: 'logs',
    container: one(names, name, 'the name of a container'),
    follow: options.isOn('follow'),
    timestamps: options.isOn('timestamps'),
    details: options.isOn('details'),
    tail: options.last('tail') ?? 'all',
    since: options.last('since'),
    until: options.last('until'),
  };
}

/** `docker port`. */
export function readPort({ name, names }: GivenCommand): PortRequest {
  atMost(2, names, name);
  return {
    kind: 'port',
    container: some(names, name, 'the name of a container')[0] ?? '',
    port: names[1],
  };
}
