import { atMost, one, some } from '../argument-count';
import type { DiffRequest, EventsRequest, StatsRequest, TopRequest } from '../request';
import { filtersOf } from './filters';
import type { GivenCommand } from './request-reader';

/** `docker top`. */
export function readTop({ name, names }: GivenCommand): TopRequest {
  const [container = '', ...options] = some(names, name, 'the name of a container');
  return { kind: 'top', container, options };
}

/** `docker stats`. */
export function readStats({ options, names }: GivenCommand): StatsRequest {
  return {
    kind: 'stats',
    containers: names,
    all: options.isOn('all'),
    follow: !options.isOn('no-stream'),
    noTruncate: options.isOn('no-trunc'),
    format: options.last('format'),
  };
}

/** `docker diff`. */
export function readDiff({ name, names }: GivenCommand): DiffRequest {
  return { kind: 'diff', container: one(names, name, 'the name of a container') };
}

/** `docker events`. */
export function readEvents({ name, options, names }: GivenCommand): EventsRequest {
  atMost(0, names, name);
  return {
    kind: 'events',
    since: options.last('since'),
    until: options.last('until'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}
