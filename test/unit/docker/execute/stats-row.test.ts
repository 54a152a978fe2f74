import assert from 'node:assert/strict';
import { emptyRow, statsRow } from '../../../../src/docker/execute/stats-row';

const id = '0123456789abcdef'.repeat(4);

describe('statsRow', () => {
  it('reckons as the docker client does', () => {
    const reading = {
      id,
      name: '/web',
      cpu_stats: { cpu_usage: { total_usage: 300 }, system_cpu_usage: 2000, online_cpus: 2 },
      precpu_stats: { cpu_usage: { total_usage: 200 }, system_cpu_usage: 1000 },
      memory_stats: { usage: 3 * 2 ** 20, limit: 2 ** 22, stats: { inactive_file: 2 ** 20 } },
      networks: { eth0: { rx_bytes: 1000, tx_bytes: 1 }, eth1: { rx_bytes: 500, tx_bytes: 1 } },
      blkio_stats: {
        io_service_bytes_recursive: [
          { op: 'Read', value: 4096 },
          { op: 'write', value: 2 },
          { op: 'Total', value: 9 },
        ],
      },
      pids_stats: { current: 3 },
    };
    assert.deepEqual(statsRow('web', reading, false), {
      BlockIO: '4.1kB / 2B',
      CPUPerc: '20.00%',
      Container: 'web',
      ID: '0123456789ab',
      MemPerc: '50.00%',
      MemUsage: '2MiB / 4MiB',
      Name: 'web',
      NetIO: '1.5kB / 2B',
      PIDs: '3',
    });
  });

  it('counts the CPUs where the engine does not', () => {
    const cpu = {
      cpu_usage: { total_usage: 10, percpu_usage: [1, 2, 3, 4] },
      system_cpu_usage: 10,
    };
    assert.equal(statsRow('web', { cpu_stats: cpu }, false).CPUPerc, '400.00%');
  });

  it('is all zero for a container that does not run', () => {
    const { CPUPerc, MemPerc, MemUsage, PIDs, ID } = statsRow('web', { id }, true);
    assert.deepEqual(
      [CPUPerc, MemPerc, MemUsage, PIDs, ID],
      ['0.00%', '0.00%', '0B / 0B', '0', id],
    );
  });
});

describe('emptyRow', () => {
  it('says that there is no reading', () => {
    const { Name, MemUsage, CPUPerc } = emptyRow('web', false);
    assert.deepEqual([Name, MemUsage, CPUPerc], ['--', '-- / --', '--']);
  });
});
