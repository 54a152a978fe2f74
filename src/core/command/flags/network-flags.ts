import { type Flag, list, on, value } from './flag';
import { filter, format, help, label, shortFormat } from './shared-flags';

const longLabel: Flag = { ...label, short: '' };
const quiet = (what: string) => on('quiet', 'q', `prints only ${what}`);
const driverOption = list('opt', 'o', 'an option of its driver', {
  describe: (pair) => `tells its driver ${pair}`,
});
const missing = on('force', 'f', 'does not complain about a missing one');
const chosen: Flag = {
  ...filter,
  short: '',
  meaning: 'removes only what fits',
  describe: (condition) => `removes only what fits ${condition}`,
};

/** A flag that says one thing about the addresses of a network. */
const address = (long: string, meaning: string, words: (value: string) => string) =>
  list(long, '', meaning, { describe: words });

/** Flags of `docker network …`. */
export const networkFlags: Readonly<Record<string, readonly Flag[]>> = {
  'network create': [
    value('driver', 'd', 'the kind of network', {
      describe: (kind) => `makes a network of the kind ${kind}`,
    }),
    on('attachable', '', 'single containers may join it too'),
    on('internal', '', 'gives its containers no way to the outside'),
    on('ingress', '', 'makes it the network of a swarm’s published ports'),
    value('scope', '', 'where it is known', {
      describe: (scope) => `makes it known in the scope ${scope}`,
    }),
    on('config-only', '', 'keeps only its settings, for other networks to take over'),
    value('config-from', '', 'takes the settings of another network', {
      describe: (name) => `takes its settings from the network ${name}`,
    }),
    on('ipv4', '', 'has IPv4 addresses'),
    on('ipv6', '', 'has IPv6 addresses'),
    address('subnet', 'its range of addresses', (range) => `takes its addresses from ${range}`),
    address('ip-range', 'the part of it for containers', (range) => {
      return `gives containers addresses only from ${range}`;
    }),
    address('gateway', 'the address of its way out', (ip) => `leads out at the address ${ip}`),
    address('aux-address', 'an address to leave free', (pair) => {
      return `leaves an address free: ${pair}`;
    }),
    value('ipam-driver', '', 'who gives out its addresses', {
      describe: (name) => `lets ${name} give out its addresses`,
    }),
    list('ipam-opt', '', 'an option of who gives out addresses', {
      describe: (pair) => `tells who gives out its addresses ${pair}`,
    }),
    longLabel,
    driverOption,
    help,
  ],
  'network connect': [
    list('alias', '', 'one more name in the network', {
      describe: (name) => `the others can also call it ${name}`,
    }),
    value('ip', '', 'its IPv4 address there', { describe: (ip) => `gives it the address ${ip}` }),
    value('ip6', '', 'its IPv6 address there', { describe: (ip) => `gives it the address ${ip}` }),
    list('link', '', 'a name for another container', {
      describe: (link) => `lets it find another container by a name: ${link}`,
    }),
    list('link-local-ip', '', 'one more address, for this link only', {
      describe: (ip) => `gives it also the address ${ip}`,
    }),
    list('driver-opt', '', 'an option of the network’s driver', {
      describe: (pair) => `tells the network’s driver ${pair}`,
    }),
    value('gw-priority', '', 'which of its networks leads out: the highest', {
      describe: (number) => `leads out by the network of the highest number; here ${number}`,
    }),
    help,
  ],
  'network disconnect': [on('force', 'f', 'even if the container is gone'), help],
  'network ls': [
    filter,
    format,
    on('no-trunc', '', 'shows long values whole'),
    quiet('the ids'),
    help,
  ],
  'network rm': [missing, help],
  'network inspect': [shortFormat, on('verbose', 'v', 'shows more, for finding faults'), help],
  'network prune': [chosen, pruneForce('networks of others'), help],
};

/** Flags of `docker volume …`. */
export const volumeFlags: Readonly<Record<string, readonly Flag[]>> = {
  'volume create': [value('driver', 'd', 'who keeps it'), longLabel, driverOption, help],
  'volume ls': [filter, format, quiet('the names'), help],
  'volume rm': [missing, help],
  'volume inspect': [shortFormat, help],
  'volume prune': [
    on('all', 'a', 'also volumes that have a name', {
      level: 'high',
      text: 'Volumes with a name go too, with all that is kept in them.',
    }),
    chosen,
    pruneForce('data that is kept in them'),
    help,
  ],
};

function pruneForce(what: string): Flag {
  return on('force', 'f', 'does not ask first', {
    level: 'high',
    text: `Removes without asking, ${what} included.`,
  });
}
