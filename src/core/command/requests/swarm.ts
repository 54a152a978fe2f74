import { LabError } from '../../lab-error';
import { atMost, one, some } from '../argument-count';
import type { Options } from '../parse-options';
import {
  parseChoice,
  parseDuration,
  parseInteger,
  parseIntegerWithin,
  parsePairs,
  usageExitCode,
  wrongValue,
} from '../parse-values';
import { splitFields } from '../split-fields';
import type {
  InitSwarmRequest,
  JoinSwarmRequest,
  JoinTokenRequest,
  LeaveSwarmRequest,
  ListNodesRequest,
  RemoveSwarmObjectsRequest,
  SecretRequest,
  UpdateNodesRequest,
} from '../swarm-request';
import { withoutUndefined } from '../without-undefined';
import { filtersOf } from './filters';
import type { GivenCommand, RequestReader } from './request-reader';

const natural = parseIntegerWithin(0, Number.POSITIVE_INFINITY);
const availabilities = ['active', 'pause', 'drain'] as const;
const anyAddress = '0.0.0.0:2377';
const hour = 3600e9;

/** `docker swarm init`. */
export function readInitSwarm({ name, options, names }: GivenCommand): InitSwarmRequest {
  atMost(0, names, name);
  return {
    kind: 'init-swarm',
    body: withoutUndefined({
      ...listening(options),
      ForceNewCluster: options.isOn('force-new-cluster'),
      AutoLockManagers: options.isOn('autolock'),
      Availability: options.parsed('availability', availability) ?? 'active',
      DataPathPort: options.parsed('data-path-port', natural) ?? 0,
      DefaultAddrPool: someOf(options.all('default-addr-pool').flatMap(splitFields)),
      SubnetSize: options.parsed('default-addr-pool-mask-length', natural) ?? 24,
      Spec: withoutUndefined({
        Labels: {},
        Orchestration: {
          TaskHistoryRetentionLimit: options.parsed('task-history-limit', parseInteger) ?? 5,
        },
        Raft: {
          SnapshotInterval: options.parsed('snapshot-interval', natural) ?? 10_000,
          KeepOldSnapshots: options.parsed('max-snapshots', natural) ?? 0,
        },
        Dispatcher: {
          HeartbeatPeriod: options.parsed('dispatcher-heartbeat', parseDuration) ?? 5e9,
        },
        CAConfig: withoutUndefined({
          NodeCertExpiry: options.parsed('cert-expiry', parseDuration) ?? 2160 * hour,
          ExternalCAs: someOf(options.all('external-ca').map(parseAuthority)),
        }),
        EncryptionConfig: { AutoLockManagers: options.isOn('autolock') },
      }),
    }),
  };
}

/** `docker swarm join`. */
export function readJoinSwarm({ name, options, names }: GivenCommand): JoinSwarmRequest {
  const address = one(names, name, 'the address of a manager, such as 192.168.1.10:2377');
  return {
    kind: 'join-swarm',
    body: withoutUndefined({
      ...listening(options),
      RemoteAddrs: [address],
      JoinToken: options.last('token') ?? '',
      Availability: options.parsed('availability', availability) ?? 'active',
    }),
  };
}

function listening(options: Options) {
  return {
    ListenAddr: options.last('listen-addr') ?? anyAddress,
    AdvertiseAddr: options.last('advertise-addr') ?? '',
    DataPathAddr: options.last('data-path-addr') ?? '',
  };
}

function availability(flag: string, value: string): string {
  return parseChoice(flag, value, availabilities);
}

/** `protocol=cfssl,url=https://…`; its certificate file is read by the docker client only. */
function parseAuthority(value: string): Readonly<Record<string, unknown>> {
  const { protocol = 'cfssl', url, ...options } = parsePairs(splitFields(value));
  if (url === undefined) throw wrongValue('external-ca', value, 'It needs protocol=cfssl,url=URL.');
  return { Protocol: protocol, URL: url, Options: options };
}

/** `docker swarm leave`. */
export function readLeaveSwarm({ name, options, names }: GivenCommand): LeaveSwarmRequest {
  atMost(0, names, name);
  return { kind: 'leave-swarm', force: options.isOn('force') };
}

/** `docker swarm join-token`. */
export function readJoinToken({ name, options, names }: GivenCommand): JoinTokenRequest {
  const role = one(names, name, 'worker or manager');
  if (role !== 'worker' && role !== 'manager') {
    throw new LabError('usage', `A swarm has workers and managers, and no “${role}”.`, {
      advice: 'For example: docker swarm join-token worker',
      clientWords: `unknown role ${role}`,
      exitCode: 1,
    });
  }
  const quiet = options.isOn('quiet');
  return { kind: 'join-token', role, rotate: options.isOn('rotate'), quiet };
}

/** `docker node ls`. */
export function readListNodes({ name, options, names }: GivenCommand): ListNodesRequest {
  atMost(0, names, name);
  return {
    kind: 'list-nodes',
    quiet: options.isOn('quiet'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}

/** `docker node update`, `promote` and `demote`. */
export function readUpdateNodes({ name, options, names }: GivenCommand): UpdateNodesRequest {
  const verb = parseChoice('command', name.split(' ')[1] ?? '', ['update', 'promote', 'demote']);
  const nodes =
    verb === 'update'
      ? [one(names, name, 'the name of a node')]
      : some(names, name, 'the name of a node');
  const role = options.parsed('role', (flag, value) => {
    return parseChoice(flag, value, ['worker', 'manager']);
  });
  const roles = { promote: 'manager', demote: 'worker', update: role } as const;
  return {
    kind: 'update-nodes',
    verb,
    nodes,
    role: roles[verb],
    availability: options.parsed('availability', availability),
    addLabels: parsePairs(options.all('label-add')),
    removeLabels: options.all('label-rm'),
  };
}

/** `docker secret create`, `docker config ls` and their like. */
export function readSecret(kind: SecretRequest['kind']): RequestReader {
  return ({ name: command, options, names }): SecretRequest => {
    const verb = command.endsWith(' ls') ? 'ls' : 'create';
    atMost(verb === 'ls' ? 0 : 2, names, command);
    const driver = options.last('driver');
    const [name, file] = verb === 'ls' ? [''] : some(names, command, `a name for the ${kind}`);
    if (verb === 'create' && file === undefined && driver === undefined) {
      throw new LabError('usage', `docker ${command} needs a file to read the ${kind} from.`, {
        advice: 'A dash in its place stands for standard input.',
        exitCode: kind === 'secret' ? 1 : usageExitCode,
      });
    }
    return {
      kind,
      verb,
      name: name ?? '',
      file,
      labels: parsePairs(options.all('label')),
      driver,
      templateDriver: options.last('template-driver'),
      quiet: options.isOn('quiet'),
      filters: filtersOf(options),
      format: options.last('format'),
    };
  };
}

/** `docker service rm` and its like. */
export function readRemoveSwarmObjects(of: RemoveSwarmObjectsRequest['of']): RequestReader {
  return ({ name, options, names }): RemoveSwarmObjectsRequest => ({
    kind: 'remove-swarm-objects',
    of,
    names: some(names, name, `the name of a ${of}`),
    force: options.isOn('force'),
  });
}

function someOf<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
