import { LabError } from '../../lab-error';
import { atMost, some, two } from '../argument-count';
import type { Options } from '../parse-options';
import { parsePairs } from '../parse-values';
import type {
  InfoRequest,
  InspectRequest,
  InspectType,
  NamedObjectRequest,
  PruneRequest,
  VersionRequest,
} from '../request';
import { apiNeeds } from './api-needs';
import { filtersOf } from './filters';
import type { GivenCommand, RequestReader } from './request-reader';

/** `docker network …` and `docker volume …`, as far as one request says it all. */
export function readNamedObject({ name, options, names }: GivenCommand): NamedObjectRequest {
  const [kind, verb] = name.split(' ') as ['network' | 'volume', NamedObjectRequest['verb']];
  if (verb === 'disconnect') two(names, name, 'the network, and the container');
  if (verb === 'ls') atMost(0, names, name);
  if (verb === 'create') atMost(1, names, name);
  if (verb === 'rm') some(names, name, `the name of a ${kind}`);
  return {
    kind,
    verb,
    names,
    driver: options.last('driver'),
    options: parsePairs(options.all('opt')),
    labels: parsePairs(options.all('label')),
    force: options.isOn('force'),
    quiet: options.isOn('quiet'),
    noTruncate: options.isOn('no-trunc'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}

/** `docker network prune` and `docker volume prune`. */
export function readPrune(what: PruneRequest['what']): RequestReader {
  return ({ name, options, names }) => {
    atMost(0, names, name);
    return {
      kind: 'prune',
      what,
      needs: apiNeeds(options, { all: '1.42' }),
      force: options.isOn('force'),
      all: options.isOn('all'),
      filters: filtersOf(options),
    };
  };
}

/** `docker inspect`, `docker image inspect` and their like. */
export function readInspect({ name, group, options, names }: GivenCommand): InspectRequest {
  return {
    kind: 'inspect',
    names: some(names, name, 'a name or an id'),
    type: inspectType(group, options),
    isTypeFlag: Boolean(options.last('type')),
    format: options.last('format'),
    size: options.isOn('size'),
    verbose: options.isOn('verbose'),
    pretty: options.isOn('pretty'),
  };
}

const inspectTypes: readonly InspectType[] = [
  'config',
  'container',
  'image',
  'network',
  'node',
  'plugin',
  'secret',
  'service',
  'task',
  'volume',
];

function inspectType(group: string | undefined, options: Options): InspectType | undefined {
  const wanted = options.last('type');
  const type = inspectTypes.find((each) => each === (wanted ?? group));
  if (wanted === undefined || wanted === '' || type !== undefined) return type;
  const known = inspectTypes.map((each) => `"${each}"`).join(', ');
  throw new LabError('usage', `“${wanted}” is no value for --type.`, {
    advice: `It is one of: ${inspectTypes.join(', ')}.`,
    clientWords: `unknown type: ${JSON.stringify(wanted)}: must be one of ${known}`,
  });
}

/** `docker version` and `docker info`. */
export function readAboutEngine(kind: 'version' | 'info') {
  return ({ name, options, names }: GivenCommand): VersionRequest | InfoRequest => {
    atMost(0, names, name);
    return { kind, format: options.last('format') };
  };
}
