import { type Command, hasArgument } from '../command';
import type { Dockerfile } from '../dockerfile';
import { appendCommand } from '../edits';
import type { Instruction } from '../instruction';
import { scratchMounts } from '../mounts';
import type { Fix, Rule } from '../rule';
import { runsOf } from '../run-commands';
import type { Section } from '../stages';

/** Only stages that end up in an image somebody keeps are judged: the last, and those built upon. */
export const removeAptLists: Rule = {
  code: 'DL3009',
  name: 'remove-apt-lists',
  severity: 'info',
  summary: 'Remove the lists of apt in the same RUN.',
  why: '`apt-get update` leaves tens of megabytes of lists. A later RUN cannot take them out of the layer they are in.',
  example: {
    bad: 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl=7.88.*',
    good: 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl=7.88.* && rm -rf /var/lib/apt/lists/*',
  },
  alsoInOnbuild: true,
  *check(file) {
    for (const section of keptSections(file)) {
      for (const { instruction, commands } of runsOf(section, 'apt', 'apt-get', 'aptitude')) {
        const update = commands.find((command) => hasArgument(command, 'update'));
        if (update === undefined || cleansUp(instruction) || keepsListsOut(instruction)) continue;
        yield {
          range: file.range(update),
          message: 'The lists that this fetches stay in the image; remove them in the same RUN.',
          fixes: removal(file, instruction, commands),
        };
      }
    }
  },
};

function keptSections({ sections, stages }: Dockerfile): readonly Section[] {
  const last = stages.at(-1);
  if (last === undefined) return sections;
  const bases = new Set(stages.map(({ image }) => image?.name));
  return stages.filter(
    ({ from, alias }) =>
      from.joined.text === last.from.joined.text || (alias !== undefined && bases.has(alias.text)),
  );
}

function cleansUp({ script }: Instruction): boolean {
  return script.commands.some(
    (command) => command.name === 'rm' && hasArgument(command, '-rf', lists),
  );
}

const lists = '/var/lib/apt/lists/*';

function keepsListsOut(instruction: Instruction): boolean {
  const mounts = scratchMounts(instruction);
  const has = (path: string) => mounts.some((target) => target.includes(path));
  return has('/var/lib/apt/lists') || (has('/var/lib/apt') && has('/var/cache/apt'));
}

/** After the last apt command: an earlier one would find no lists. */
function removal(
  file: Dockerfile,
  { source }: Instruction,
  commands: readonly Command[],
): readonly Fix[] {
  const last = commands.at(-1);
  // In a pipe or a loop nobody can tell where the lists are no longer needed.
  if (last === undefined || commands.some(({ place }) => place !== 'step')) return [];
  const edits = [appendCommand(file, last, `rm -rf ${lists}`, source.escapeCharacter)];
  return [{ title: 'Remove the lists afterwards', edits, automatic: true }];
}
