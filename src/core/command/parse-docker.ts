import { LabError } from '../lab-error';
import { nearestName } from '../text/nearest-name';
import { isClientCommand, knownCommands, readCommandName } from './command-names';
import { commandPart, inOrder, roleOfArgument } from './command-parts';
import { composeParts } from './compose-parts';
import { flagsOf } from './flags';
import { isClientFlag } from './flags/client-flags';
import { parseOptions, type ValuedWord } from './parse-options';
import type { CommandPart, Surroundings } from './plan';
import type { DockerRequest } from './request';
import { requestReaders } from './requests';

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
  const head = [
    commandPart(words.slice(0, 1), 'program'),
    commandPart(words.slice(1, 1 + length), 'subcommand'),
  ];
  if (name === '') {
    throw new LabError('usage', 'After “docker” stands what it should do.', {
      advice: 'For example: docker run hello-world, or docker ps.',
    });
  }
  // Flags before the command are about the client itself: another engine, its version.
  if (name.startsWith('-')) return undefined;
  const after = words.slice(1 + length);
  if (name === 'compose') return parseCompose(head, after);
  const flags = flagsOf(name);
  const read = Object.hasOwn(requestReaders, name) ? requestReaders[name] : undefined;
  if (flags === undefined || read === undefined) {
    if (isClientCommand(name) || words[0]?.value === 'podman') return undefined;
    throw unknownCommand(values.slice(0, length).join(' '));
  }
  if (after.some(({ value }) => isClientFlag(name, value))) return undefined;
  const command = `docker ${values.slice(0, length).join(' ')}`;
  const stopsAtArgument = ['run', 'create', 'exec', 'top', 'service create'].includes(name);
  const { options, parts } = parseOptions(after, { command, flags, stopsAtArgument });
  if (options.isOn('help')) return undefined;
  const names = options.rest.map(({ value }) => value);
  const request = read({ name, group, options, names, surroundings });
  const rest = options.rest.map((word, index) => commandPart([word], roleOfArgument(name, index)));
  return { request, parts: inOrder([...head, ...parts, ...rest]) };
}

function unknownCommand(written: string): LabError {
  const nearest = nearestName(written, knownCommands);
  return new LabError('usage', `There is no command “docker ${written}”.`, {
    ...(nearest !== undefined && { advice: `Did you mean “docker ${nearest}”?` }),
  });
}

function parseCompose(head: readonly CommandPart[], after: readonly ValuedWord[]): ParsedDocker {
  const request = { kind: 'compose', arguments: after.map(({ value }) => value) } as const;
  const [program, command] = head;
  // `docker-compose` is both in one word.
  const own = program?.start === command?.start ? head.slice(1) : head;
  return { request, parts: [...own, ...composeParts(after)] };
}
