import { type Flag, list, on, value } from './flag';
import { filter, format, help, noTruncate, platform } from './shared-flags';

const contentTrust = on('disable-content-trust', '', 'does not sign the image');

/** Flags of the commands that move images about or tell of them, by the command's short form. */
export const imageFlags: Readonly<Record<string, readonly Flag[]>> = {
  push: [
    on('all-tags', 'a', 'sends every tag'),
    contentTrust,
    on('quiet', 'q', 'prints only the image’s name'),
    help,
  ],
  history: [
    format,
    on('human', 'H', 'shows sizes and ages in words'),
    noTruncate,
    on('quiet', 'q', 'prints only the ids'),
    help,
  ],
  save: [
    value('output', 'o', 'the file to write', {
      describe: (path) => `writes the archive to the file ${path}`,
    }),
    help,
  ],
  load: [
    value('input', 'i', 'the file to read', {
      describe: (path) => `reads the archive from the file ${path}`,
    }),
    on('quiet', 'q', 'says little'),
    help,
  ],
  import: [
    list('change', 'c', 'an instruction of a Dockerfile to apply', {
      describe: (instruction) => `applies the instruction ${instruction}`,
    }),
    value('message', 'm', 'a note that docker history shows', {
      describe: (text) => `notes “${text}” in the image’s history`,
    }),
    platform,
    help,
  ],
  search: [
    filter,
    format,
    value('limit', '', 'how many to show', { describe: (count) => `shows ${count} at most` }),
    noTruncate,
    help,
  ],
};
