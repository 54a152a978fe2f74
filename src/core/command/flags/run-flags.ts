import { describeRestart, describeSharing, hostRisk } from './describe-modes';
import {
  describeMount,
  describePublish,
  describeVolume,
  mountRisk,
  publishRisk,
  volumeRisk,
} from './describe-values';
import { type Flag, list, on, type Risk, value } from './flag';
import {
  detachKeys,
  environment,
  environmentFile,
  help,
  interactive,
  label,
  platform,
  plural,
  tty,
  user,
  workingDirectory,
} from './shared-flags';

const high = (text: string): Risk => ({ level: 'high', text });

/** Every flag of `docker run` and `docker create`, as of client 28. */
export const runFlags: readonly Flag[] = [
  list('add-host', '', 'adds a line to the container’s hosts file', {
    describe: (line) =>
      `adds the name ${line.replace(/[:=]/, ' with the address ')} to its hosts file`,
  }),
  list('annotation', '', 'a note for the program that runs it'),
  list('attach', 'a', 'connects only these of its streams'),
  value('blkio-weight', '', 'its share of disk access against other containers'),
  list('blkio-weight-device', '', 'its share of access to one disk'),
  list('cap-add', '', 'gives the process capabilities it would not have', {
    describe: (name) => `gives the process the capability ${name}`,
    risk: (name) =>
      high(
        /^all$/i.test(name)
          ? 'All capabilities: root in the container can do nearly everything root on the host can.'
          : `Root in the container gets a piece of the host’s root power: ${name}.`,
      ),
  }),
  list('cap-drop', '', 'takes capabilities away from the process', {
    describe: (name) =>
      /^all$/i.test(name)
        ? 'takes all capabilities away: root in there is an ordinary user'
        : `takes the capability ${name} away`,
  }),
  value('cgroup-parent', '', 'puts it below this control group'),
  value('cgroupns', '', 'whose control groups it sees: host or private', {
    describe: describeSharing('the control groups'),
    risk: hostRisk('It sees the control groups of the whole host.'),
  }),
  value('cidfile', '', 'writes the container’s id to this file'),
  value('cpu-period', '', 'length of a CPU accounting period, in microseconds'),
  value('cpu-quota', '', 'CPU time per period, in microseconds'),
  value('cpu-rt-period', '', 'real-time CPU period, in microseconds'),
  value('cpu-rt-runtime', '', 'real-time CPU time per period, in microseconds'),
  value('cpu-shares', 'c', 'its share of the CPU when others want it too'),
  value('cpus', '', 'how many CPUs it may use', {
    describe: (count) => `may use as much CPU time as ${plural(count, 'CPU')} at most`,
  }),
  value('cpuset-cpus', '', 'the CPUs it may run on'),
  value('cpuset-mems', '', 'the memory nodes it may use'),
  on('detach', 'd', 'detached: runs on in the background, the prompt comes back'),
  detachKeys,
  list('device', '', 'gives it a device of the host', {
    describe: (device) => `gives it the host’s device ${device.split(':')[0]}`,
    risk: (device) => high(`It can talk to the host’s device ${device.split(':')[0]} directly.`),
  }),
  list('device-cgroup-rule', '', 'allows a kind of device'),
  list('device-read-bps', '', 'limits reading from a disk, in bytes per second'),
  list('device-read-iops', '', 'limits reads from a disk per second'),
  list('device-write-bps', '', 'limits writing to a disk, in bytes per second'),
  list('device-write-iops', '', 'limits writes to a disk per second'),
  on('disable-content-trust', '', 'does not check the image’s signature'),
  list('dns', '', 'asks this name server'),
  list('dns-option', '', 'an option for looking up names'),
  list('dns-search', '', 'a domain to search names in'),
  value('domainname', '', 'the domain of its host name'),
  value('entrypoint', '', 'starts this program instead of the image’s own', {
    describe: (program) =>
      `starts ${program || 'no entrypoint'} instead of the image’s own program`,
  }),
  environment,
  environmentFile,
  list('expose', '', 'notes a port, without opening it to you', {
    describe: (port) => `notes that it listens on port ${port}, without opening it to you`,
  }),
  value('gpus', '', 'gives it graphics processors'),
  list('group-add', '', 'adds its process to a group', {
    describe: (group) => `adds its process to the group ${group}`,
  }),
  value('health-cmd', '', 'the command that tells whether it is healthy', {
    describe: (command) => `is healthy as long as this succeeds in it: ${command}`,
  }),
  value('health-interval', '', 'time between two health checks', {
    describe: (time) => `checks its health every ${time}`,
  }),
  value('health-retries', '', 'failed checks until it counts as unhealthy'),
  value('health-start-interval', '', 'time between checks while it starts'),
  value('health-start-period', '', 'time to start before failed checks count'),
  value('health-timeout', '', 'how long one health check may take'),
  help,
  value('hostname', 'h', 'the host name it sees', {
    describe: (name) => `inside, its own host name is ${name}`,
  }),
  on('init', '', 'a small first process that passes signals on and cleans up after others'),
  interactive,
  value('ip', '', 'its IPv4 address in the network'),
  value('ip6', '', 'its IPv6 address in the network'),
  value('ipc', '', 'whose shared memory it sees', {
    describe: describeSharing('the shared memory'),
    risk: hostRisk('It can reach the shared memory of every program on the host.'),
  }),
  value('isolation', '', 'how Windows keeps it apart'),
  value('kernel-memory', '', 'limits the kernel’s memory for it'),
  label,
  list('label-file', '', 'reads labels from a file'),
  list('link', '', 'makes another container known by a name (an old way; networks do it better)'),
  list('link-local-ip', '', 'a link-local address'),
  value('log-driver', '', 'where its output is kept'),
  list('log-opt', '', 'an option for keeping its output'),
  value('mac-address', '', 'the hardware address of its network card'),
  value('memory', 'm', 'the memory it may use', {
    describe: (size) => `may use ${size} of memory at most; more, and the kernel kills it`,
  }),
  value('memory-reservation', '', 'the memory it gets down to when memory is short'),
  value('memory-swap', '', 'memory and swap together'),
  value('memory-swappiness', '', 'how readily its memory is swapped out'),
  list('mount', '', 'mounts something into it', { describe: describeMount, risk: mountRisk }),
  value('name', '', 'a name of your choice', {
    describe: (name) => `names the container ${name}, so that you can speak of it later`,
  }),
  list('network', '', 'the network it joins', {
    describe: describeNetwork,
    risk: hostRisk(
      'No network of its own: it can use every network interface and port of the host.',
    ),
  }),
  list('network-alias', '', 'one more name in that network', {
    describe: (name) => `the others in that network can also call it ${name}`,
  }),
  on('no-healthcheck', '', 'turns the image’s health check off'),
  on(
    'oom-kill-disable',
    '',
    'is not killed when memory runs out',
    high('When memory runs out, the host may hang instead of ending this container.'),
  ),
  value('oom-score-adj', '', 'how early it is killed when memory runs out'),
  value('pid', '', 'whose processes it sees', {
    describe: describeSharing('the processes'),
    risk: hostRisk('It sees every process of the host, and as root can disturb them.'),
  }),
  value('pids-limit', '', 'how many processes it may have', {
    describe: (count) =>
      count === '-1'
        ? 'may have any number of processes'
        : `may have ${plural(count, 'process').replace('processs', 'processes')} at most`,
  }),
  platform,
  on(
    'privileged',
    '',
    'lifts nearly every wall between the container and the host',
    high('Root in the container is as good as root on the host.'),
  ),
  list('publish', 'p', 'leads a port of your machine to a port in the container', {
    describe: describePublish,
    risk: publishRisk,
  }),
  on('publish-all', 'P', 'leads free ports of your machine to all ports that the image notes', {
    level: 'low',
    text: 'Reachable from your whole network, not only from this machine.',
  }),
  value('pull', '', 'when to fetch the image', {
    describe: (when) =>
      when === 'missing' ? 'fetches the image only if it is missing' : `${when} fetches the image`,
  }),
  on('quiet', 'q', 'says nothing while pulling'),
  on('read-only', '', 'nothing can be written to its files, except in mounts'),
  value('restart', '', 'when to start it again by itself', { describe: describeRestart }),
  on('rm', '', 'removes the container as soon as it ends'),
  value('runtime', '', 'the program that starts it, runc by default'),
  list('security-opt', '', 'a security setting', {
    describe: describeSecurity,
    risk: securityRisk,
  }),
  value('shm-size', '', 'size of its shared memory'),
  on('sig-proxy', '', 'passes your signals on to the process'),
  value('stop-signal', '', 'the signal that asks it to stop'),
  value('stop-timeout', '', 'seconds to wait before it is killed', {
    describe: (count) => `when asked to stop, has ${plural(count, 'second')} before it is killed`,
  }),
  list('storage-opt', '', 'an option for its file system'),
  list('sysctl', '', 'sets a kernel parameter for it', {
    describe: (setting) => `sets the kernel parameter ${setting}, for it alone`,
  }),
  list('tmpfs', '', 'a folder in memory, empty at the start', {
    describe: (path) => `an empty folder in memory at ${path.split(':')[0]}`,
  }),
  tty,
  list('ulimit', '', 'a limit for its processes', {
    describe: (limit) => `limits its processes: ${limit}`,
  }),
  on(
    'use-api-socket',
    '',
    'gives it the engine’s socket',
    high('It can command the engine, which means root on the host.'),
  ),
  user,
  value('userns', '', 'which user ids it has', {
    describe: describeSharing('the user ids'),
    risk: hostRisk('User ids are not remapped: root in there is the host’s root.'),
  }),
  value('uts', '', 'whose host name it has', {
    describe: describeSharing('the host name'),
    risk: hostRisk('It can change the host’s own name.'),
  }),
  list('volume', 'v', 'lets the container see a folder or a volume', {
    describe: describeVolume,
    risk: volumeRisk,
  }),
  value('volume-driver', '', 'who keeps its volumes'),
  list('volumes-from', '', 'the same mounts as another container', {
    describe: (name) => `gets the same mounts as ${name}`,
  }),
  workingDirectory,
];

function describeNetwork(network: string): string {
  if (network === 'none') return 'no network at all, only itself';
  if (network === 'host') return 'the host’s own network';
  if (network.startsWith('container:')) return `shares the network of ${network.slice(10)}`;
  return `joins the network ${network}, where containers find each other by name`;
}

function describeSecurity(option: string): string {
  if (/^no-new-privileges(?:[:=]true)?$/.test(option)) {
    return 'no program in it can gain privileges, setuid or not';
  }
  const profile = /^seccomp[:=](.+)$/.exec(option)?.[1];
  if (profile === 'unconfined') return 'no filter for system calls';
  if (profile !== undefined) return `filters system calls by the profile ${profile}`;
  return `the security setting ${option}`;
}

function securityRisk(option: string): Risk | undefined {
  const [, name] = /^(seccomp|apparmor|systempaths)[:=]unconfined$/.exec(option) ?? [];
  if (name !== undefined) return high(`One wall less: ${name} is off for this container.`);
  return /^label[:=]disable$/.test(option)
    ? high('One wall less: SELinux is off for this container.')
    : undefined;
}
