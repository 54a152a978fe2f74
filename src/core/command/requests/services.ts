import { LabError } from '../../lab-error';
import { atMost, one, some } from '../argument-count';
import { parseIntegerWithin, splitPair } from '../parse-values';
import { waitingOf } from '../service/read-service';
import type {
  ListServicesRequest,
  ListTasksRequest,
  ScaleServicesRequest,
  ServiceLogsRequest,
} from '../swarm-request';
import { filtersOf } from './filters';
import type { GivenCommand, RequestReader } from './request-reader';

/** `docker service ls`. */
export function readListServices({ name, options, names }: GivenCommand): ListServicesRequest {
  atMost(0, names, name);
  return {
    kind: 'list-services',
    quiet: options.isOn('quiet'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}

/** `docker service scale web=3 worker=2`. */
export function readScaleServices({ name, options, names }: GivenCommand): ScaleServicesRequest {
  const given = some(names, name, 'services with their number, such as web=3');
  return {
    kind: 'scale-services',
    services: given.map((pair) => {
      const [service, count] = splitPair(pair);
      return { name: service, replicas: replicasOf(pair, service, count) };
    }),
    waiting: waitingOf(options),
  };
}

function replicasOf(pair: string, service: string, count: string): number {
  if (!pair.includes('=') || service === '') {
    throw new LabError('usage', `“${pair}” does not say how many should run.`, {
      advice: 'Write it as SERVICE=NUMBER, such as web=3.',
      clientWords: `invalid scale specifier '${pair}'.\nSee 'docker service scale --help'.\n\nUsage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services`,
      exitCode: 1,
    });
  }
  return parseIntegerWithin(0, Number.POSITIVE_INFINITY)(service, count);
}

/** `docker service ps` and `docker node ps`. */
export function readListTasks(of: ListTasksRequest['of']): RequestReader {
  return ({ name, options, names }): ListTasksRequest => ({
    kind: 'list-tasks',
    of,
    names: of === 'node' ? names : some(names, name, 'the name of a service'),
    quiet: options.isOn('quiet'),
    noTruncate: options.isOn('no-trunc'),
    noResolve: options.isOn('no-resolve'),
    filters: filtersOf(options),
    format: options.last('format'),
  });
}

/** `docker service logs`. */
export function readServiceLogs({ name, options, names }: GivenCommand): ServiceLogsRequest {
  return {
    kind: 'service-logs',
    service: one(names, name, 'the name of a service or a task'),
    follow: options.isOn('follow'),
    timestamps: options.isOn('timestamps'),
    details: options.isOn('details'),
    raw: options.isOn('raw'),
    noResolve: options.isOn('no-resolve'),
    noTaskIds: options.isOn('no-task-ids'),
    noTruncate: options.isOn('no-trunc'),
    tail: options.last('tail') ?? 'all',
    since: options.last('since'),
  };
}
