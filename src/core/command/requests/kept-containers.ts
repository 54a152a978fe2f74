import { LabError } from '../../lab-error';
import { atMost, one, some } from '../argument-count';
import type {
  CommitRequest,
  ExportRequest,
  PruneContainersRequest,
  UpdateRequest,
} from '../request';
import { readLimits } from '../run/limits';
import { parseRestart } from '../run/restart';
import { withoutUndefined } from '../without-undefined';
import { filtersOf } from './filters';
import type { GivenCommand } from './request-reader';

/** `docker update`. */
export function readUpdate({ name, options, names }: GivenCommand): UpdateRequest {
  const containers = some(names, name, 'the name of a container');
  const RestartPolicy = options.parsed('restart', parseRestart);
  const changes = withoutUndefined({ ...readLimits(options), RestartPolicy });
  if (Object.keys(changes).length === 0) {
    throw new LabError('usage', 'docker update needs to know what to change.', {
      advice: `For example: docker update --memory 64m --memory-swap 64m ${containers.join(' ')}`,
      clientWords: 'you must provide one or more flags when using this command',
    });
  }
  return { kind: 'update', containers, changes };
}

/** `docker commit`. */
export function readCommit({ name, options, names }: GivenCommand): CommitRequest {
  const [container = '', image] = atMost(2, some(names, name, 'the name of a container'), name);
  return {
    kind: 'commit',
    container,
    image,
    author: options.last('author'),
    message: options.last('message'),
    changes: options.all('change'),
    pause: options.last('pause') !== 'false',
  };
}

/** `docker export`. */
export function readExport({ name, options, names }: GivenCommand): ExportRequest {
  return {
    kind: 'export',
    container: one(names, name, 'the name of a container'),
    output: options.last('output'),
  };
}

/** `docker container prune`. */
export function readPruneContainers({
  name,
  options,
  names,
}: GivenCommand): PruneContainersRequest {
  atMost(0, names, name);
  return { kind: 'prune-containers', filters: filtersOf(options), force: options.isOn('force') };
}
