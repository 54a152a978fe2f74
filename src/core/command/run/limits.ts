import type { Options } from '../parse-options';
import {
  contradiction,
  parseCpus,
  parseInteger,
  parseIntegerWithin,
  parseSize,
  parseSizeOrUnlimited,
  wrongValue,
} from '../parse-values';
import { parseDisk } from './devices';

/** How much of the machine it may use, in the fields of the Engine API. */
export function readLimits(options: Options) {
  const integer = (flag: string) => options.parsed(flag, parseInteger);
  const size = (flag: string) => options.parsed(flag, parseSize);
  const disks = (
    flag: string,
    field: 'Weight' | 'Rate',
    parse: (flag: string, value: string) => number,
  ) => {
    const values = options.all(flag);
    return values.length === 0
      ? undefined
      : values.map((value) => parseDisk(flag, value, field, parse));
  };
  return {
    Memory: size('memory'),
    MemoryReservation: size('memory-reservation'),
    MemorySwap: options.parsed('memory-swap', parseSizeOrUnlimited),
    MemorySwappiness: options.parsed('memory-swappiness', parseIntegerWithin(-1, 100)),
    ShmSize: size('shm-size'),
    OomKillDisable: options.isOn('oom-kill-disable') ? true : undefined,
    OomScoreAdj: integer('oom-score-adj'),
    NanoCpus: options.parsed('cpus', parseCpus),
    CpuShares: integer('cpu-shares'),
    CpuPeriod: integer('cpu-period'),
    CpuQuota: integer('cpu-quota'),
    CpuRealtimePeriod: integer('cpu-rt-period'),
    CpuRealtimeRuntime: integer('cpu-rt-runtime'),
    CpusetCpus: options.last('cpuset-cpus'),
    CpusetMems: options.last('cpuset-mems'),
    PidsLimit: integer('pids-limit'),
    Ulimits: readUlimits(options.all('ulimit')),
    BlkioWeight: options.parsed('blkio-weight', weight),
    BlkioWeightDevice: disks('blkio-weight-device', 'Weight', weight),
    BlkioDeviceReadBps: disks('device-read-bps', 'Rate', parseSize),
    BlkioDeviceWriteBps: disks('device-write-bps', 'Rate', parseSize),
    BlkioDeviceReadIOps: disks('device-read-iops', 'Rate', count),
    BlkioDeviceWriteIOps: disks('device-write-iops', 'Rate', count),
  };
}

const count = parseIntegerWithin(0, Number.POSITIVE_INFINITY);

function weight(flag: string, value: string): number {
  return value === '0' ? 0 : parseIntegerWithin(10, 1000)(flag, value);
}

const ulimitNames =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  );

/** The last one of each name counts. */
export function readUlimits(values: readonly string[]) {
  const byName = new Map(values.map(parseUlimit).map((limit) => [limit.Name, limit]));
  if (byName.size === 0) return undefined;
  return [...byName.keys()].sort().flatMap((name) => byName.get(name) ?? []);
}

export function parseUlimit(value: string) {
  const [, name = '', soft, hard = soft] = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(value) ?? [];
  if (soft === undefined) throw wrongValue('ulimit', value, 'Write it as nofile=1024:2048.');
  if (!ulimitNames.includes(name)) {
    throw wrongValue('ulimit', value, `The limits are: ${ulimitNames.join(', ')}.`);
  }
  const limit = { Name: name, Soft: Number(soft), Hard: Number(hard) };
  if (limit.Hard !== -1 && (limit.Soft === -1 || limit.Soft > limit.Hard)) {
    throw contradiction(`--ulimit ${value}: the soft limit, first, cannot be above the hard one.`);
  }
  return limit;
}
