import type {
  ContainerFacts,
  ContainerState,
  ContainerSummary,
  ImageFacts,
  ImageSummary,
  MountFacts,
  NetworkSummary,
  PublishedPort,
  VolumeSummary,
} from '../core/engine';
import {
  type Answer,
  answers,
  below,
  list,
  number,
  required,
  stringMap,
  strings,
  text,
  time,
} from './answer';
import { familiarReference } from './reference';

/*
 * The engine's records become our facts here, and nowhere else. What is missing is filled with
 * nothing; only what has no id is refused, since then it is no such record.
 */

const states: readonly ContainerState[] = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
];

export function toContainerState(value: string): ContainerState {
  // Podman has names of its own.
  if (value === 'configured' || value === 'initialized') return 'created';
  if (value === 'stopped' || value === 'stopping') return 'exited';
  return states.find((state) => state === value.toLowerCase()) ?? 'dead';
}

export function toContainerSummary(answer: Answer): ContainerSummary {
  return {
    id: required(answer, 'Id', 'a container'),
    name: containerName(answer),
    image: familiarReference(text(answer, 'Image')),
    imageId: text(answer, 'ImageID'),
    command: text(answer, 'Command'),
    state: toContainerState(text(answer, 'State')),
    status: text(answer, 'Status'),
    created: time(answer, 'Created') ?? new Date(0),
    labels: stringMap(answer, 'Labels'),
    ports: answers(answer, 'Ports').flatMap(listedPort),
  };
}

/** The container's own name: links give it others, with a slash inside. */
export function containerName(answer: Answer): string {
  const names = strings(answer, 'Names').map((name) => name.replace(/^\//, ''));
  return names.find((name) => !name.includes('/')) ?? names[0] ?? '';
}

function listedPort(answer: Answer): readonly PublishedPort[] {
  const containerPort = number(answer, 'PrivatePort');
  const hostPort = number(answer, 'PublicPort');
  if (containerPort === undefined || hostPort === undefined) return [];
  const protocol = toProtocol(text(answer, 'Type'));
  return [{ containerPort, protocol, hostAddress: text(answer, 'IP'), hostPort }];
}

function toProtocol(value: string | undefined): PublishedPort['protocol'] {
  return value === 'udp' || value === 'sctp' ? value : 'tcp';
}

export function toContainerFacts(answer: Answer): ContainerFacts {
  const config = below(answer, 'Config');
  const state = below(answer, 'State');
  const hostConfig = below(answer, 'HostConfig');
  const settings = below(answer, 'NetworkSettings');
  const current = toContainerState(text(state, 'Status'));
  const hasEnded = current === 'exited' || current === 'dead';
  return {
    id: required(answer, 'Id', 'a container'),
    name: text(answer, 'Name').replace(/^\//, ''),
    image: familiarReference(text(config, 'Image')),
    imageId: text(answer, 'Image'),
    command: [text(answer, 'Path'), ...strings(answer, 'Args')].filter((word) => word !== ''),
    state: current,
    exitCode: hasEnded ? number(state, 'ExitCode') : undefined,
    outOfMemory: state.OOMKilled === true,
    created: time(answer, 'Created') ?? new Date(0),
    started: time(state, 'StartedAt'),
    user: text(config, 'User'),
    environment: toEnvironment(strings(config, 'Env')),
    labels: stringMap(config, 'Labels'),
    ports: portBindings(below(settings, 'Ports')),
    mounts: answers(answer, 'Mounts').map(toMount).concat(temporaryMounts(hostConfig)),
    networks: Object.keys(below(settings, 'Networks')),
    restartPolicy: text(below(hostConfig, 'RestartPolicy'), 'Name') || 'no',
    health: toHealth(text(below(state, 'Health'), 'Status')),
  };
}

/** `NAME=value` lines; a name without a value is one that is not set. */
function toEnvironment(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
}

/** `{ "80/tcp": [{ HostIp, HostPort }] }` as the engine has it. */
export function portBindings(ports: Answer): readonly PublishedPort[] {
  return Object.keys(ports).flatMap((key) => {
    const [port, protocol] = key.split('/');
    return answers(ports, key).map((binding) => ({
      containerPort: Number(port),
      protocol: toProtocol(protocol),
      hostAddress: text(binding, 'HostIp'),
      hostPort: Number(text(binding, 'HostPort')),
    }));
  });
}

function toMount(answer: Answer): MountFacts {
  const type = text(answer, 'Type');
  const kind = type === 'bind' || type === 'volume' || type === 'tmpfs' ? type : 'other';
  return {
    kind,
    source: kind === 'volume' ? text(answer, 'Name') : text(answer, 'Source'),
    target: text(answer, 'Destination'),
    readOnly: answer.RW === false,
  };
}

/** `--tmpfs` is not among the mounts of a container's record. */
function temporaryMounts(hostConfig: Answer): readonly MountFacts[] {
  return Object.entries(stringMap(hostConfig, 'Tmpfs')).map(([target, options]) => ({
    kind: 'tmpfs',
    source: '',
    target,
    readOnly: options.split(',').includes('ro'),
  }));
}

function toHealth(value: string): ContainerFacts['health'] {
  return value === 'starting' || value === 'healthy' || value === 'unhealthy' ? value : 'none';
}

export function toImageSummary(answer: Answer): ImageSummary {
  return {
    id: required(answer, 'Id', 'an image'),
    references: references(answer),
    size: number(answer, 'Size') ?? 0,
    created: time(answer, 'Created') ?? new Date(0),
    labels: stringMap(answer, 'Labels'),
  };
}

export function toImageFacts(answer: Answer): ImageFacts {
  const config = below(answer, 'Config');
  return {
    id: required(answer, 'Id', 'an image'),
    references: references(answer),
    size: number(answer, 'Size') ?? 0,
    created: time(answer, 'Created') ?? new Date(0),
    user: text(config, 'User'),
    command: strings(config, 'Cmd'),
    entrypoint: strings(config, 'Entrypoint'),
    environment: toEnvironment(strings(config, 'Env')),
    exposedPorts: Object.keys(below(config, 'ExposedPorts')),
    workingDirectory: text(config, 'WorkingDir'),
    labels: stringMap(config, 'Labels'),
    layers: list(below(answer, 'RootFS'), 'Layers').map(String),
  };
}

function references(answer: Answer): readonly string[] {
  const tags = strings(answer, 'RepoTags').filter((tag) => tag !== '<none>:<none>');
  return tags.map(familiarReference);
}

export function toVolumeSummary(answer: Answer): VolumeSummary {
  return {
    name: required(answer, 'Name', 'a volume'),
    driver: text(answer, 'Driver'),
    labels: stringMap(answer, 'Labels'),
  };
}

export function toNetworkSummary(answer: Answer): NetworkSummary {
  return {
    id: required(answer, 'Id', 'a network'),
    name: text(answer, 'Name'),
    driver: text(answer, 'Driver'),
    labels: stringMap(answer, 'Labels'),
  };
}
