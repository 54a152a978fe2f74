import { type Flag, list, on, value } from './flag';
import { runFlags } from './run-flags';
import { filter, format, help } from './shared-flags';

/** Flags of `docker run` that can be changed later. */
const changeable =
  'blkio-weight cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems memory memory-reservation memory-swap pids-limit restart'.split(
    ' ',
  );

/** Flags of the commands that look into containers, copy from them and change them. */
export const containerFlags: Readonly<Record<string, readonly Flag[]>> = {
  top: [help],
  stats: [
    on('all', 'a', 'shows containers that do not run, too'),
    format,
    on('no-stream', '', 'shows one reading and ends'),
    on('no-trunc', '', 'shows long values whole'),
    help,
  ],
  diff: [help],
  events: [
    filter,
    format,
    value('since', '', 'begins with what happened at a time', {
      describe: (time) => `begins with what has happened since ${time}`,
    }),
    value('until', '', 'ends at a time', { describe: (time) => `ends with what is at ${time}` }),
    help,
  ],
  cp: [
    on('archive', 'a', 'keeps the numbers of owner and group'),
    on('follow-link', 'L', 'copies what a link leads to, not the link'),
    on('quiet', 'q', 'says nothing'),
    help,
  ],
  update: [...runFlags.filter(({ long }) => changeable.includes(long)), help],
  commit: [
    value('author', 'a', 'who made it', { describe: (name) => `names ${name} as its author` }),
    list('change', 'c', 'an instruction of a Dockerfile for the image', {
      describe: (instruction) =>
        `changes the image as this line of a Dockerfile does: ${instruction}`,
    }),
    value('message', 'm', 'a note about it', { describe: (note) => `notes about it: ${note}` }),
    on('pause', 'p', 'freezes the container meanwhile, so that nothing is half written'),
    help,
  ],
  export: [
    value('output', 'o', 'the file to write', {
      describe: (path) => `writes the archive to the file ${path}`,
    }),
    help,
  ],
  'container prune': [
    list('filter', '', 'removes only what fits', {
      describe: (condition) => `removes only what fits ${condition}`,
    }),
    on('force', 'f', 'does not ask first', {
      level: 'medium',
      text: 'Containers of yours that have ended are removed without a question, with all they had written.',
    }),
    help,
  ],
};
