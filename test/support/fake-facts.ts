import type { ContainerFacts, EngineEvent, EngineFacts, ImageFacts } from '../../src/core/engine';
import type { Facts } from '../../src/core/ports';
import { fakeEngineFacts } from './fake-engine';

/** What a test says is so; what it does not say is not there. */
export interface GivenFacts {
  readonly engine?: Partial<EngineFacts>;
  /** Newest first. */
  readonly containers?: readonly ContainerFacts[];
  readonly images?: Readonly<Record<string, ImageFacts>>;
  readonly events?: readonly EngineEvent[];
  /** Answers by address. */
  readonly http?: Readonly<Record<string, { readonly status: number; readonly body: string }>>;
  /** Ports on which something answers. */
  readonly ports?: readonly number[];
  readonly files?: Readonly<Record<string, string>>;
  /** How commands end, by their words. */
  readonly commands?: Readonly<
    Record<string, { readonly exitCode: number; readonly output: string }>
  >;
}

/** Facts in memory: the engine's and those around it. */
export function fakeFacts(given: GivenFacts = {}): Facts {
  const containers = given.containers ?? [];
  return {
    engine: async () => ({
      ...fakeEngineFacts,
      security: [],
      containersRunning: containers.filter(({ state }) => state === 'running').length,
      ...given.engine,
    }),
    containers: async () =>
      containers.map((each) => ({ ...each, command: each.command.join(' '), status: '' })),
    container: async (nameOrId) =>
      containers.find(({ name, id }) => name === nameOrId || id.startsWith(nameOrId)),
    images: async () => [],
    image: async (reference) => given.images?.[reference],
    volumes: async () => [],
    networks: async () => [],
    eventsSince: async (since) => (given.events ?? []).filter(({ time }) => time >= since),
    watchEvents: async () => undefined,
    execute: async (_, command) =>
      given.commands?.[command.join(' ')] ?? { exitCode: 127, output: 'not found' },
    http: async (url) => given.http?.[url],
    portAnswers: async (port) => given.ports?.includes(port) ?? false,
    readFile: async (path) => given.files?.[path],
  };
}

/** A running container named web, of nginx. */
export function aContainer(facts: Partial<ContainerFacts> = {}): ContainerFacts {
  return {
    id: 'c0ffee1234567890',
    name: 'web',
    image: 'nginx',
    imageId: 'sha256:1',
    command: ['nginx'],
    state: 'running',
    exitCode: undefined,
    outOfMemory: false,
    created: new Date(0),
    started: new Date(0),
    user: '',
    environment: {},
    labels: {},
    ports: [],
    mounts: [],
    networks: ['bridge'],
    restartPolicy: 'no',
    health: 'none',
    ...facts,
  };
}

export function anImage(facts: Partial<ImageFacts> = {}): ImageFacts {
  return {
    id: 'sha256:1',
    references: ['nginx:latest'],
    size: 1,
    created: new Date(0),
    user: '',
    command: [],
    entrypoint: [],
    environment: {},
    exposedPorts: [],
    workingDirectory: '',
    labels: {},
    layers: [],
    ...facts,
  };
}

/** The start of a container named web. */
export function anEvent(facts: Partial<EngineEvent> = {}): EngineEvent {
  return {
    time: new Date(1000),
    kind: 'container',
    action: 'start',
    id: 'c0ffee1234567890',
    name: 'web',
    image: 'nginx',
    exitCode: undefined,
    labels: {},
    ...facts,
  };
}
