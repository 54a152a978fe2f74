/**
 * Facts of a container engine in our own words. `src/docker` reads them from the engine's answers;
 * checks, the tree and the pages only ever see these types. Sizes are bytes, times are `Date`s.
 */

/** The engine itself. */
export interface EngineFacts {
  /** Who answers the API. */
  readonly name: 'Docker' | 'Podman' | 'unknown';
  /** The engine's version, such as `28.1.1`. */
  readonly version: string;
  readonly apiVersion: string;
  /** The operating system of the engine's host, such as `Debian GNU/Linux 12 (bookworm)`. */
  readonly operatingSystem: string;
  readonly kernelVersion: string;
  readonly architecture: string;
  readonly rootless: boolean;
  readonly cgroupVersion: 1 | 2 | undefined;
  /** Names of active protections, such as `seccomp` or `apparmor`. */
  readonly security: readonly string[];
  readonly containersRunning: number;
  /** Where it was found, for the status bar: `unix:///var/run/docker.sock`. */
  readonly endpoint: string;
}

export type ContainerState =
  | 'created'
  | 'running'
  | 'paused'
  | 'restarting'
  | 'removing'
  | 'exited'
  | 'dead';

export interface PublishedPort {
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly hostAddress: string;
  readonly hostPort: number;
}

export interface MountFacts {
  readonly kind: 'bind' | 'volume' | 'tmpfs' | 'other';
  /** Host path of a bind mount, name of a volume, empty for tmpfs. */
  readonly source: string;
  /** Path inside the container. */
  readonly target: string;
  readonly readOnly: boolean;
}

export interface ContainerFacts {
  readonly id: string;
  /** Without the leading slash of the API. */
  readonly name: string;
  /** The image as it was asked for, such as `nginx` or `nginx:1.27`. */
  readonly image: string;
  readonly imageId: string;
  readonly command: readonly string[];
  readonly state: ContainerState;
  /** `undefined` while it has not ended. */
  readonly exitCode: number | undefined;
  readonly outOfMemory: boolean;
  readonly created: Date;
  readonly started: Date | undefined;
  readonly user: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly PublishedPort[];
  readonly mounts: readonly MountFacts[];
  readonly networks: readonly string[];
  readonly restartPolicy: string;
  readonly health: 'none' | 'starting' | 'healthy' | 'unhealthy';
}

/** A container as a list shows it: what costs one request for all of them. */
export interface ContainerSummary {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  readonly state: ContainerState;
  /** The engine's own words, such as `Up 3 minutes`. */
  readonly status: string;
  readonly created: Date;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly PublishedPort[];
}

export interface ImageFacts {
  readonly id: string;
  /** `name:tag` references that point at it. */
  readonly references: readonly string[];
  readonly size: number;
  readonly created: Date;
  readonly user: string;
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly exposedPorts: readonly string[];
  readonly workingDirectory: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly layers: readonly string[];
}

/** What a run would do about its image. */
export interface ImageOutlook {
  readonly isPresent: boolean;
  /** Bytes: on the engine's disk when present, else to be pulled; `undefined` when nobody tells. */
  readonly size: number | undefined;
}

export interface ImageSummary {
  readonly id: string;
  readonly references: readonly string[];
  readonly size: number;
  readonly created: Date;
  readonly labels: Readonly<Record<string, string>>;
}

export interface VolumeSummary {
  readonly name: string;
  readonly driver: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface NetworkSummary {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Something the engine reported: a container started, an image was pulled. */
export interface EngineEvent {
  readonly time: Date;
  readonly kind: 'container' | 'image' | 'volume' | 'network' | 'other';
  /** The engine's verb, such as `create`, `start`, `die`, `pull`, `exec_create`. */
  readonly action: string;
  readonly id: string;
  /** Name of the container, reference of the image. */
  readonly name: string;
  /** The image of a container event, else empty. */
  readonly image: string;
  /** Of a `die` event. */
  readonly exitCode: number | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** The label that marks everything the labs made; its value is the lesson's id. */
export const lessonLabel = 'container-labs.lesson';
