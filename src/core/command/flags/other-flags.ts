import { type Flag, list, on, value } from './flag';

const filter = list('filter', 'f', 'shows only what fits', {
  describe: (condition) => `shows only what fits ${condition}`,
});
const format = value('format', '', 'prints these fields only, by a template');
const shortFormat = { ...format, short: 'f' };
const quiet = (what: string) => on('quiet', 'q', `prints only ${what}`);
const noTruncate = on('no-trunc', '', 'shows long values whole');
const platform = value('platform', '', 'the kind of processor the image is for');
const detachKeys = value('detach-keys', '', 'the keys that leave it running and return to you');
const help = on('help', '', 'prints the usage');

/** Flags of the commands other than run and create, by the command's short form. */
export const otherFlags: Readonly<Record<string, readonly Flag[]>> = {
  ps: [
    on('all', 'a', 'shows ended containers too'),
    filter,
    format,
    value('last', 'n', 'shows the newest few'),
    on('latest', 'l', 'shows the newest one'),
    noTruncate,
    quiet('ids'),
    on('size', 's', 'shows how much each has written'),
    help,
  ],
  images: [
    on('all', 'a', 'shows intermediate images too'),
    on('digests', '', 'shows digests'),
    filter,
    format,
    noTruncate,
    quiet('ids'),
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
    on('detach', 'd', 'does not wait for its end'),
    detachKeys,
    list('env', 'e', 'sets an environment variable'),
    list('env-file', '', 'reads environment variables from a file'),
    on('interactive', 'i', 'interactive: keeps its input open for what you type'),
    on('privileged', '', 'gives the command nearly all of root’s power', {
      level: 'high',
      text: 'The command can do nearly everything root on the host can.',
    }),
    on('tty', 't', 'a terminal: prompts, colours and keys work'),
    value('user', 'u', 'the user it runs as'),
    value('workdir', 'w', 'the folder it works in'),
    help,
  ],
  logs: [
    on('details', '', 'shows more about each line'),
    on('follow', 'f', 'goes on showing new lines until you interrupt it'),
    value('since', '', 'only lines after this time'),
    value('tail', 'n', 'only so many lines from the end'),
    on('timestamps', 't', 'shows the time of each line'),
    value('until', '', 'only lines before this time'),
    help,
  ],
  inspect: [
    shortFormat,
    on('size', 's', 'shows sizes too'),
    value('type', '', 'what kind of thing is meant'),
    help,
  ],
  'network inspect': [shortFormat, help],
  'volume inspect': [shortFormat, help],
  port: [help],
  rmi: [
    on('force', 'f', 'removes it even if other names point at it'),
    on('no-prune', '', 'leaves unused layers below'),
    help,
  ],
  tag: [help],
  version: [shortFormat, help],
  info: [shortFormat, help],
  start: [
    on('attach', 'a', 'shows its output and waits for its end'),
    detachKeys,
    on('interactive', 'i', 'interactive: keeps its input open for what you type'),
    help,
  ],
  stop: [
    value('signal', 's', 'the signal that asks it to stop'),
    value('timeout', 't', 'seconds to wait before it is killed'),
    value('time', '', 'seconds to wait before it is killed'),
    help,
  ],
  restart: [
    value('signal', 's', 'the signal that asks it to stop'),
    value('timeout', 't', 'seconds to wait before it is killed'),
    value('time', '', 'seconds to wait before it is killed'),
    help,
  ],
  kill: [value('signal', 's', 'the signal to send'), help],
  rm: [
    on('force', 'f', 'kills it first if it is running'),
    on('link', 'l', 'removes a link only'),
    on('volumes', 'v', 'removes its volumes without a name too'),
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
  build: [
    list('build-arg', '', 'a value for an ARG of the Dockerfile'),
    value('file', 'f', 'another name for the Dockerfile', {
      describe: (path) => `reads the recipe from ${path}`,
    }),
    list('label', '', 'a label for the image'),
    value('network', '', 'the network that RUN steps use'),
    on('no-cache', '', 'builds every step anew'),
    platform,
    value('progress', '', 'how progress is shown'),
    on('pull', '', 'looks for a newer base image first'),
    on('quiet', 'q', 'prints only the image’s id'),
    list('tag', 't', 'a name for the image', { describe: (name) => `calls the image ${name}` }),
    value('target', '', 'builds up to this stage'),
    help,
  ],
  'network create': [
    value('driver', 'd', 'the kind of network'),
    on('attachable', '', 'single containers may join it too'),
    on('internal', '', 'leads nowhere outside'),
    list('label', '', 'a label to find it by'),
    list('opt', 'o', 'an option of its driver'),
    list('subnet', '', 'its range of addresses'),
    help,
  ],
  'network connect': [list('alias', '', 'one more name in the network'), help],
  'network disconnect': [on('force', 'f', 'even if the container is gone'), help],
  'network ls': [filter, format, noTruncate, quiet('ids'), help],
  'network rm': [on('force', 'f', 'does not complain about a missing one'), help],
  'volume create': [
    value('driver', 'd', 'who keeps it'),
    list('label', '', 'a label to find it by'),
    list('opt', 'o', 'an option of its driver'),
    help,
  ],
  'volume ls': [filter, format, quiet('names'), help],
  'volume rm': [on('force', 'f', 'does not complain about a missing one'), help],
};
