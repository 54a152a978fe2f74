import { type Flag, list, on, value } from './flag';

/** Flags that several commands have, so that each says the same everywhere. */
export const interactive = on(
  'interactive',
  'i',
  'interactive: keeps its input open for what you type',
);

export const tty = on('tty', 't', 'gives it a terminal, so that prompts, colours and keys work');

export const detachKeys = value(
  'detach-keys',
  '',
  'the keys that leave it running and return to you',
);

export const environment = list('env', 'e', 'sets an environment variable', {
  describe: (pair) => {
    const at = pair.indexOf('=');
    if (at === -1) return `passes your environment variable ${pair} on to it`;
    const text = pair.slice(at + 1);
    return `sets the environment variable ${pair.slice(0, at)} to ${text || 'nothing'}`;
  },
});

export const environmentFile = list('env-file', '', 'reads environment variables from a file', {
  describe: (file) => `reads environment variables from the file ${file}`,
});

export const user = value('user', 'u', 'the user it runs as', {
  describe: (name) => `runs as the user ${name}`,
});

export const workingDirectory = value('workdir', 'w', 'the folder its process works in', {
  describe: (path) => `its process starts in the folder ${path}`,
});

export const platform = value('platform', '', 'the kind of processor the image is for', {
  describe: (name) => `takes the image that is made for ${name}`,
});

export const label = list('label', 'l', 'a label to find it by', {
  describe: (pair) => `labels it ${pair}`,
});

export const filter = list('filter', 'f', 'shows only what fits', {
  describe: (condition) => `shows only what fits ${condition}`,
});

export const format = value('format', '', 'prints what a template says', {
  describe: (template) =>
    /^(?:table )?json$/.test(template)
      ? 'prints it as JSON'
      : 'prints it by this template, in which each {{…}} stands for a value',
});

export const shortFormat: Flag = { ...format, short: 'f' };

export const noTruncate = on('no-trunc', '', 'shows long values whole');

export const stopSignal = value('signal', 's', 'the signal that asks it to stop', {
  describe: (name) => `asks it to stop with the signal ${name}`,
});

const timeout = (long: string, short: string) =>
  value(long, short, 'seconds to wait before it is killed', {
    describe: (count) => `kills it if it has not stopped after ${plural(count, 'second')}`,
  });

/** Both names of one flag. */
export const timeouts: readonly Flag[] = [timeout('timeout', 't'), timeout('time', '')];

/** `1 second`, `3 seconds`. */
export function plural(count: string, noun: string): string {
  return `${count} ${noun}${count === '1' ? '' : 's'}`;
}

export const help = on('help', '', 'prints the usage');
