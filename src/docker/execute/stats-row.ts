import { formatBinarySize, formatSize } from '../../core/format/size';
import { truncateId } from '../../core/format/truncate';
import { type Answer, answers, below, list, number, text } from '../answer';

/** What a table or a format may show of each container. */
export type StatsRows = readonly Readonly<Record<string, string>>[];

export const statsHeadings = {
  Container: 'CONTAINER',
  ID: 'CONTAINER ID',
  Name: 'NAME',
  CPUPerc: 'CPU %',
  MemUsage: 'MEM USAGE / LIMIT',
  MemPerc: 'MEM %',
  NetIO: 'NET I/O',
  BlockIO: 'BLOCK I/O',
  PIDs: 'PIDS',
};

/** What a container uses, as the docker client prints it. `container` is the name that was given. */
export function statsRow(
  container: string,
  reading: Answer,
  noTruncate: boolean,
): Readonly<Record<string, string>> {
  const memory = below(reading, 'memory_stats');
  const used = usedMemory(memory);
  const limit = number(memory, 'limit') ?? 0;
  const networks = Object.values(below(reading, 'networks')) as readonly Answer[];
  const total = (key: string) => networks.reduce((sum, each) => sum + (number(each, key) ?? 0), 0);
  const id = text(reading, 'id');
  return {
    BlockIO: `${formatSize(blocks(reading, 'r'))} / ${formatSize(blocks(reading, 'w'))}`,
    CPUPerc: `${cpuPercent(reading).toFixed(2)}%`,
    Container: container,
    ID: noTruncate ? id : truncateId(id),
    MemPerc: `${(limit === 0 ? 0 : (used / limit) * 100).toFixed(2)}%`,
    MemUsage: `${formatBinarySize(used)} / ${formatBinarySize(limit)}`,
    Name: text(reading, 'name').replace(/^\//, ''),
    NetIO: `${formatSize(total('rx_bytes'))} / ${formatSize(total('tx_bytes'))}`,
    PIDs: `${number(below(reading, 'pids_stats'), 'current') ?? 0}`,
  };
}

/** A container of which there is no reading. */
export function emptyRow(container: string, noTruncate: boolean): Readonly<Record<string, string>> {
  const pair = '-- / --';
  return {
    BlockIO: pair,
    CPUPerc: '--',
    Container: container,
    ID: noTruncate ? container : truncateId(container),
    MemPerc: '--',
    MemUsage: pair,
    Name: '--',
    NetIO: pair,
    PIDs: '--',
  };
}

/** Without the page cache that the kernel gives back when memory is short. */
function usedMemory(memory: Answer): number {
  const usage = number(memory, 'usage') ?? 0;
  const details = below(memory, 'stats');
  const cache = number(details, 'total_inactive_file') ?? number(details, 'inactive_file') ?? 0;
  return cache < usage ? usage - cache : usage;
}

/** 100 is one whole CPU. */
function cpuPercent(reading: Answer): number {
  const now = below(reading, 'cpu_stats');
  const before = below(reading, 'precpu_stats');
  const usage = (at: Answer) => number(below(at, 'cpu_usage'), 'total_usage') ?? 0;
  const system = (at: Answer) => number(at, 'system_cpu_usage') ?? 0;
  const [used, passed] = [usage(now) - usage(before), system(now) - system(before)];
  if (used <= 0 || passed <= 0) return 0;
  const known = number(now, 'online_cpus') ?? 0;
  const cpus = known === 0 ? list(below(now, 'cpu_usage'), 'percpu_usage').length : known;
  return (used / passed) * cpus * 100;
}

function blocks(reading: Answer, operation: 'r' | 'w'): number {
  return answers(below(reading, 'blkio_stats'), 'io_service_bytes_recursive')
    .filter((entry) => text(entry, 'op').toLowerCase().startsWith(operation))
    .reduce((sum, entry) => sum + (number(entry, 'value') ?? 0), 0);
}
