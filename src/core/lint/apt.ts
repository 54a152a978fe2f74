import { type Argument, type Command, hasArgument, plainArguments } from './command';
import type { Dockerfile } from './dockerfile';
import { insertAt } from './edits';
import type { Fix } from './rule';
import { runsOf } from './run-commands';

/** Every `apt-get … install …`. */
export function* aptInstalls(file: Dockerfile): Iterable<Command> {
  for (const { commands } of runsOf(file, 'apt-get')) {
    yield* commands.filter((command) => hasArgument(command, 'install'));
  }
}

/** What it installs. */
export function aptPackages(install: Command): readonly Argument[] {
  return plainArguments(install, 't', 'target-release').filter(({ text }) => text !== 'install');
}

/** Puts an option behind `install`; in exec form it would have to be a string of its own. */
export function addAptOption(file: Dockerfile, install: Command, option: string): readonly Fix[] {
  const word = install.arguments.find(({ text }) => text === 'install');
  if (word === undefined || install.place === 'exec') return [];
  const edits = [insertAt(file, word.end, ` ${option}`)];
  return [{ title: `Add ${option}`, edits, automatic: true }];
}
