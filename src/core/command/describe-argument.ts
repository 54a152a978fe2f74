/** What each argument of a command stands for, in order; the last one stands for all that follow. */
const argumentMeanings: Readonly<Record<string, readonly string[]>> = {
  start: ['the container to start'],
  stop: ['the container to stop'],
  restart: ['the container to restart'],
  kill: ['the container to end'],
  rm: ['the container to remove'],
  pause: ['the container to freeze'],
  unpause: ['the container to let go on'],
  wait: ['the container to wait for'],
  attach: ['the container to connect to'],
  rename: ['the container to rename', 'its new name'],
  exec: ['the container to run the command in'],
  logs: ['the container whose output is shown'],
  port: ['the container whose ports are shown', 'only this port of the container'],
  top: ['the container whose processes are listed', 'goes to ps, which makes the list'],
  stats: ['the container to watch'],
  diff: ['the container whose changes are shown'],
  cp: [
    'what is copied; a path after a container’s name and a colon lies inside it',
    'where it is copied to',
  ],
  update: ['the container whose limits change'],
  commit: ['the container to make an image from', 'the name of the image'],
  export: ['the container whose files are written'],
  inspect: ['what is looked at'],
  build: ['the build context: the folder whose files may be copied into the image'],
  tag: ['the image', 'one more name for it'],
  history: ['the image whose layers are shown'],
  save: ['the image to pack'],
  import: [
    'the archive: a file, an address, or - for what is piped in',
    'the name of the new image',
  ],
  search: ['what to look for'],
  'context use': ['the name of the context'],
  login: ['the registry to sign in to; Docker Hub if none is named'],
  logout: ['the registry to forget; Docker Hub if none is named'],
  'network create': ['the name of the network'],
  'network connect': ['the network to join', 'the container that joins it'],
  'network disconnect': ['the network to leave', 'the container that leaves it'],
  'network rm': ['the network to remove'],
  'network inspect': ['the network that is looked at'],
  'volume create': ['the name of the volume'],
  'volume rm': ['the volume to remove'],
  'volume inspect': ['the volume that is looked at'],
  'swarm join': ['the manager that lets it in'],
  'swarm join-token': ['whether for a worker or a manager'],
  'node ps': ['the node whose tasks are shown'],
  'node inspect': ['the node that is looked at'],
  'node update': ['the node to change'],
  'node promote': ['the node to make a manager'],
  'node demote': ['the node to make a worker'],
  'node rm': ['the node to remove'],
  'service update': ['the service to change'],
  'service rollback': ['the service to take back'],
  'service scale': ['the service, and how many tasks of it run'],
  'service ps': ['the service whose tasks are shown'],
  'service inspect': ['the service that is looked at'],
  'service logs': ['the service whose output is shown'],
  'service rm': ['the service to remove'],
  'secret create': ['the name of the secret', 'the file that it is read from'],
  'secret inspect': ['the secret that is looked at'],
  'secret rm': ['the secret to remove'],
  'config create': ['the name of the config', 'the file that it is read from'],
  'config inspect': ['the config that is looked at'],
  'config rm': ['the config to remove'],
  compose: ['goes on to Compose, such as the name of a service'],
};

/** The argument of a command at a place, in words; the command by its short form. */
export function describeArgument(command: string, index: number): string {
  const meanings = Object.hasOwn(argumentMeanings, command) ? argumentMeanings[command] : undefined;
  return meanings?.[index] ?? meanings?.at(-1) ?? 'what the command is about';
}

const imageRoles: Readonly<Record<string, string>> = {
  rmi: 'the image to remove',
  push: 'the image to send to the registry in its name',
};

/** An image’s name in words: which one, in which version. */
export function describeImage(command: string, reference: string): string {
  if (command === 'images') return `only images of the name ${reference}`;
  const what = imageRoles[command] ?? 'the image';
  if (reference.includes('@')) return `${what}, pinned by its digest to exactly these contents`;
  const tag = /:([^/:]+)$/.exec(reference)?.[1];
  return tag === undefined
    ? `${what}, in the version tagged latest, because no tag is given`
    : `${what}, in the version tagged ${tag}`;
}

/** The words after the image or the container: a command for the inside. */
export function describeInnerCommand(command: string, words: readonly string[]): string {
  if (command === 'exec') return 'the command to run there';
  return words[0]?.startsWith('-')
    ? 'goes to the program in the container; flags of docker stand before the image'
    : 'what to run in it, instead of what the image would start by itself';
}
