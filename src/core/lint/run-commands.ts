import type { Command } from './command';
import type { Dockerfile } from './dockerfile';
import type { Instruction } from './instruction';

/** A RUN and those of its commands that have one of the names asked for. */
export interface Run {
  readonly instruction: Instruction;
  readonly commands: readonly Command[];
}

/** Every RUN that holds a command of one of these names. A RUN without the word is not read at all. */
export function* runsOf(
  { instructions }: Pick<Dockerfile, 'instructions'>,
  ...names: readonly string[]
): Iterable<Run> {
  for (const instruction of instructions) {
    if (instruction.keyword !== 'RUN') continue;
    const { script } = instruction;
    if (!names.some((name) => script.text.includes(name))) continue;
    const commands = script.commands.filter(
      ({ name }) => name !== undefined && names.includes(name),
    );
    if (commands.length > 0) yield { instruction, commands };
  }
}
