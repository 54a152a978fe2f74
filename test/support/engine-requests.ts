import type {
  BuildRequest,
  ContainersRequest,
  CreateBody,
  CreateNetworkRequest,
  ExecRequest,
  InspectRequest,
  ListContainersRequest,
  ListImagesRequest,
  LogsRequest,
  NamedObjectRequest,
  RunRequest,
} from '../../src/core/command/request';

/** A run with what a test says and the usual for the rest. */
export function runRequest(
  image: string,
  command: readonly string[],
  given: Partial<Omit<RunRequest, 'create'>> & { readonly create?: Partial<CreateBody> } = {},
): RunRequest {
  const { create, ...rest } = given;
  const interactive = rest.interactive ?? false;
  const attach = !(rest.detach ?? false);
  return {
    kind: 'run',
    start: true,
    image,
    command,
    detach: false,
    interactive,
    tty: false,
    remove: false,
    pull: 'missing',
    platform: undefined,
    name: undefined,
    detachKeys: undefined,
    signalProxy: true,
    environmentFiles: [],
    labelFiles: [],
    seccompProfile: undefined,
    cidFile: undefined,
    ...rest,
    create: {
      Image: image,
      ...(command.length === 0 ? {} : { Cmd: command }),
      Tty: rest.tty ?? false,
      OpenStdin: interactive,
      StdinOnce: interactive && attach,
      AttachStdin: interactive && attach,
      AttachStdout: attach,
      AttachStderr: attach,
      Env: [],
      Labels: {},
      ExposedPorts: {},
      Volumes: {},
      HostConfig: {},
      ...create,
    },
  };
}

/** What publishes a container's port, as a part of a run's body. */
export function publish(port: number, hostPort: number): Partial<CreateBody> {
  const key = `${port}/tcp`;
  return {
    ExposedPorts: { [key]: {} },
    HostConfig: { PortBindings: { [key]: [{ HostIp: '', HostPort: String(hostPort) }] } },
  };
}

export function containersRequest(
  verb: ContainersRequest['verb'],
  containers: readonly string[],
  given: Partial<ContainersRequest> = {},
): ContainersRequest {
  return {
    kind: 'containers',
    verb,
    containers,
    timeout: undefined,
    signal: undefined,
    force: false,
    volumes: false,
    attach: false,
    interactive: false,
    detachKeys: undefined,
    signalProxy: true,
    ...given,
  };
}

export function execRequest(
  container: string,
  command: readonly string[],
  given: Partial<ExecRequest> = {},
): ExecRequest {
  return {
    kind: 'exec',
    container,
    command,
    detach: false,
    interactive: false,
    tty: false,
    environment: [],
    environmentFiles: [],
    user: undefined,
    workingDirectory: undefined,
    privileged: false,
    detachKeys: undefined,
    ...given,
  };
}

export function logsRequest(container: string, given: Partial<LogsRequest> = {}): LogsRequest {
  return {
    kind: 'logs',
    container,
    follow: false,
    timestamps: false,
    details: false,
    tail: 'all',
    since: undefined,
    until: undefined,
    ...given,
  };
}

export function listRequest(given: Partial<ListContainersRequest> = {}): ListContainersRequest {
  return {
    kind: 'list-containers',
    all: true,
    quiet: false,
    noTruncate: false,
    size: false,
    last: undefined,
    filters: {},
    format: undefined,
    ...given,
  };
}

export function imagesRequest(given: Partial<ListImagesRequest> = {}): ListImagesRequest {
  return {
    kind: 'list-images',
    reference: undefined,
    all: false,
    quiet: false,
    noTruncate: false,
    digests: false,
    filters: {},
    format: undefined,
    ...given,
  };
}

export function inspectRequest(
  names: readonly string[],
  given: Partial<InspectRequest> = {},
): InspectRequest {
  return { kind: 'inspect', names, type: undefined, format: undefined, size: false, ...given };
}

export function buildRequest(context: string, given: Partial<BuildRequest> = {}): BuildRequest {
  return {
    kind: 'build',
    context,
    file: undefined,
    tags: [],
    buildArguments: {},
    labels: {},
    target: undefined,
    platform: undefined,
    noCache: false,
    pull: false,
    quiet: false,
    network: undefined,
    squash: false,
    extraHosts: [],
    securityOptions: [],
    cacheFrom: [],
    cgroupParent: undefined,
    isolation: undefined,
    keepContainers: false,
    forceRemove: false,
    idFile: undefined,
    progress: undefined,
    secrets: [],
    limits: {},
    classic: false,
    ...given,
  };
}

export function namedRequest(
  kind: NamedObjectRequest['kind'],
  verb: NamedObjectRequest['verb'],
  names: readonly string[],
  given: Partial<NamedObjectRequest> = {},
): NamedObjectRequest {
  return {
    kind,
    verb,
    names,
    driver: undefined,
    options: {},
    labels: {},
    force: false,
    quiet: false,
    noTruncate: false,
    filters: {},
    format: undefined,
    ...given,
  };
}

export function createNetworkRequest(
  name: string,
  labels: Readonly<Record<string, string>> = {},
): CreateNetworkRequest {
  return {
    kind: 'create-network',
    create: { Name: name, Driver: 'bridge', Labels: labels },
  };
}
