import { type Flag, list, on, value } from './flag';
import { filter, format, help, label, shortFormat } from './shared-flags';

const quietIds = on('quiet', 'q', 'prints only the ids');
const noTruncate = on('no-trunc', '', 'shows long values whole');
const noResolve = on('no-resolve', '', 'shows ids instead of names');

const address = (long: string, meaning: string) =>
  value(long, '', meaning, { describe: (text) => `${meaning}: ${text}` });

const availability = value('availability', '', 'whether it takes tasks', {
  describe: (name) =>
    name === 'drain'
      ? 'takes no tasks, and gives away those it has'
      : name === 'pause'
        ? 'takes no new tasks'
        : `takes tasks as ${name} says`,
});

const addresses = [
  address('advertise-addr', 'the address at which the other nodes reach it'),
  address('data-path-addr', 'the address for what containers send each other'),
  value('listen-addr', '', 'the address at which it waits for other nodes', {
    describe: (text) => `waits for other nodes at ${text}`,
    risk: () => ({ level: 'low', text: 'Opens a port of this machine to other machines.' }),
  }),
];

const settings = [
  on('autolock', '', 'locks its keys, so that a restarted manager asks for a key'),
  address('cert-expiry', 'how long a node’s certificate is good for'),
  address('dispatcher-heartbeat', 'how often nodes say that they live'),
  list('external-ca', '', 'who signs the nodes’ certificates', {
    describe: (text) => `has the nodes’ certificates signed by ${text}`,
  }),
  address('max-snapshots', 'how many old snapshots it keeps'),
  address('snapshot-interval', 'how many log entries lie between snapshots'),
  address('task-history-limit', 'how many ended tasks it remembers'),
];

const leaveRisk = {
  level: 'high',
  text: 'The last manager takes the whole swarm with it: services, secrets and configs are lost.',
} as const;

const tasks: readonly Flag[] = [filter, format, noResolve, noTruncate, quietIds, help];

const secretFlags: readonly Flag[] = [
  label,
  address('template-driver', 'who fills in its template'),
];

/** Flags of `docker swarm …`, `node …`, `secret …` and `config …`. */
export const swarmFlags: Readonly<Record<string, readonly Flag[]>> = {
  'swarm init': [
    ...addresses,
    availability,
    address('data-path-port', 'the port for what containers send each other'),
    list('default-addr-pool', '', 'where its networks get their addresses', {
      describe: (range) => `gives its networks addresses from ${range}`,
    }),
    address('default-addr-pool-mask-length', 'the size of each network, as a prefix length'),
    on('force-new-cluster', '', 'begins anew with what this node knows', {
      level: 'high',
      text: 'Throws the other nodes out of the swarm.',
    }),
    ...settings,
    help,
  ],
  'swarm join': [
    ...addresses,
    availability,
    value('token', '', 'the secret that lets it in'),
    help,
  ],
  'swarm leave': [on('force', 'f', 'even if it is a manager', leaveRisk), help],
  'swarm join-token': [
    on('quiet', 'q', 'prints only the token'),
    on('rotate', '', 'makes a new token; the old one lets nobody in any more'),
    help,
  ],
  'node ls': [filter, format, quietIds, help],
  'node ps': tasks,
  'node inspect': [shortFormat, help],
  'node update': [
    availability,
    list('label-add', '', 'a label to put on it', { describe: (pair) => `labels it ${pair}` }),
    list('label-rm', '', 'a label to take off', {
      describe: (name) => `takes off its label ${name}`,
    }),
    value('role', '', 'worker or manager', { describe: (name) => `makes it a ${name}` }),
    help,
  ],
  'node promote': [help],
  'node demote': [help],
  'node rm': [on('force', 'f', 'even if it is still there'), help],
  'service ls': [filter, format, quietIds, help],
  'service ps': tasks,
  'service inspect': [shortFormat, on('pretty', '', 'shows it for people to read'), help],
  'service rm': [help],
  'secret create': [
    ...secretFlags,
    value('driver', 'd', 'who keeps it', { describe: (name) => `lets ${name} keep it` }),
    help,
  ],
  'secret ls': [filter, format, quietIds, help],
  'secret inspect': [shortFormat, help],
  'secret rm': [help],
  'config create': [...secretFlags, help],
  'config ls': [filter, format, quietIds, help],
  'config inspect': [shortFormat, help],
  'config rm': [help],
};
