import { LabError } from '../lab-error';
import { nearestName } from '../text/nearest-name';
import { commandMeanings, readCommandName } from './command-names';
import type { Flag } from './flags/flag';
import { otherFlags } from './flags/other-flags';
import { runFlags } from './flags/run-flags';
import { type Options, parseOptions, type ValuedWord } from './parse-options';
import { parseRun } from './parse-run';
import { parseChoice, parseInteger, parsePairs, splitPair } from './parse-values';
import type { CommandPart, Surroundings } from './plan';
import type { ContainersRequest, DockerRequest, Filters, NamedObjectRequest } from './request';

/** A docker command line, understood: the request, and what each of its words is. */
export interface ParsedDocker {
  readonly request: DockerRequest;
  readonly parts: readonly CommandPart[];
}

/**
 * Reads the words of a docker command, the first one being `docker`. Returns `undefined` for a
 * command that is real but not one of ours; throws a `LabError` with code `usage` for a mistake.
 */
export function parseDocker(
  words: readonly ValuedWord[],
  surroundings: Surroundings,
): ParsedDocker | undefined {
  const values = words.slice(1).map(({ value }) => value);
  const { name, length, group } = readCommandName(values);
  const head = [part(words.slice(0, 1), 'program'), part(words.slice(1, 1 + length), 'subcommand')];
  if (name === '' || name.startsWith('-')) {
    throw new LabError('usage', 'After “docker” stands what it should do, such as run or ps.');
  }
  const after = words.slice(1 + length);
  if (name === 'compose') return parseCompose(head, after);
  const flags = flagsOf(name);
  if (flags === undefined) {
    if (isForeign(name)) return undefined;
    throw unknownCommand(values.slice(0, length).join(' '), name);
  }
  const command = `docker ${values.slice(0, length).join(' ')}`;
  const stopsAtArgument = ['run', 'create', 'exec'].includes(name);
  const { options, parts } = parseOptions(after, { command, flags, stopsAtArgument });
  if (options.isOn('help')) return undefined;
  const request = toRequest(name, group, options, surroundings);
  const rest = options.rest.map((word, index) => part([word], restRole(name, index)));
  return { request, parts: inOrder([...head, ...parts, ...rest]) };
}

function flagsOf(name: string): readonly Flag[] | undefined {
  if (name === 'run' || name === 'create') return runFlags;
  const known = name.endsWith(' inspect') ? 'inspect' : name;
  return Object.hasOwn(otherFlags, known) ? otherFlags[known] : undefined;
}

/** Commands that the docker client has and we hand to it, where there is one. */
const foreign = new Set(
  'buildx builder checkpoint commit config container context cp diff events export history image import load login logout manifest network node plugin push save search secret service stack stats swarm system top trust update volume'.split(
    ' ',
  ),
);

function isForeign(name: string): boolean {
  return foreign.has(name.split(' ')[0] ?? '');
}

function unknownCommand(written: string, name: string): LabError {
  const nearest = nearestName(name, [...Object.keys(commandMeanings), ...foreign]);
  return new LabError('usage', `There is no command “docker ${written}”.`, {
    ...(nearest !== undefined && { advice: `Did you mean “docker ${nearest}”?` }),
  });
}

function parseCompose(head: readonly CommandPart[], after: readonly ValuedWord[]): ParsedDocker {
  const request = { kind: 'compose', arguments: after.map(({ value }) => value) } as const;
  return { request, parts: [...head, ...after.map((word) => part([word], 'argument'))] };
}

function toRequest(
  name: string,
  group: string | undefined,
  options: Options,
  surroundings: Surroundings,
): DockerRequest {
  const names = options.rest.map(({ value }) => value);
  const format = options.last('format');
  switch (name) {
    case 'run':
    case 'create':
      return parseRun(options, name === 'run', surroundings);
    case 'ps':
      return {
        kind: 'list-containers',
        all: options.isOn('all'),
        quiet: options.isOn('quiet'),
        noTruncate: options.isOn('no-trunc'),
        size: options.isOn('size'),
        last: options.isOn('latest') ? 1 : options.parsed('last', parseInteger),
        filters: filtersOf(options),
        format,
      };
    case 'images':
      return {
        kind: 'list-images',
        reference: names[0],
        all: options.isOn('all'),
        quiet: options.isOn('quiet'),
        noTruncate: options.isOn('no-trunc'),
        digests: options.isOn('digests'),
        filters: filtersOf(options),
        format,
      };
    case 'pull':
      return {
        kind: 'pull',
        image: one(names, name, 'the name of an image'),
        platform: options.last('platform'),
        allTags: options.isOn('all-tags'),
        quiet: options.isOn('quiet'),
      };
    case 'exec':
      return parseExec(options, names);
    case 'logs':
      return {
        kind: 'logs',
        container: one(names, name, 'the name of a container'),
        follow: options.isOn('follow'),
        timestamps: options.isOn('timestamps'),
        tail: options.last('tail') ?? 'all',
        since: options.last('since'),
        until: options.last('until'),
      };
    case 'inspect':
    case 'network inspect':
    case 'volume inspect':
      return {
        kind: 'inspect',
        names: some(names, name, 'a name or an id'),
        type: inspectType(group, options),
        format,
        size: options.isOn('size'),
      };
    case 'port':
      return {
        kind: 'port',
        container: some(names, name, 'the name of a container')[0] ?? '',
        port: names[1],
      };
    case 'rmi':
      return {
        kind: 'remove-images',
        images: some(names, name, 'the name of an image'),
        force: options.isOn('force'),
        noPrune: options.isOn('no-prune'),
      };
    case 'tag':
      return { kind: 'tag', ...two(names, name) };
    case 'version':
    case 'info':
      return { kind: name, format };
    case 'build':
      return parseBuild(options, names);
    default:
      return name.startsWith('network ') || name.startsWith('volume ')
        ? parseNamedObject(name, options, names)
        : parseContainers(name, options, names);
  }
}

function parseExec(options: Options, names: readonly string[]): DockerRequest {
  const [container, ...command] = names;
  if (container === undefined || command.length === 0) {
    throw new LabError('usage', 'docker exec needs a container and a command to run in it.', {
      advice: 'For example: docker exec nginx ls /',
    });
  }
  return {
    kind: 'exec',
    container,
    command,
    detach: options.isOn('detach'),
    interactive: options.isOn('interactive'),
    tty: options.isOn('tty'),
    environment: options.all('env'),
    environmentFiles: options.all('env-file'),
    user: options.last('user'),
    workingDirectory: options.last('workdir'),
    privileged: options.isOn('privileged'),
    detachKeys: options.last('detach-keys'),
  };
}

function parseBuild(options: Options, names: readonly string[]): DockerRequest {
  return {
    kind: 'build',
    context: one(names, 'build', 'the folder to build from, often just “.”'),
    file: options.last('file'),
    tags: options.all('tag'),
    buildArguments: parsePairs(options.all('build-arg')),
    labels: parsePairs(options.all('label')),
    target: options.last('target'),
    platform: options.last('platform'),
    noCache: options.isOn('no-cache'),
    pull: options.isOn('pull'),
    quiet: options.isOn('quiet'),
    network: options.last('network'),
  };
}

const containerVerbs = [
  'start',
  'stop',
  'restart',
  'kill',
  'rm',
  'pause',
  'unpause',
  'wait',
  'rename',
  'attach',
] as const;

function parseContainers(
  name: string,
  options: Options,
  names: readonly string[],
): ContainersRequest {
  const verb = parseChoice('command', name, containerVerbs);
  if (verb === 'rename') two(names, name);
  if (verb === 'attach') one(names, name, 'the name of a container');
  return {
    kind: 'containers',
    verb,
    containers: some(names, name, 'the name of a container'),
    timeout: options.parsed('timeout', parseInteger) ?? options.parsed('time', parseInteger),
    signal: options.last('signal'),
    force: options.isOn('force'),
    volumes: options.isOn('volumes'),
    attach: options.isOn('attach') || options.isOn('interactive'),
    interactive: options.isOn('interactive') || (verb === 'attach' && !options.isOn('no-stdin')),
    detachKeys: options.last('detach-keys'),
  };
}

function parseNamedObject(
  name: string,
  options: Options,
  names: readonly string[],
): NamedObjectRequest {
  const [kind, verb] = name.split(' ') as ['network' | 'volume', NamedObjectRequest['verb']];
  if (verb === 'connect' || verb === 'disconnect') two(names, name);
  if (verb === 'rm') some(names, name, `the name of a ${kind}`);
  if (verb === 'create' && kind === 'network') one(names, name, 'a name for the network');
  return {
    kind,
    verb,
    names,
    driver: options.last('driver'),
    options: parsePairs(options.all('opt')),
    labels: parsePairs(options.all('label')),
    subnets: options.all('subnet'),
    internal: options.isOn('internal'),
    aliases: options.all('alias'),
    force: options.isOn('force'),
    quiet: options.isOn('quiet'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}

function inspectType(group: string | undefined, options: Options) {
  const types = ['container', 'image', 'network', 'volume'] as const;
  return (
    types.find((type) => type === group) ??
    options.parsed('type', (flag, value) => parseChoice(flag, value, types))
  );
}

function filtersOf(options: Options): Filters {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of options.all('filter').map(splitPair)) {
    filters[name] = [...(filters[name] ?? []), value];
  }
  return filters;
}

function one(names: readonly string[], command: string, what: string): string {
  const [first, ...others] = some(names, command, what);
  if (others.length > 0) {
    throw new LabError('usage', `docker ${command} takes one name, and here are ${names.length}.`);
  }
  return first ?? '';
}

function some(names: readonly string[], command: string, what: string): readonly string[] {
  if (names.length === 0) throw new LabError('usage', `docker ${command} needs ${what}.`);
  return names;
}

function two(names: readonly string[], command: string): { source: string; target: string } {
  const [source, target, ...others] = names;
  if (source === undefined || target === undefined || others.length > 0) {
    throw new LabError('usage', `docker ${command} takes two names.`);
  }
  return { source, target };
}

function restRole(name: string, index: number): CommandPart['role'] {
  if (index > 0 && ['run', 'create', 'exec'].includes(name)) return 'argument';
  if (['run', 'create', 'pull', 'rmi', 'images'].includes(name)) return 'image';
  if (name === 'exec' || name === 'logs' || name === 'port')
    return index === 0 ? 'container' : 'argument';
  return containerVerbs.some((verb) => verb === name) ? 'container' : 'argument';
}

function part(words: readonly ValuedWord[], role: CommandPart['role']): CommandPart {
  return {
    role,
    flag: undefined,
    value: words.map(({ value }) => value).join(' '),
    words: words.map(({ word }) => word),
    text: words.map(({ word }) => word.raw).join(' '),
    start: words[0]?.word.start ?? 0,
    end: words.at(-1)?.word.end ?? 0,
  };
}

function inOrder(parts: readonly CommandPart[]): readonly CommandPart[] {
  return [...parts].sort((a, b) => a.start - b.start);
}
