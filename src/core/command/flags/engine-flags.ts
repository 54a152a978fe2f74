import { type Flag, list, on, value } from './flag';
import { format, help } from './shared-flags';

const pruneFilter = list('filter', '', 'removes only what fits', {
  describe: (condition) => `removes only what fits ${condition}`,
});

const unasked = on('force', 'f', 'removes it without asking first', {
  level: 'medium',
  text: 'Nothing is asked before it is removed, and it does not come back.',
});

const allImages = on('all', 'a', 'removes every image that no container uses, named ones too', {
  level: 'medium',
  text: 'Images that have a name but no container are removed too; they must be pulled or built again.',
});

/** Flags of commands about the engine as a whole and about the client, by the command's short form. */
export const engineFlags: Readonly<Record<string, readonly Flag[]>> = {
  'image prune': [allImages, pruneFilter, unasked, help],
  'system prune': [
    allImages,
    pruneFilter,
    unasked,
    on('volumes', '', 'removes volumes without a name too', {
      level: 'high',
      text: 'Volumes that no container uses are removed with all that is in them.',
    }),
    help,
  ],
  'builder prune': [
    on('all', 'a', 'removes all of it, not only what nothing refers to'),
    pruneFilter,
    unasked,
    value('keep-storage', '', 'how much may stay', {
      describe: (size) => `leaves ${size} of it`,
    }),
    help,
  ],
  'system df': [format, on('verbose', 'v', 'shows each image, container and volume'), help],
  'context ls': [format, on('quiet', 'q', 'prints only the names'), help],
  'context show': [help],
  'context use': [help],
  login: [
    value('password', 'p', 'your password, which then stands where others can read it', {
      risk: () => ({
        level: 'high',
        text: 'A password in a command line is seen by every program on this machine, and kept by your shell.',
      }),
    }),
    on('password-stdin', '', 'reads the password from its input'),
    value('username', 'u', 'your name at the registry', {
      describe: (name) => `signs in as ${name}`,
    }),
    help,
  ],
  logout: [help],
};
