import type {
  ContextRequest,
  DiskUsageRequest,
  EnginePruneRequest,
  LoginRequest,
  LogoutRequest,
} from './engine-requests';
import type {
  HistoryRequest,
  ImportRequest,
  LoadRequest,
  PushRequest,
  SaveRequest,
  SearchRequest,
} from './image-requests';
import type { SwarmRequest } from './swarm-request';

/**
 * A docker command line, understood: what is asked of the engine, with every value parsed.
 * `parse-docker.ts` makes it, `src/docker` carries it out, `explain.ts` explains it, checks and the
 * risk guard read it. Sizes are bytes, durations nanoseconds, as the Engine API wants them.
 */
export type DockerRequest =
  | RunRequest
  | PullRequest
  | ListContainersRequest
  | ListImagesRequest
  | ContainersRequest
  | LogsRequest
  | ExecRequest
  | InspectRequest
  | BuildRequest
  | PortRequest
  | RemoveImagesRequest
  | TagRequest
  | VersionRequest
  | InfoRequest
  | NamedObjectRequest
  | CreateNetworkRequest
  | ConnectNetworkRequest
  | PruneRequest
  | PushRequest
  | HistoryRequest
  | SaveRequest
  | LoadRequest
  | ImportRequest
  | SearchRequest
  | EnginePruneRequest
  | DiskUsageRequest
  | ContextRequest
  | LoginRequest
  | LogoutRequest
  | TopRequest
  | StatsRequest
  | DiffRequest
  | EventsRequest
  | CopyRequest
  | UpdateRequest
  | CommitRequest
  | ExportRequest
  | PruneContainersRequest
  | SwarmRequest
  | ComposeRequest;

/** `docker run` and `docker create`. */
export interface RunRequest {
  readonly kind: 'run';
  /** `create`: made, not started. */
  readonly start: boolean;
  readonly image: string;
  /** Arguments after the image. */
  readonly command: readonly string[];
  readonly detach: boolean;
  readonly interactive: boolean;
  readonly tty: boolean;
  /** `--rm`. */
  readonly remove: boolean;
  readonly pull: 'always' | 'missing' | 'never';
  readonly platform: string | undefined;
  readonly name: string | undefined;
  readonly detachKeys: string | undefined;
  readonly signalProxy: boolean;
  /** Files to read before the container is created (`--env-file`, `--label-file`). */
  readonly environmentFiles: readonly string[];
  readonly labelFiles: readonly string[];
  /** A seccomp profile's path to read and send, from `--security-opt seccomp=FILE`. */
  readonly seccompProfile: string | undefined;
  readonly cidFile: string | undefined;
  /** The body of `POST /containers/create`, without what the fields above still add. */
  readonly create: CreateBody;
}

/** The parts of the Engine API's create body that a command line can set. */
export interface CreateBody {
  readonly Image: string;
  readonly Cmd?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Hostname?: string;
  readonly Domainname?: string;
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Tty: boolean;
  readonly OpenStdin: boolean;
  readonly StdinOnce: boolean;
  readonly AttachStdin: boolean;
  readonly AttachStdout: boolean;
  readonly AttachStderr: boolean;
  readonly Env: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
  readonly ExposedPorts: Readonly<Record<string, object>>;
  readonly Volumes: Readonly<Record<string, object>>;
  readonly StopSignal?: string;
  readonly StopTimeout?: number;
  readonly MacAddress?: string;
  readonly Healthcheck?: {
    readonly Test?: readonly string[];
    readonly Interval?: number;
    readonly Timeout?: number;
    readonly StartPeriod?: number;
    readonly StartInterval?: number;
    readonly Retries?: number;
  };
  /** The API's HostConfig; its fields are the API's own. */
  readonly HostConfig: Readonly<Record<string, unknown>>;
  readonly NetworkingConfig?: Readonly<Record<string, unknown>>;
}

export interface PullRequest {
  readonly kind: 'pull';
  readonly image: string;
  readonly platform: string | undefined;
  readonly allTags: boolean;
  readonly quiet: boolean;
}

/** `docker ps`. */
export interface ListContainersRequest {
  readonly kind: 'list-containers';
  readonly all: boolean;
  readonly quiet: boolean;
  readonly noTruncate: boolean;
  readonly size: boolean;
  readonly last: number | undefined;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker images`. */
export interface ListImagesRequest {
  readonly kind: 'list-images';
  readonly reference: string | undefined;
  readonly all: boolean;
  readonly quiet: boolean;
  readonly noTruncate: boolean;
  readonly digests: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** Filter name to its values, as `--filter name=value` gives them. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** One verb on containers that are named. */
export interface ContainersRequest {
  readonly kind: 'containers';
  readonly verb:
    | 'start'
    | 'stop'
    | 'restart'
    | 'kill'
    | 'rm'
    | 'pause'
    | 'unpause'
    | 'wait'
    | 'rename'
    | 'attach';
  readonly containers: readonly string[];
  /** Seconds, of stop and restart. */
  readonly timeout: number | undefined;
  readonly signal: string | undefined;
  /** `rm --force`, `rm --volumes`. */
  readonly force: boolean;
  readonly volumes: boolean;
  /** `start --attach`, `start --interactive`. */
  readonly attach: boolean;
  readonly interactive: boolean;
  readonly detachKeys: string | undefined;
  /** Of attach: what was printed before comes first. No flag of the client's asks for it. */
  readonly replay?: boolean | undefined;
  /** `attach --sig-proxy`: Ctrl-C reaches the container as SIGINT. */
  readonly signalProxy: boolean;
}

export interface LogsRequest {
  readonly kind: 'logs';
  readonly container: string;
  readonly follow: boolean;
  readonly timestamps: boolean;
  /** `--details`: what the container's log driver knows besides. */
  readonly details: boolean;
  readonly tail: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
}

export interface ExecRequest {
  readonly kind: 'exec';
  readonly container: string;
  readonly command: readonly string[];
  readonly detach: boolean;
  readonly interactive: boolean;
  readonly tty: boolean;
  readonly environment: readonly string[];
  readonly environmentFiles: readonly string[];
  readonly user: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly privileged: boolean;
  readonly detachKeys: string | undefined;
}

/** Kinds of things that can be inspected. */
export type InspectType =
  | 'config'
  | 'container'
  | 'image'
  | 'network'
  | 'node'
  | 'plugin'
  | 'secret'
  | 'service'
  | 'task'
  | 'volume';

export interface InspectRequest {
  readonly kind: 'inspect';
  readonly names: readonly string[];
  readonly type: InspectType | undefined;
  /** It is said by `--type`, not by the command’s group; the client words a miss otherwise then. */
  readonly isTypeFlag?: boolean;
  readonly format: string | undefined;
  readonly size: boolean;
  /** `service inspect --pretty`. */
  readonly pretty?: boolean;
  /** `network inspect --verbose`. */
  readonly verbose?: boolean;
}

export interface BuildRequest {
  readonly kind: 'build';
  /** The folder, as written; `-` for standard input; an address that the engine fetches. */
  readonly context: string;
  /** Path of the Dockerfile, as written; `-` for standard input; `undefined`: `Dockerfile` in the context. */
  readonly file: string | undefined;
  readonly tags: readonly string[];
  /** `null`: the argument is named and has no value. */
  readonly buildArguments: Readonly<Record<string, string | null>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly target: string | undefined;
  readonly platform: string | undefined;
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly quiet: boolean;
  readonly network: string | undefined;
  readonly squash: boolean;
  readonly extraHosts: readonly string[];
  readonly securityOptions: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cgroupParent: string | undefined;
  readonly isolation: string | undefined;
  /** `--rm=false`: the classic builder leaves the containers of its steps. */
  readonly keepContainers: boolean;
  readonly forceRemove: boolean;
  /** Where the image's id is written. */
  readonly idFile: string | undefined;
  readonly progress: 'auto' | 'plain' | 'tty' | 'quiet' | undefined;
  readonly secrets: readonly BuildSecret[];
  readonly limits: BuildLimits;
  /** The classic builder, even where the engine has BuildKit. */
  readonly classic: boolean;
}

/** `--secret`: a file, or a value that is known already. */
export interface BuildSecret {
  readonly id: string;
  readonly file?: string;
  readonly value?: string;
}

/** What steps of a build may use, as the Engine API has it. */
export interface BuildLimits {
  readonly memory?: number;
  readonly memorySwap?: number;
  readonly cpuShares?: number;
  readonly cpuPeriod?: number;
  readonly cpuQuota?: number;
  readonly cpusetCpus?: string;
  readonly cpusetMems?: string;
  readonly shmSize?: number;
  readonly ulimits?: readonly object[];
}

export interface PortRequest {
  readonly kind: 'port';
  readonly container: string;
  /** `80/tcp`, or `undefined` for all. */
  readonly port: string | undefined;
}

export interface RemoveImagesRequest {
  readonly kind: 'remove-images';
  readonly images: readonly string[];
  readonly force: boolean;
  readonly noPrune: boolean;
}

export interface TagRequest {
  readonly kind: 'tag';
  readonly source: string;
  readonly target: string;
}

export interface VersionRequest {
  readonly kind: 'version';
  /** A Go template, or `json`. */
  readonly format: string | undefined;
}

export interface InfoRequest {
  readonly kind: 'info';
  readonly format: string | undefined;
}

/** `docker network …` and `docker volume …`, where one request says it all. */
export interface NamedObjectRequest {
  readonly kind: 'network' | 'volume';
  readonly verb: 'create' | 'ls' | 'rm' | 'disconnect';
  /** Names; of disconnect first the network, then the container. */
  readonly names: readonly string[];
  readonly driver: string | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly noTruncate: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker network create`. */
export interface CreateNetworkRequest {
  readonly kind: 'create-network';
  /** The body of `POST /networks/create`. */
  readonly create: {
    readonly Name: string;
    readonly Driver: string;
    readonly Labels: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
}

/** `docker network connect`. */
export interface ConnectNetworkRequest {
  readonly kind: 'connect-network';
  readonly network: string;
  readonly container: string;
  /** The API's EndpointSettings. */
  readonly endpoint: Readonly<Record<string, unknown>>;
}

/** `docker network prune` and `docker volume prune`. */
export interface PruneRequest {
  readonly kind: 'prune';
  readonly what: 'network' | 'volume';
  readonly needs: readonly ApiNeed[];
  /** Does not ask first. */
  readonly force: boolean;
  /** Volumes that have a name, too. */
  readonly all: boolean;
  readonly filters: Filters;
}

/** A flag that only engines of this API version or newer understand. */
export interface ApiNeed {
  readonly flag: string;
  readonly version: string;
}

/** `docker top`. */
export interface TopRequest {
  readonly kind: 'top';
  readonly container: string;
  /** Go to the host's `ps`. */
  readonly options: readonly string[];
}

/** `docker stats`. */
export interface StatsRequest {
  readonly kind: 'stats';
  /** None: all that run. */
  readonly containers: readonly string[];
  readonly all: boolean;
  /** Without it one reading is printed. */
  readonly follow: boolean;
  readonly noTruncate: boolean;
  readonly format: string | undefined;
}

/** `docker diff`. */
export interface DiffRequest {
  readonly kind: 'diff';
  readonly container: string;
}

/** `docker events`. */
export interface EventsRequest {
  readonly kind: 'events';
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker cp`. */
export interface CopyRequest {
  readonly kind: 'copy';
  readonly direction: 'from' | 'to';
  readonly container: string;
  /** Inside the container, as written. */
  readonly containerPath: string;
  /** On this machine, as written; `-` is a tar archive on standard input or output. */
  readonly localPath: string;
  /** Keep owner and group. */
  readonly archive: boolean;
  readonly followLink: boolean;
  readonly quiet: boolean;
}

/** `docker update`. */
export interface UpdateRequest {
  readonly kind: 'update';
  readonly containers: readonly string[];
  /** The API's Resources and RestartPolicy; its fields are the API's own. */
  readonly changes: Readonly<Record<string, unknown>>;
}

/** `docker commit`. */
export interface CommitRequest {
  readonly kind: 'commit';
  readonly container: string;
  /** The image's name; `undefined`: it gets none. */
  readonly image: string | undefined;
  readonly author: string | undefined;
  readonly message: string | undefined;
  /** Instructions of a Dockerfile. */
  readonly changes: readonly string[];
  readonly pause: boolean;
}

/** `docker export`. */
export interface ExportRequest {
  readonly kind: 'export';
  readonly container: string;
  /** Path of the archive, as written; `undefined`: standard output. */
  readonly output: string | undefined;
}

/** `docker container prune`. */
export interface PruneContainersRequest {
  readonly kind: 'prune-containers';
  readonly filters: Filters;
  /** `--force`: without a question. */
  readonly force: boolean;
}

/** Goes to the machine's own Compose; the arguments after `docker compose`. */
export interface ComposeRequest {
  readonly kind: 'compose';
  readonly arguments: readonly string[];
}
