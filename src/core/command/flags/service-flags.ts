import { mountRisk } from './describe-values';
import { type Flag, list, on, value } from './flag';
import { environmentFile, help, label } from './shared-flags';

const said = (long: string, short: string, meaning: string) =>
  value(long, short, meaning, { describe: (text) => `${meaning}: ${text}` });

const longLabel: Flag = { ...label, short: 'l' };

/** Flags that set one thing, of `service create` and `service update` alike. */
const common: readonly Flag[] = [
  on('detach', 'd', 'does not wait until its tasks run'),
  on('quiet', 'q', 'waits without telling how it goes on'),
  said('endpoint-mode', '', 'how its name leads to its tasks'),
  said('entrypoint', '', 'what is started instead of what the image says'),
  said('health-cmd', '', 'a command that tells whether it is healthy'),
  said('health-interval', '', 'how often its health is looked at'),
  said('health-retries', '', 'how many failures in a row make it unhealthy'),
  said('health-start-period', '', 'how long it may take to become healthy'),
  said('health-start-interval', '', 'how often its health is looked at while it starts'),
  said('health-timeout', '', 'how long one look at its health may take'),
  on('no-healthcheck', '', 'does not look at its health'),
  said('hostname', '', 'the name it calls itself'),
  on('init', '', 'has a small first process that cleans up after the others'),
  said('isolation', '', 'how containers are kept apart on Windows'),
  said('limit-cpu', '', 'may use so many CPUs at most'),
  said('limit-memory', '', 'may use so much memory at most'),
  said('limit-pids', '', 'may have so many processes at most'),
  said('log-driver', '', 'where its output goes'),
  list('log-opt', '', 'an option of where its output goes', {
    describe: (pair) => `tells its log driver ${pair}`,
  }),
  said('max-concurrent', '', 'how many tasks of a job run at a time'),
  on('no-resolve-image', '', 'does not ask the registry what exactly the tag stands for'),
  said('oom-score-adj', '', 'how soon it is ended when memory runs out'),
  on('read-only', '', 'cannot change its own file system'),
  said('replicas', '', 'how many tasks run'),
  said('replicas-max-per-node', '', 'how many tasks run on one node at most'),
  said('reserve-cpu', '', 'runs only where so many CPUs are free'),
  said('reserve-memory', '', 'runs only where so much memory is free'),
  said('restart-condition', '', 'when an ended task is replaced'),
  said('restart-delay', '', 'how long to wait before an ended task is replaced'),
  said('restart-max-attempts', '', 'how often an ended task is replaced at most'),
  said('restart-window', '', 'the time in which failures are counted'),
  ...changes('rollback', 'rollback'),
  ...changes('update', 'update'),
  said('stop-grace-period', '', 'how long it may take to stop before it is killed'),
  said('stop-signal', '', 'the signal that asks it to stop'),
  on('tty', 't', 'gives it a terminal'),
  said('user', 'u', 'the user it runs as'),
  said('workdir', 'w', 'the folder its process works in'),
  list('cap-add', '', 'gives it a capability', {
    describe: (name) => `gives its processes the capability ${name}`,
    risk: (name) => ({
      level: /^(?:cap_)?(?:all|sys_|dac_read|net_admin|bpf)/i.test(name) ? 'high' : 'low',
      text: 'A capability is a piece of root’s power.',
    }),
  }),
  list('cap-drop', '', 'takes a capability away', {
    describe: (name) => `takes the capability ${name} from its processes`,
  }),
];

function changes(name: string, what: string): readonly Flag[] {
  return [
    said(`${name}-delay`, '', `how long to wait between steps of a ${what}`),
    said(`${name}-failure-action`, '', `what happens when a ${what} fails`),
    said(`${name}-max-failure-ratio`, '', `what part of a ${what} may fail`),
    said(`${name}-monitor`, '', `how long each step of a ${what} is watched`),
    said(`${name}-order`, '', `whether a ${what} starts the new task first or stops the old one`),
    said(`${name}-parallelism`, '', `how many tasks a ${what} replaces at a time`),
  ];
}

/** What a service has lists of; each is a flag of create, and two of update. */
const lists: readonly (readonly [string, string, string, Flag['risk']?])[] = [
  ['config', '', 'a config to read'],
  ['constraint', '', 'a condition on the nodes it runs on'],
  ['container-label', '', 'a label of its containers'],
  ['dns', '', 'a name server to ask'],
  ['dns-option', '', 'an option for looking up names'],
  ['dns-search', '', 'a domain to look names up in'],
  ['env', 'e', 'an environment variable'],
  ['group', '', 'one more group of its user'],
  ['host', '', 'an entry in its file of hosts'],
  ['mount', '', 'something mounted into it', mountRisk],
  ['network', '', 'a network that it joins'],
  ['placement-pref', '', 'how its tasks are spread over the nodes'],
  ['publish', 'p', 'a port that leads to it', publicPort],
  ['secret', '', 'a secret to read'],
  ['sysctl', '', 'a setting of the kernel'],
  ['ulimit', '', 'a limit of its processes'],
];

function publicPort() {
  return { level: 'low', text: 'Reachable from your whole network, on every node.' } as const;
}

const given = lists.map(([long, short, meaning, risk]) =>
  list(long, short, meaning, {
    describe: (text) => `${meaning}: ${text}`,
    ...(risk !== undefined && { risk }),
  }),
);

const added = lists.flatMap(([long, , meaning, risk]) => [
  list(`${long}-add`, '', `adds or replaces ${meaning}`, {
    describe: (text) => `adds or replaces ${meaning}: ${text}`,
    ...(risk !== undefined && { risk }),
  }),
  list(`${long}-rm`, '', `removes ${meaning}`, {
    describe: (text) => `removes ${meaning}: ${text}`,
  }),
]);

const labels = (suffix: string, words: string) =>
  list(`label-${suffix}`, '', `${words} a label`, {
    describe: (text) => `${words} the label ${text}`,
  });

/** Flags of the commands that make services and change them. */
export const serviceFlags: Readonly<Record<string, readonly Flag[]>> = {
  'service create': [
    ...common,
    ...given,
    longLabel,
    environmentFile,
    said('mode', '', 'whether a number of tasks run, or one on every node'),
    said('name', '', 'the name of the service'),
    help,
  ],
  'service update': [
    ...common,
    ...added,
    labels('add', 'puts on'),
    labels('rm', 'takes off'),
    said('args', '', 'the command that it runs'),
    said('image', '', 'the image that it runs'),
    on('force', '', 'replaces its tasks even if nothing has changed'),
    on('rollback', '', 'goes back to what it was before the last update'),
    help,
  ],
  'service rollback': [
    on('detach', 'd', 'does not wait until it is done'),
    on('quiet', 'q', 'waits without telling how it goes on'),
    help,
  ],
  'service scale': [on('detach', 'd', 'does not wait until it is done'), help],
  'service logs': [
    on('details', '', 'shows more about each line'),
    on('follow', 'f', 'goes on showing new lines until you interrupt it'),
    on('no-resolve', '', 'shows ids instead of names'),
    on('no-task-ids', '', 'leaves out the tasks’ ids'),
    on('no-trunc', '', 'shows long values whole'),
    on('raw', '', 'shows the lines alone, without where they are from'),
    said('since', '', 'only lines after a time'),
    said('tail', 'n', 'only so many lines from the end'),
    on('timestamps', 't', 'shows the time of each line'),
    help,
  ],
};
