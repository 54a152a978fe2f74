import { LabError } from '../../lab-error';
import { atMost, one } from '../argument-count';
import type {
  ContextRequest,
  DiskUsageRequest,
  EnginePruneRequest,
  LoginRequest,
  LogoutRequest,
} from '../engine-requests';
import { contradiction, parseSize } from '../parse-values';
import { filtersOf } from './filters';
import type { GivenCommand } from './request-reader';

/** `docker image prune` and its like. */
export function readEnginePrune(what: EnginePruneRequest['what']) {
  return ({ name, options, names }: GivenCommand): EnginePruneRequest => {
    atMost(0, names, name);
    const filters = filtersOf(options);
    const volumes = options.isOn('volumes');
    if (volumes && filters.until !== undefined) {
      throw new LabError('usage', 'With --volumes the filter “until” cannot be used.', {
        advice: 'Volumes have no age. Prune them on their own: docker volume prune.',
        clientWords: 'ERROR: The "until" filter is not supported with "--volumes"',
      });
    }
    return {
      kind: 'prune-engine',
      what,
      all: options.isOn('all'),
      volumes,
      force: options.isOn('force'),
      filters,
      keepStorage: options.parsed('keep-storage', parseSize),
    };
  };
}

/** `docker system df`. */
export function readDiskUsage({ name, options, names }: GivenCommand): DiskUsageRequest {
  atMost(0, names, name);
  return {
    kind: 'disk-usage',
    verbose: options.isOn('verbose'),
    format: options.last('format'),
  };
}

/** `docker context ls` and its like. */
export function readContext(verb: ContextRequest['verb']) {
  return ({ name, options, names }: GivenCommand): ContextRequest => ({
    kind: 'context',
    verb,
    name: verb === 'use' ? one(names, name, 'the name of a context') : atMost(0, names, name)[0],
    quiet: options.isOn('quiet'),
    format: options.last('format'),
  });
}

/** `docker login`. A password among the words is refused, so that no request ever holds one. */
export function readLogin({ name, options, names }: GivenCommand): LoginRequest {
  atMost(1, names, name);
  if (options.last('password') !== undefined) {
    throw new LabError('not-allowed', 'A password does not belong in a command line.', {
      advice:
        'Other programs can read it there, and your shell keeps it. Leave --password out and you are asked, or pipe it in with --password-stdin.',
    });
  }
  const passwordFromInput = options.isOn('password-stdin');
  const username = options.last('username') || undefined;
  if (passwordFromInput && username === undefined) {
    throw contradiction('With --password-stdin goes --username: your name at the registry.');
  }
  return { kind: 'login', server: names[0], username, passwordFromInput };
}

/** `docker logout`. */
export function readLogout({ name, names }: GivenCommand): LogoutRequest {
  return { kind: 'logout', server: atMost(1, names, name)[0] };
}
