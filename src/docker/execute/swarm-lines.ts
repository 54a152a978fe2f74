import { formatDuration } from '../../core/format/duration';
import { type Answer, answers, below, number, strings, text } from '../answer';

/** What `docker info` tells of the swarm that the engine is in. */
export function swarmLines(swarm: Answer): readonly string[] {
  const state = text(swarm, 'LocalNodeState');
  const error = text(swarm, 'Error');
  const isManager = swarm.ControlAvailable === true;
  if (state === 'inactive' || state === 'locked' || state === '') return [` Swarm: ${state}`];
  return [
    ` Swarm: ${state}`,
    `  NodeID: ${text(swarm, 'NodeID')}`,
    ...(error === '' ? [] : [`  Error: ${error}`]),
    `  Is Manager: ${isManager}`,
    ...(isManager && error === '' ? clusterLines(swarm) : []),
    `  Node Address: ${text(swarm, 'NodeAddr')}`,
    ...managerLines(swarm),
  ];
}

function clusterLines(swarm: Answer): readonly string[] {
  const cluster = below(swarm, 'Cluster');
  const spec = below(cluster, 'Spec');
  const raft = below(spec, 'Raft');
  const authority = below(spec, 'CAConfig');
  const count = (answer: Answer, key: string): number => number(answer, key) ?? 0;
  const pools = strings(cluster, 'DefaultAddrPool');
  const ports = count(cluster, 'DataPathPort');
  return [
    `  ClusterID: ${text(cluster, 'ID')}`,
    `  Managers: ${count(swarm, 'Managers')}`,
    `  Nodes: ${count(swarm, 'Nodes')}`,
    ...(pools.length === 0
      ? []
      : [
          `  Default Address Pool: ${pools.join('  ')}  `,
          `  SubnetSize: ${count(cluster, 'SubnetSize')}`,
        ]),
    ...(ports > 0 ? [`  Data Path Port: ${ports}`] : []),
    '  Orchestration:',
    `   Task History Retention Limit: ${count(below(spec, 'Orchestration'), 'TaskHistoryRetentionLimit')}`,
    '  Raft:',
    `   Snapshot Interval: ${count(raft, 'SnapshotInterval')}`,
    ...('KeepOldSnapshots' in raft
      ? [`   Number of Old Snapshots to Retain: ${count(raft, 'KeepOldSnapshots')}`]
      : []),
    `   Heartbeat Tick: ${count(raft, 'HeartbeatTick')}`,
    `   Election Tick: ${count(raft, 'ElectionTick')}`,
    '  Dispatcher:',
    `   Heartbeat Period: ${span(count(below(spec, 'Dispatcher'), 'HeartbeatPeriod'))}`,
    '  CA Configuration:',
    `   Expiry Duration: ${span(count(authority, 'NodeCertExpiry'))}`,
    `   Force Rotate: ${count(authority, 'ForceRotate')}`,
    `  Autolock Managers: ${below(spec, 'EncryptionConfig').AutoLockManagers === true}`,
    `  Root Rotation In Progress: ${cluster.RootRotationInProgress === true}`,
  ];
}

function span(nanoseconds: number): string {
  return formatDuration(nanoseconds / 1e9);
}

function managerLines(swarm: Answer): readonly string[] {
  const addresses = answers(swarm, 'RemoteManagers').map((manager) => text(manager, 'Addr'));
  if (addresses.length === 0) return [];
  return ['  Manager Addresses:', ...addresses.sort().map((address) => `   ${address}`)];
}
