import { LabError } from '../lab-error';
import { parseMount, parseVolume } from './parse-mounts';
import type { Options } from './parse-options';
import { type PortBinding, parseExpose, parsePublish } from './parse-ports';
import {
  parseChoice,
  parseCpus,
  parseDuration,
  parseInteger,
  parsePairs,
  parseSize,
  splitPair,
  wrongValue,
} from './parse-values';
import type { Surroundings } from './plan';
import type { CreateBody, RunRequest } from './request';

/** The request of `docker run` (`start`) and `docker create`. */
export function parseRun(options: Options, start: boolean, surroundings: Surroundings): RunRequest {
  const [image, ...command] = options.rest.map(({ value }) => value);
  if (image === undefined || image === '') {
    throw new LabError('usage', `docker ${start ? 'run' : 'create'} needs the name of an image.`, {
      advice: 'For example: docker run hello-world',
    });
  }
  const detach = start && options.isOn('detach');
  if (detach && options.isOn('rm') && (options.last('restart') ?? 'no') !== 'no') {
    throw new LabError(
      'usage',
      '--rm and --restart contradict each other: what is removed cannot start again.',
    );
  }
  return {
    kind: 'run',
    start,
    image,
    command,
    detach,
    interactive: options.isOn('interactive'),
    tty: options.isOn('tty'),
    remove: options.isOn('rm'),
    pull:
      options.parsed('pull', (flag, value) =>
        parseChoice(flag, value, ['always', 'missing', 'never']),
      ) ?? 'missing',
    platform: options.last('platform'),
    name: options.last('name'),
    detachKeys: options.last('detach-keys'),
    signalProxy: options.last('sig-proxy') !== 'false',
    environmentFiles: options.all('env-file'),
    labelFiles: options.all('label-file'),
    seccompProfile: seccompProfile(options),
    cidFile: options.last('cidfile'),
    create: createBody(image, command, options, detach, surroundings),
  };
}

function createBody(
  image: string,
  command: readonly string[],
  options: Options,
  detach: boolean,
  surroundings: Surroundings,
): CreateBody {
  const attach = options.all('attach').map((stream) => parseStream(stream));
  const attaches = (stream: string) =>
    !detach && (attach.length === 0 ? stream !== 'stdin' : attach.includes(stream));
  const interactive = options.isOn('interactive');
  const attachStdin = !detach && (attach.length === 0 ? interactive : attach.includes('stdin'));
  const ports = options.all('publish').flatMap((value) => parsePublish(value));
  const exposed = options.all('expose').flatMap((value) => parseExpose(value));
  const entrypoint = options.last('entrypoint');
  return withoutUndefined({
    Image: image,
    Cmd: command.length === 0 ? undefined : command,
    Entrypoint: entrypoint === undefined ? undefined : [entrypoint],
    Hostname: options.last('hostname'),
    Domainname: options.last('domainname'),
    User: options.last('user'),
    WorkingDir: options.last('workdir'),
    Tty: options.isOn('tty'),
    OpenStdin: interactive,
    StdinOnce: attachStdin && interactive,
    AttachStdin: attachStdin,
    AttachStdout: attaches('stdout'),
    AttachStderr: attaches('stderr'),
    Env: options.all('env').flatMap((pair) => environmentEntry(pair, surroundings)),
    Labels: parsePairs(options.all('label')),
    ExposedPorts: Object.fromEntries([...ports.map(portKey), ...exposed].map((key) => [key, {}])),
    Volumes: Object.fromEntries(
      volumesOf(options)
        .filter((volume) => volume.source === '')
        .map((volume) => [volume.target, {}]),
    ),
    StopSignal: options.last('stop-signal'),
    StopTimeout: options.parsed('stop-timeout', parseInteger),
    Healthcheck: healthcheck(options),
    HostConfig: hostConfig(options, ports, surroundings),
    NetworkingConfig: networkingConfig(options),
  });
}

function parseStream(value: string): string {
  return parseChoice('attach', value.toLowerCase(), ['stdin', 'stdout', 'stderr']);
}

/** `-e NAME` takes the value from the surroundings, and is left out when there is none. */
function environmentEntry(pair: string, { variables }: Surroundings): readonly string[] {
  if (pair.startsWith('=')) throw wrongValue('env', pair, 'Write it as NAME=VALUE.');
  if (pair.includes('=')) return [pair];
  const value = variables[pair];
  return value === undefined ? [] : [`${pair}=${value}`];
}

function portKey({ containerPort, protocol }: PortBinding): string {
  return `${containerPort}/${protocol}`;
}

function volumesOf(options: Options) {
  return options.all('volume').map((value) => parseVolume(value));
}

function seccompProfile(options: Options): string | undefined {
  const profiles = options
    .all('security-opt')
    .flatMap((option) => /^seccomp[:=](.+)$/.exec(option)?.[1] ?? []);
  return profiles.findLast((profile) => !['unconfined', 'builtin'].includes(profile));
}

function healthcheck(options: Options): CreateBody['Healthcheck'] {
  const command = options.last('health-cmd');
  if (options.isOn('no-healthcheck')) {
    if (command !== undefined) {
      throw new LabError('usage', '--no-healthcheck and --health-cmd contradict each other.');
    }
    return { Test: ['NONE'] };
  }
  const check = withoutUndefined({
    Test: command === undefined ? undefined : ['CMD-SHELL', command],
    Interval: options.parsed('health-interval', parseDuration),
    Timeout: options.parsed('health-timeout', parseDuration),
    StartPeriod: options.parsed('health-start-period', parseDuration),
    StartInterval: options.parsed('health-start-interval', parseDuration),
    Retries: options.parsed('health-retries', parseInteger),
  });
  return Object.keys(check).length === 0 ? undefined : check;
}

function hostConfig(
  options: Options,
  ports: readonly PortBinding[],
  surroundings: Surroundings,
): Readonly<Record<string, unknown>> {
  const size = (flag: string) => options.parsed(flag, parseSize);
  const integer = (flag: string) => options.parsed(flag, parseInteger);
  const several = (flag: string) =>
    options.all(flag).length === 0 ? undefined : options.all(flag);
  const isOn = (flag: string) => (options.isOn(flag) ? true : undefined);
  const capabilities = (flag: string) =>
    several(flag)
      ?.flatMap((value) => value.split(','))
      .map(capabilityName);
  const binds = volumesOf(options)
    .filter((volume) => volume.source !== '')
    .map((volume) =>
      [absoluteSource(volume.source, volume.kind, surroundings), volume.target, volume.options]
        .filter(Boolean)
        .join(':'),
    );
  const swap = options.last('memory-swap');
  return withoutUndefined({
    AutoRemove: isOn('rm'),
    Binds: binds.length === 0 ? undefined : binds,
    Mounts: several('mount')?.map((value) => absoluteMount(parseMount(value), surroundings)),
    Tmpfs: several('tmpfs') && Object.fromEntries(options.all('tmpfs').map(splitTmpfs)),
    PortBindings: ports.length === 0 ? undefined : portBindings(ports),
    PublishAllPorts: isOn('publish-all'),
    NetworkMode: options.all('network').map(networkName)[0],
    RestartPolicy: options.parsed('restart', parseRestart),
    Privileged: isOn('privileged'),
    ReadonlyRootfs: isOn('read-only'),
    Init: isOn('init'),
    CapAdd: capabilities('cap-add'),
    CapDrop: capabilities('cap-drop'),
    SecurityOpt: securityOptions(options),
    PidMode: options.last('pid'),
    IpcMode: options.last('ipc'),
    UTSMode: options.last('uts'),
    UsernsMode: options.last('userns'),
    CgroupnsMode: options.last('cgroupns'),
    CgroupParent: options.last('cgroup-parent'),
    Memory: size('memory'),
    MemoryReservation: size('memory-reservation'),
    MemorySwap: swap === undefined ? undefined : parseSize('memory-swap', swap),
    MemorySwappiness: integer('memory-swappiness'),
    KernelMemory: size('kernel-memory'),
    NanoCpus: options.parsed('cpus', parseCpus),
    CpuShares: integer('cpu-shares'),
    CpuPeriod: integer('cpu-period'),
    CpuQuota: integer('cpu-quota'),
    CpuRealtimePeriod: integer('cpu-rt-period'),
    CpuRealtimeRuntime: integer('cpu-rt-runtime'),
    CpusetCpus: options.last('cpuset-cpus'),
    CpusetMems: options.last('cpuset-mems'),
    PidsLimit: integer('pids-limit'),
    BlkioWeight: integer('blkio-weight'),
    BlkioWeightDevice: several('blkio-weight-device')?.map((value) =>
      deviceNumber('blkio-weight-device', value, 'Weight', parseInteger),
    ),
    BlkioDeviceReadBps: several('device-read-bps')?.map((value) =>
      deviceNumber('device-read-bps', value, 'Rate', parseSize),
    ),
    BlkioDeviceWriteBps: several('device-write-bps')?.map((value) =>
      deviceNumber('device-write-bps', value, 'Rate', parseSize),
    ),
    BlkioDeviceReadIOps: several('device-read-iops')?.map((value) =>
      deviceNumber('device-read-iops', value, 'Rate', parseInteger),
    ),
    BlkioDeviceWriteIOps: several('device-write-iops')?.map((value) =>
      deviceNumber('device-write-iops', value, 'Rate', parseInteger),
    ),
    OomKillDisable: isOn('oom-kill-disable'),
    OomScoreAdj: integer('oom-score-adj'),
    ShmSize: size('shm-size'),
    Ulimits: several('ulimit')?.map(parseUlimit),
    Sysctls: several('sysctl') && parsePairs(options.all('sysctl')),
    Devices: several('device')
      ?.filter((value) => value.startsWith('/'))
      .map(parseDevice),
    DeviceCgroupRules: several('device-cgroup-rule'),
    DeviceRequests: options.parsed('gpus', (_, value) => [parseGpus(value)]),
    Dns: several('dns'),
    DnsOptions: several('dns-option'),
    DnsSearch: several('dns-search'),
    ExtraHosts: several('add-host')?.map(parseHost),
    GroupAdd: several('group-add'),
    Links: several('link'),
    VolumesFrom: several('volumes-from'),
    VolumeDriver: options.last('volume-driver'),
    LogConfig: logConfig(options),
    StorageOpt: several('storage-opt') && parsePairs(options.all('storage-opt')),
    Runtime: options.last('runtime'),
    Isolation: options.last('isolation'),
    ContainerIDFile: options.last('cidfile'),
  });
}

/** The client sends absolute paths; `./x` is relative to where it runs. */
function absoluteSource(
  source: string,
  kind: 'bind' | 'volume',
  { workingDirectory }: Surroundings,
): string {
  if (kind === 'volume' || /^(?:\/|[A-Za-z]:[\\/])/.test(source)) return source;
  const rest = source.replace(/^\.(?:\/|$)/, '');
  if (rest.startsWith('..')) {
    throw wrongValue('volume', source, 'Write the whole path: begin with “$PWD/” or “/”.');
  }
  return rest === '' ? workingDirectory : `${workingDirectory.replace(/[\\/]$/, '')}/${rest}`;
}

function absoluteMount(mount: ReturnType<typeof parseMount>, surroundings: Surroundings) {
  if (mount.Type !== 'bind' || mount.Source === undefined) return mount;
  return { ...mount, Source: absoluteSource(mount.Source, 'bind', surroundings) };
}

function splitTmpfs(value: string): readonly [string, string] {
  const at = value.indexOf(':');
  return at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

function portBindings(
  ports: readonly PortBinding[],
): Record<string, { HostIp: string; HostPort: string }[]> {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of ports) {
    const entry = { HostIp: port.hostAddress, HostPort: port.hostPort };
    bindings[portKey(port)] = [...(bindings[portKey(port)] ?? []), entry];
  }
  return bindings;
}

/** `name=backend,alias=db` or only a name. */
function networkName(value: string): string {
  if (!value.includes('=')) return value;
  const name = parsePairs(value.split(',')).name;
  if (name === undefined) throw wrongValue('network', value, 'It needs name=NETWORK.');
  return name;
}

function networkingConfig(options: Options): CreateBody['NetworkingConfig'] {
  const endpoints = options.all('network').map((value, index) => {
    const fields = value.includes('=') ? value.split(',').map(splitPair) : [];
    const all = (name: string) => fields.filter(([key]) => key === name).map(([, text]) => text);
    const own = (flag: string) => (index === 0 ? options.last(flag) : undefined);
    const aliases = [...all('alias'), ...(index === 0 ? options.all('network-alias') : [])];
    const address = withoutUndefined({
      IPv4Address: all('ip')[0] ?? own('ip'),
      IPv6Address: all('ip6')[0] ?? own('ip6'),
      LinkLocalIPs:
        index === 0 && options.all('link-local-ip').length > 0
          ? options.all('link-local-ip')
          : undefined,
    });
    return [
      networkName(value),
      withoutUndefined({
        Aliases: aliases.length === 0 ? undefined : aliases,
        IPAMConfig: Object.keys(address).length === 0 ? undefined : address,
        MacAddress: own('mac-address'),
      }),
    ] as const;
  });
  const isPlain = endpoints.every(([, settings]) => Object.keys(settings).length === 0);
  if (isPlain && endpoints.length < 2) return undefined;
  return { EndpointsConfig: Object.fromEntries(endpoints) };
}

function parseRestart(flag: string, value: string) {
  const [name, count] = value.split(':');
  const policy = parseChoice(flag, name ?? '', ['no', 'always', 'unless-stopped', 'on-failure']);
  if (count !== undefined && policy !== 'on-failure') {
    throw wrongValue(flag, value, 'Only on-failure takes a number of tries: on-failure:3.');
  }
  return { Name: policy, MaximumRetryCount: count === undefined ? 0 : parseInteger(flag, count) };
}

/** The engine takes `NET_ADMIN`, `CAP_NET_ADMIN` and small letters; one spelling is sent. */
function capabilityName(name: string): string {
  const upper = name.trim().toUpperCase();
  return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
}

/** The profile of seccomp is sent as its content, which the executor reads. */
function securityOptions(options: Options): readonly string[] | undefined {
  const kept = options
    .all('security-opt')
    .filter((option) => !/^seccomp[:=](?!unconfined$|builtin$)/.test(option))
    .map((option) => option.replace(/^(seccomp|apparmor|label|systempaths):/, '$1='));
  return kept.length === 0 ? undefined : kept;
}

function parseUlimit(value: string) {
  const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(value);
  if (match?.[1] === undefined) throw wrongValue('ulimit', value, 'Write it as nofile=1024:2048.');
  return { Name: match[1], Soft: Number(match[2]), Hard: Number(match[3] ?? match[2]) };
}

function parseDevice(value: string) {
  const [host = '', second, third] = value.split(':');
  const isMode = (text: string | undefined) => text !== undefined && /^[rwm]+$/.test(text);
  const inside = second === undefined || isMode(second) ? host : second;
  const permissions = third ?? (isMode(second) ? second : 'rwm');
  return { PathOnHost: host, PathInContainer: inside, CgroupPermissions: permissions };
}

function deviceNumber(
  flag: string,
  value: string,
  field: string,
  parse: (flag: string, value: string) => number,
) {
  const at = value.lastIndexOf(':');
  if (at < 1) throw wrongValue(flag, value, 'Write it as DEVICE:NUMBER, such as /dev/sda:1mb.');
  return { Path: value.slice(0, at), [field]: parse(flag, value.slice(at + 1)) };
}

function parseGpus(value: string) {
  const fields = value.includes('=')
    ? parsePairs(value.replace(/^"|"$/g, '').split(','))
    : { count: value };
  const count =
    fields.count === 'all'
      ? -1
      : fields.count === undefined
        ? 0
        : parseInteger('gpus', fields.count);
  return {
    Driver: fields.driver ?? '',
    Count: fields.device === undefined ? count : 0,
    DeviceIDs: fields.device === undefined ? undefined : fields.device.split(';'),
    Capabilities: [['gpu']],
  };
}

function parseHost(value: string): string {
  const match = /^([^:=]+)[:=](.+)$/.exec(value);
  if (match === null) throw wrongValue('add-host', value, 'Write it as NAME:ADDRESS.');
  return `${match[1]}:${match[2]?.replace(/^\[(.*)\]$/, '$1')}`;
}

function logConfig(options: Options) {
  const driver = options.last('log-driver');
  const settings = options.all('log-opt');
  if (driver === undefined && settings.length === 0) return undefined;
  return { Type: driver ?? '', Config: parsePairs(settings) };
}

type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<Fields>;
}
