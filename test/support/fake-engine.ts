import type { CommandExecutor, ExecuteOptions, Outcome } from '../../src/core/command/execution';
import type { DockerRequest } from '../../src/core/command/request';
import type {
  ContainerFacts,
  ContainerSummary,
  EngineEvent,
  EngineFacts,
  ImageSummary,
  NetworkSummary,
  VolumeSummary,
} from '../../src/core/engine';
import { LabError } from '../../src/core/lab-error';
import type { CommandStreams, EngineReader } from '../../src/core/ports';

/** What an engine that stands nowhere says of itself. */
export const fakeEngineFacts: EngineFacts = {
  name: 'Docker',
  version: '28.0.0',
  apiVersion: '1.48',
  operatingSystem: 'Testix 1',
  kernelVersion: '6.1',
  architecture: 'x86_64',
  rootless: false,
  cgroupVersion: 2,
  security: ['seccomp'],
  containersRunning: 0,
  endpoint: 'unix:///fake.sock',
};

/** How a test wants a request to be carried out. */
export type Execute = (
  request: DockerRequest,
  streams: CommandStreams,
  options: ExecuteOptions,
) => Promise<Partial<Outcome> | undefined>;

/** An engine in memory: lists that a test sets, events that it fires, requests that it answers. */
export class FakeEngine implements EngineReader, CommandExecutor {
  readonly requests: DockerRequest[] = [];
  containerList: readonly ContainerSummary[] = [];
  readonly containerFacts = new Map<string, ContainerFacts>();
  imageList: readonly ImageSummary[] = [];
  volumeList: readonly VolumeSummary[] = [];
  networkList: readonly NetworkSummary[] = [];
  isClosed = false;
  onExecute: Execute = async () => undefined;
  #watchers = new Set<{ onEvent(event: EngineEvent): void; end(error: Error): void }>();

  async engine(): Promise<EngineFacts> {
    return fakeEngineFacts;
  }

  async containers(): Promise<readonly ContainerSummary[]> {
    return this.containerList;
  }

  async container(id: string): Promise<ContainerFacts | undefined> {
    return this.containerFacts.get(id);
  }

  async images(): Promise<readonly ImageSummary[]> {
    return this.imageList;
  }

  async image(): Promise<undefined> {
    return undefined;
  }

  async volumes(): Promise<readonly VolumeSummary[]> {
    return this.volumeList;
  }

  async networks(): Promise<readonly NetworkSummary[]> {
    return this.networkList;
  }

  async eventsSince(): Promise<readonly EngineEvent[]> {
    return [];
  }

  watchEvents(onEvent: (event: EngineEvent) => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const watcher = { onEvent, end: reject };
      this.#watchers.add(watcher);
      signal.addEventListener('abort', () => {
        this.#watchers.delete(watcher);
        resolve();
      });
    });
  }

  async execute(
    request: DockerRequest,
    streams: CommandStreams,
    options: ExecuteOptions,
  ): Promise<Outcome> {
    this.requests.push(request);
    const outcome = await this.onExecute(request, streams, options);
    return { exitCode: 0, detached: false, outOfMemory: false, ...outcome };
  }

  /** Lets everyone who watches see it. */
  fire(event: Partial<EngineEvent>): void {
    const whole: EngineEvent = {
      time: new Date(),
      kind: 'container',
      action: 'start',
      id: 'c1',
      name: 'web',
      image: 'nginx',
      exitCode: undefined,
      labels: {},
      ...event,
    };
    for (const watcher of this.#watchers) watcher.onEvent(whole);
  }

  /** The engine stops in the middle. */
  die(): void {
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const watcher of watchers) {
      watcher.end(new LabError('engine-gone', 'The engine has stopped.'));
    }
  }

  close(): void {
    this.isClosed = true;
  }
}
