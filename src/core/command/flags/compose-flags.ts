import { type Flag, list, on, value } from './flag';
import { stopSignal, timeouts } from './shared-flags';

/** What each Compose command does. */
export const composeMeanings: Readonly<Record<string, string>> = {
  up: 'makes and starts all services, with their network and volumes',
  down: 'ends and removes the services’ containers and their network',
  ps: 'lists the services’ containers',
  logs: 'shows what the services have printed',
  build: 'builds the images of the services that have a Dockerfile',
  pull: 'fetches the images of the services',
  config: 'shows the Compose file as it is understood',
  exec: 'runs one more command in a running service',
  run: 'runs a service once, with a command of yours',
  start: 'starts the services’ containers that have ended',
  stop: 'asks the services’ containers to end, and keeps them',
  restart: 'stops the services’ containers and starts them again',
  rm: 'removes the services’ containers that have ended',
  top: 'shows the processes of the services',
  images: 'lists the images of the services',
  kill: 'ends the services’ containers at once',
  ls: 'lists the Compose projects on this engine',
  version: 'shows the version of Compose',
};

/** Flags between `compose` and its command. */
export const composeGlobalFlags: readonly Flag[] = [
  list('file', 'f', 'the Compose file', { describe: (path) => `reads the services from ${path}` }),
  value('project-name', 'p', 'the project’s name', {
    describe: (name) => `calls the project ${name}; names of its containers begin with it`,
  }),
  value('project-directory', '', 'the folder that paths in the file are relative to', {
    describe: (path) => `takes paths in the file relative to ${path}`,
  }),
  list('env-file', '', 'a file with values for the Compose file', {
    describe: (path) => `fills in values from ${path}`,
  }),
  list('profile', '', 'also takes services of this profile'),
];

const upAndBuild = [
  on('no-cache', '', 'builds every step anew, without the cache'),
  on('pull', '', 'looks for newer base images first'),
];

/** Flags of the commands that learners meet; what is not here is passed on without a word. */
export const composeFlags: Readonly<Record<string, readonly Flag[]>> = {
  up: [
    on('detach', 'd', 'detached: the services run on in the background, the prompt comes back'),
    on('build', '', 'builds the images first, even if they exist'),
    on('force-recreate', '', 'makes all containers anew'),
    on('remove-orphans', '', 'removes containers of services that are no longer in the file'),
    on('wait', '', 'waits until the services run and are healthy'),
    on('no-deps', '', 'leaves out the services that these depend on'),
    list('scale', '', 'how many containers a service has'),
    ...timeouts,
  ],
  down: [
    on('volumes', 'v', 'also removes the volumes, and what is in them'),
    value('rmi', '', 'also removes images', {
      describe: (which) =>
        which === 'local'
          ? 'also removes the images that were built for it'
          : 'also removes all images that its services use',
    }),
    on('remove-orphans', '', 'removes containers of services that are no longer in the file'),
    ...timeouts,
  ],
  logs: [
    on('follow', 'f', 'goes on showing new lines until you interrupt it'),
    on('timestamps', 't', 'shows the time of each line'),
    value('tail', 'n', 'only so many lines from the end'),
  ],
  ps: [on('all', 'a', 'shows ended containers too'), on('quiet', 'q', 'prints only the ids')],
  build: upAndBuild,
  stop: timeouts,
  restart: timeouts,
  kill: [stopSignal],
};
