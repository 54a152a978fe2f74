import { one } from '../argument-count';
import type { Options } from '../parse-options';
import {
  parseChoice,
  parseInteger,
  parsePairs,
  parseSize,
  parseSizeOrUnlimited,
  splitPair,
  wrongValue,
} from '../parse-values';
import type { Surroundings } from '../plan';
import type { BuildRequest } from '../request';
import { parseHost } from '../run/hosts';
import { readUlimits } from '../run/limits';
import { withoutUndefined } from '../without-undefined';
import { parseSecret } from './build-secret';
import type { GivenCommand } from './request-reader';

/** `docker build`. */
export function readBuild({ options, names, surroundings }: GivenCommand): BuildRequest {
  return {
    kind: 'build',
    context: one(names, 'build', 'the folder to build from, often just “.”, the folder you are in'),
    file: options.last('file'),
    tags: options.all('tag').map(parseTag),
    buildArguments: readArguments(options.all('build-arg'), surroundings),
    labels: parsePairs(options.all('label')),
    target: options.last('target'),
    platform: options.last('platform'),
    noCache: options.isOn('no-cache'),
    pull: options.isOn('pull'),
    quiet: options.isOn('quiet'),
    network: options.last('network'),
    squash: options.isOn('squash'),
    extraHosts: options.all('add-host').map(parseHost),
    securityOptions: options.all('security-opt'),
    cacheFrom: options.all('cache-from').flatMap((value) => value.split(',')),
    cgroupParent: options.last('cgroup-parent'),
    isolation: options.last('isolation'),
    keepContainers: options.last('rm') === 'false',
    forceRemove: options.isOn('force-rm'),
    idFile: options.last('iidfile'),
    progress: options.parsed('progress', (flag, value) => parseChoice(flag, value, progressKinds)),
    secrets: options.all('secret').map((value) => parseSecret(value, surroundings)),
    limits: readLimits(options),
    classic: isClassic(surroundings),
  };
}

const progressKinds = ['auto', 'plain', 'tty', 'quiet'] as const;

/** The name of an image, as far as a mistake can be told here. */
function parseTag(value: string): string {
  const name = value.replace(/:[\w][\w.-]{0,127}$/, '');
  if (/^(?:[\w.:-]+\/)?[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*$/.test(name)) return value;
  throw wrongValue('tag', value, 'A name has small letters: NAME, NAME:TAG, or HOST/NAME:TAG.');
}

/** An argument without a value takes it from the surroundings; where there is none, it has none. */
function readArguments(pairs: readonly string[], { variables }: Surroundings) {
  return Object.fromEntries(
    pairs.map((pair): readonly [string, string | null] => {
      if (pair.includes('=')) return splitPair(pair);
      return [pair, (Object.hasOwn(variables, pair) ? variables[pair] : undefined) ?? null];
    }),
  );
}

function readLimits(options: Options): BuildRequest['limits'] {
  return withoutUndefined({
    memory: options.parsed('memory', parseSize),
    memorySwap: options.parsed('memory-swap', parseSizeOrUnlimited),
    cpuShares: options.parsed('cpu-shares', parseInteger),
    cpuPeriod: options.parsed('cpu-period', parseInteger),
    cpuQuota: options.parsed('cpu-quota', parseInteger),
    cpusetCpus: options.last('cpuset-cpus'),
    cpusetMems: options.last('cpuset-mems'),
    shmSize: options.parsed('shm-size', parseSize),
    ulimits: readUlimits(options.all('ulimit')),
  });
}

/** As the docker client reads it: any spelling of false asks for the classic builder. */
function isClassic({ variables }: Surroundings): boolean {
  return ['0', 'f', 'F', 'false', 'False', 'FALSE'].includes(variables.DOCKER_BUILDKIT ?? '');
}
