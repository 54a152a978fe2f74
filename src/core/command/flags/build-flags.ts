import { type Flag, list, on, value } from './flag';
import { help, label, platform } from './shared-flags';

const longLabel: Flag = { ...label, short: '' };

/** What steps may use, for the classic builder. */
const limits: readonly Flag[] = [
  value('memory', 'm', 'the most memory a step may use', {
    describe: (size) => `lets each step use no more than ${size} of memory`,
  }),
  value('memory-swap', '', 'the most memory and swap together that a step may use'),
  value('cpu-shares', 'c', 'a step’s share of the processor when others want it too'),
  value('cpu-period', '', 'the time, in microseconds, over which the processor is shared out'),
  value('cpu-quota', '', 'how much of that time a step may use'),
  value('cpuset-cpus', '', 'the processors that steps run on', {
    describe: (cpus) => `runs the steps on the processors ${cpus} only`,
  }),
  value('cpuset-mems', '', 'the memory nodes that steps use'),
  value('shm-size', '', 'the size of /dev/shm in a step'),
  list('ulimit', '', 'a limit of the kernel for the programs of a step'),
];

/** Flags of `docker build`. */
export const buildFlags: readonly Flag[] = [
  list('add-host', '', 'a name and its address, known to RUN steps', {
    describe: (host) => `lets RUN steps know the host ${host}`,
  }),
  list('build-arg', '', 'a value for an ARG of the Dockerfile', {
    describe: (pair) =>
      pair.includes('=')
        ? `gives the Dockerfile’s ARG ${pair.replace('=', ' the value ')}`
        : `gives the Dockerfile’s ARG ${pair} the value of your environment variable`,
    risk: (pair) =>
      /pass|secret|token|key/i.test(pair.split('=')[0] ?? '')
        ? {
            level: 'low',
            text: 'A build argument can be read in the image’s history; --secret is for secrets.',
          }
        : undefined,
  }),
  list('cache-from', '', 'images whose layers may be used instead of building them', {
    describe: (image) => `uses layers of ${image} where they fit`,
  }),
  value('cgroup-parent', '', 'the control group above those of the steps'),
  on('compress', '', 'packs the context before it is sent'),
  on('disable-content-trust', '', 'does not check signatures of base images'),
  value('file', 'f', 'another place of the Dockerfile', {
    describe: (path) =>
      path === '-'
        ? 'reads the Dockerfile from standard input'
        : `reads the steps from ${path} instead of Dockerfile`,
  }),
  on('force-rm', '', 'removes the containers of the steps even when the build fails'),
  value('iidfile', '', 'a file to write the image’s id to', {
    describe: (path) => `writes the image’s id to ${path}`,
  }),
  value('isolation', '', 'how steps are kept apart from the machine, on Windows'),
  longLabel,
  ...limits,
  value('network', '', 'the network that RUN steps use', {
    describe: (name) =>
      name === 'none' ? 'gives RUN steps no network' : `lets RUN steps use the network ${name}`,
    risk: (name) =>
      name === 'host'
        ? { level: 'medium', text: 'RUN steps reach everything that listens on this machine.' }
        : undefined,
  }),
  on('no-cache', '', 'builds every step anew, without the cache'),
  platform,
  value('progress', '', 'how progress is shown', {
    describe: (kind) =>
      kind === 'quiet' ? 'shows no progress' : `shows progress line by line, for ${kind} as well`,
  }),
  on('pull', '', 'looks for a newer base image first'),
  on('quiet', 'q', 'prints only the image’s id'),
  on('rm', '', 'removes the containers of the steps afterwards'),
  list('secret', '', 'a secret for the steps that mount it', {
    describe: (text) =>
      `lets RUN --mount=type=secret read ${text.replace(/^.*?\bid=([^,]*).*$/, '$1')}; it stays out of the image`,
  }),
  list('security-opt', '', 'how steps are kept apart from the machine'),
  on('squash', '', 'makes one layer of all that are new'),
  list('tag', 't', 'a name for the image', { describe: (name) => `names the image ${name}` }),
  value('target', '', 'the stage to build up to', {
    describe: (stage) => `builds no further than the stage ${stage}`,
  }),
  help,
];
