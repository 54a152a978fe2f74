/** What each docker command does, by its short form. Those with requests of their own. */
export const commandMeanings: Readonly<Record<string, string>> = {
  run: 'makes a container from an image and starts it',
  create: 'makes a container from an image, without starting it',
  ps: 'lists containers',
  images: 'lists the images on this engine',
  pull: 'fetches an image from its registry',
  exec: 'runs one more command in a running container',
  logs: 'shows what a container has printed',
  inspect: 'shows everything the engine knows about something',
  port: 'shows where a container’s ports lead',
  rmi: 'removes images',
  tag: 'gives an image one more name',
  version: 'shows the versions of client and engine',
  info: 'shows details of the engine',
  start: 'starts a container that has ended',
  stop: 'asks a container to end, and waits',
  restart: 'stops a container and starts it again',
  kill: 'ends a container at once',
  rm: 'removes containers',
  pause: 'freezes a container',
  unpause: 'lets a frozen container go on',
  wait: 'waits for a container’s end and prints its exit code',
  rename: 'gives a container another name',
  attach: 'connects you to a running container',
  top: 'lists the processes of a container',
  stats: 'shows what containers use, anew all the time',
  diff: 'shows which files a container has changed',
  events: 'shows what happens on the engine, as it happens',
  cp: 'copies files into a container or out of it',
  update: 'changes the limits of containers',
  commit: 'makes an image from a container as it is now',
  export: 'writes all files of a container into one archive',
  'container prune': 'removes all containers that have ended',
  build: 'builds an image from a Dockerfile',
  compose: 'runs several services from a Compose file',
  push: 'sends an image to its registry',
  history: 'shows the layers that an image is made of',
  save: 'packs images into one archive',
  load: 'takes images out of an archive that docker save has made',
  import: 'makes an image of one layer from an archive of files',
  search: 'looks for images on Docker Hub',
  'image prune': 'removes images that nothing uses',
  'system df': 'shows how much room the engine takes on the disk',
  'system prune': 'removes whatever is not in use',
  'builder prune': 'removes what earlier builds have left for later ones',
  'context ls': 'lists the engines that the docker client knows by name',
  'context show': 'shows the name of the engine in use',
  'context use': 'chooses the engine that later commands go to',
  login: 'signs you in to a registry',
  logout: 'forgets your sign-in to a registry',
  'network create': 'makes a network',
  'network connect': 'lets a container join a network',
  'network disconnect': 'takes a container out of a network',
  'network ls': 'lists networks',
  'network rm': 'removes networks',
  'network inspect': 'shows everything about a network',
  'network prune': 'removes every network that no container uses',
  'volume create': 'makes a volume',
  'volume ls': 'lists volumes',
  'volume rm': 'removes volumes and what is in them',
  'volume inspect': 'shows everything about a volume',
  'volume prune': 'removes volumes that no container uses, and what is in them',
  'swarm init': 'makes this engine the first node of a swarm',
  'swarm join': 'lets this engine join a swarm',
  'swarm leave': 'takes this engine out of its swarm',
  'swarm join-token': 'shows how other engines can join the swarm',
  'node ls': 'lists the engines of the swarm',
  'node ps': 'lists what runs on a node',
  'node inspect': 'shows everything about a node',
  'node update': 'changes what a node is for',
  'node promote': 'makes nodes managers of the swarm',
  'node demote': 'makes managers mere workers',
  'node rm': 'removes nodes from the swarm',
  'service create': 'makes a service: containers that the swarm keeps running',
  'service update': 'changes a service, task by task',
  'service rollback': 'takes the last change of a service back',
  'service scale': 'changes how many tasks of a service run',
  'service ls': 'lists the services of the swarm',
  'service ps': 'lists the tasks of services',
  'service inspect': 'shows everything about a service',
  'service logs': 'shows what the tasks of a service have printed',
  'service rm': 'removes services and their containers',
  'secret create': 'keeps a secret for services',
  'secret ls': 'lists secrets',
  'secret inspect': 'shows everything about a secret but the secret itself',
  'secret rm': 'removes secrets',
  'config create': 'keeps a file of settings for services',
  'config ls': 'lists configs',
  'config inspect': 'shows everything about a config',
  'config rm': 'removes configs',
};

/** Long spellings: `container ls` is `ps`, `image rm` is `rmi`. */
const spellings: Readonly<Record<string, string>> = {
  'container ls': 'ps',
  'container list': 'ps',
  'container ps': 'ps',
  'image ls': 'images',
  'image list': 'images',
  'image rm': 'rmi',
  'image remove': 'rmi',
  'builder build': 'build',
  'buildx build': 'build',
  'system info': 'info',
  'system events': 'events',
  'network list': 'network ls',
  'network remove': 'network rm',
  'volume list': 'volume ls',
  'volume remove': 'volume rm',
  'node list': 'node ls',
  'node remove': 'node rm',
  'service list': 'service ls',
  'service remove': 'service rm',
  'secret list': 'secret ls',
  'secret remove': 'secret rm',
  'config list': 'config ls',
  'config remove': 'config rm',
  'container remove': 'rm',
  'image inspect': 'inspect',
  'image history': 'history',
  'image import': 'import',
  'image load': 'load',
  'image push': 'push',
  'image save': 'save',
  'context list': 'context ls',
  'container inspect': 'inspect',
};

/** What stands in each group that has short forms; the groups' other commands are the client's own. */
const members: Readonly<Record<string, readonly string[]>> = {
  container:
    'attach commit cp create diff exec export inspect kill logs pause port rename restart rm run start stats stop top unpause update wait'.split(
      ' ',
    ),
  image: ['build', 'inspect', 'pull', 'tag'],
  builder: ['build'],
  buildx: ['build'],
  context: [],
  system: ['info'],
  network: [],
  volume: [],
  swarm: [],
  node: [],
  service: [],
  secret: [],
  config: [],
};

/** The command's short form, how many words it takes, and what kind an inspect is of. */
export interface CommandName {
  readonly name: string;
  readonly length: number;
  readonly group: string | undefined;
}

/** Reads the words after `docker`. An unknown command is returned as written. */
export function readCommandName(words: readonly string[]): CommandName {
  const [first = '', second = ''] = words;
  const short = Object.hasOwn(members, first) ? members[first] : undefined;
  if (short === undefined || second === '' || second.startsWith('-')) {
    return { name: first, length: 1, group: undefined };
  }
  const long = `${first} ${second}`;
  const name = spellings[long] ?? (short.includes(second) ? second : long);
  return { name, length: 2, group: first };
}

/** Commands that the docker client has and we hand to it, where there is one. */
const clientCommands =
  'buildx builder checkpoint config container context help image manifest network node plugin secret service stack swarm system trust volume'.split(
    ' ',
  );

/** The second words of groups that we know; of the other groups the client knows more. */
const clientMembers: Readonly<Record<string, readonly string[]>> = {
  container: [],
  image: [],
  network: [],
  volume: ['update'],
  swarm: ['ca', 'unlock', 'unlock-key', 'update'],
  node: [],
  service: [],
  secret: [],
  config: [],
};

/** Whether the docker client alone carries it out: `cp`, `image prune`, a group alone. */
export function isClientCommand(name: string): boolean {
  const [first = '', second] = name.split(' ');
  if (!clientCommands.includes(first)) return false;
  const known = clientMembers[first];
  return second === undefined || known === undefined || known.includes(second);
}

/** Names that a mistyped command may mean. */
export const knownCommands: readonly string[] = [
  ...Object.keys(commandMeanings),
  ...clientCommands,
  ...Object.keys(spellings),
  ...Object.entries({ ...members, ...clientMembers }).flatMap(([group]) =>
    [...(members[group] ?? []), ...(clientMembers[group] ?? [])].map((verb) => `${group} ${verb}`),
  ),
];
