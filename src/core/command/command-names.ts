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
  build: 'builds an image from a Dockerfile',
  compose: 'runs several services from a Compose file',
  'network create': 'makes a network',
  'network connect': 'lets a container join a network',
  'network disconnect': 'takes a container out of a network',
  'network ls': 'lists networks',
  'network rm': 'removes networks',
  'network inspect': 'shows everything about a network',
  'volume create': 'makes a volume',
  'volume ls': 'lists volumes',
  'volume rm': 'removes volumes and what is in them',
  'volume inspect': 'shows everything about a volume',
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
  'network list': 'network ls',
  'network remove': 'network rm',
  'volume list': 'volume ls',
  'volume remove': 'volume rm',
  'container remove': 'rm',
  'image inspect': 'inspect',
  'container inspect': 'inspect',
};

const groups = new Set(['container', 'image', 'network', 'volume', 'system', 'builder', 'buildx']);

/** The command's short form, how many words it takes, and what kind an inspect is of. */
export interface CommandName {
  readonly name: string;
  readonly length: number;
  readonly group: string | undefined;
}

/** Reads the words after `docker`. An unknown command is returned as written. */
export function readCommandName(words: readonly string[]): CommandName {
  const [first = '', second = ''] = words;
  if (!groups.has(first) || second === '') return { name: first, length: 1, group: undefined };
  const long = `${first} ${second}`;
  const name = spellings[long] ?? (isOwnGroup(first) ? long : second);
  return { name, length: 2, group: first };
}

function isOwnGroup(group: string): boolean {
  return group === 'network' || group === 'volume' || group === 'system' || group === 'buildx';
}
