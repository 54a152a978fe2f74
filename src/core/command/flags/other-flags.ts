import { buildFlags } from './build-flags';
import { engineFlags } from './engine-flags';
import { type Flag, on, value } from './flag';
import { imageFlags } from './image-flags';
import {
  detachKeys,
  environment,
  environmentFile,
  filter,
  format,
  help,
  interactive,
  noTruncate,
  platform,
  plural,
  shortFormat,
  stopSignal,
  timeouts,
  tty,
  user,
  workingDirectory,
} from './shared-flags';

const quiet = (what: string) => on('quiet', 'q', `prints only ${what}`);
const signal = value('signal', 's', 'the signal to send', {
  describe: (name) => `sends the signal ${name} instead of KILL`,
});

/** Flags of the commands other than run and create, by the command's short form. */
export const otherFlags: Readonly<Record<string, readonly Flag[]>> = {
  ...imageFlags,
  ...engineFlags,
  ps: [
    on('all', 'a', 'shows all containers, those that have ended too'),
    filter,
    format,
    value('last', 'n', 'shows the newest few', {
      describe: (count) => `shows only the newest ${count}, ended or not`,
    }),
    on('latest', 'l', 'shows only the newest one, ended or not'),
    noTruncate,
    quiet('the ids'),
    on('size', 's', 'shows how much each has written'),
    help,
  ],
  images: [
    on('all', 'a', 'shows intermediate images too'),
    on('digests', '', 'shows digests'),
    filter,
    format,
    noTruncate,
    quiet('the ids'),
    on('tree', '', 'shows each image with its platforms below'),
    help,
  ],
  pull: [
    on('all-tags', 'a', 'pulls every tag'),
    on('disable-content-trust', '', 'does not check the image’s signature'),
    platform,
    on('quiet', 'q', 'says little'),
    help,
  ],
  exec: [
    on('detach', 'd', 'detached: runs on in the background, the prompt comes back'),
    detachKeys,
    environment,
    environmentFile,
    interactive,
    on('privileged', '', 'gives the command nearly all of root’s power', {
      level: 'high',
      text: 'The command can do nearly everything root on the host can.',
    }),
    tty,
    user,
    workingDirectory,
    help,
  ],
  logs: [
    on('details', '', 'shows more about each line'),
    on('follow', 'f', 'goes on showing new lines until you interrupt it'),
    value('since', '', 'only lines after a time', {
      describe: (time) => `only lines since ${time}`,
    }),
    value('tail', 'n', 'only so many lines from the end', {
      describe: (count) =>
        count === 'all' ? 'all lines' : `only the last ${plural(count, 'line')}`,
    }),
    on('timestamps', 't', 'shows the time of each line'),
    value('until', '', 'only lines before a time', {
      describe: (time) => `only lines until ${time}`,
    }),
    help,
  ],
  inspect: [
    shortFormat,
    on('size', 's', 'shows sizes too'),
    value('type', '', 'what kind of thing is meant'),
    help,
  ],
  port: [help],
  rmi: [
    on('force', 'f', 'removes it even if it has other names or a stopped container uses it'),
    on('no-prune', '', 'leaves unused layers below'),
    help,
  ],
  tag: [help],
  version: [shortFormat, help],
  info: [shortFormat, help],
  start: [
    on('attach', 'a', 'shows its output and waits for its end'),
    detachKeys,
    interactive,
    help,
  ],
  stop: [stopSignal, ...timeouts, help],
  restart: [stopSignal, ...timeouts, help],
  kill: [signal, help],
  rm: [
    on('force', 'f', 'removes it even if it is running: kills it first'),
    on('link', 'l', 'removes a link only'),
    on('volumes', 'v', 'also removes its volumes that have no name'),
    help,
  ],
  pause: [help],
  unpause: [help],
  wait: [help],
  rename: [help],
  attach: [
    detachKeys,
    on('no-stdin', '', 'sends no input'),
    on('sig-proxy', '', 'passes your signals on'),
    help,
  ],
  build: buildFlags,
};
