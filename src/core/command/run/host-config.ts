import { parseMount } from '../parse-mounts';
import type { Options } from '../parse-options';
import type { PortBinding } from '../parse-ports';
import {
  parseChoice,
  parseCpus,
  parseInteger,
  parsePairs,
  parseSize,
  wrongValue,
} from '../parse-values';
import type { Surroundings } from '../plan';
import { withoutUndefined } from '../without-undefined';
import { deviceNumber, parseDevice, parseGpus } from './devices';
import { absoluteMount, absoluteSource, splitTmpfs, volumesOf } from './mounts';
import { networkName, parseHost } from './network';
import { portBindings } from './port-bindings';
import { capabilityName, securityOptions } from './security';

export function hostConfig(
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

function parseRestart(flag: string, value: string) {
  const [name, count] = value.split(':');
  const policy = parseChoice(flag, name ?? '', ['no', 'always', 'unless-stopped', 'on-failure']);
  if (count !== undefined && policy !== 'on-failure') {
    throw wrongValue(flag, value, 'Only on-failure takes a number of tries: on-failure:3.');
  }
  return { Name: policy, MaximumRetryCount: count === undefined ? 0 : parseInteger(flag, count) };
}

function parseUlimit(value: string) {
  const match = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(value);
  if (match?.[1] === undefined) throw wrongValue('ulimit', value, 'Write it as nofile=1024:2048.');
  return { Name: match[1], Soft: Number(match[2]), Hard: Number(match[3] ?? match[2]) };
}

function logConfig(options: Options) {
  const driver = options.last('log-driver');
  const settings = options.all('log-opt');
  if (driver === undefined && settings.length === 0) return undefined;
  return { Type: driver ?? '', Config: parsePairs(settings) };
}
