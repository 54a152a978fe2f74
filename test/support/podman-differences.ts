/** A test that Podman cannot pass, by the end of its full title, and why. */
export interface PodmanDifference {
  readonly title: RegExp;
  readonly reason: string;
}

/** What docs/engines.md tells users, test by test. */
export const podmanDifferences: readonly PodmanDifference[] = [
  {
    title: /knows that memory ran out/,
    reason: 'Podman 4.3 does not tell that memory ran out, with control groups of version 1',
  },
  {
    title: /labels nameless volumes/,
    reason: 'volumes: Podman 4.3 puts no labels on those that it makes with a container',
  },
  {
    title: /prints of the engine what the docker client prints$/,
    reason: 'info: Podman lists its runtimes in no order, and other drivers',
  },
  {
    title: /stop, start, rename, wait and rm do their work|docker top nothing-here/,
    reason: 'Podman says in words of its own that there is no such container',
  },
  {
    title: /pull tells digest and status/,
    reason: 'Podman tells neither digest nor status of a pull',
  },
  { title: /tag and rmi$/, reason: 'Podman says docker.io/library/ with what it untags' },
  {
    title: /docker top /,
    reason: 'top: Podman 4.3 answers nothing for a container that has ended',
  },
  {
    title: /docker (?:container )?stats /,
    reason: 'stats: Podman 4.3 answers nothing for a container that has ended',
  },
  {
    title: /docker search --filter nonsense/,
    reason: 'Podman falls over a filter that it does not know',
  },
  { title: /--type service/, reason: 'Podman has no services' },
  { title: /docker system df -v$/, reason: 'df: Podman does not name its images' },
  {
    title: /docker inspect --format '\{\{\.HostConfig\.Memory\}\}/,
    reason: 'inspect: Podman says its own limit of processes where none was given',
  },
  { title: /docker load/, reason: 'load: Podman names a temporary file of its own in the error' },
  {
    title: /makes the same network for (?!.*--subnet)/,
    reason: 'networks: Podman takes the next free addresses, for ours and for the client’s',
  },
  {
    title: /makes the same network for --config-only/,
    reason: 'networks: Podman keeps the addresses of a network that is only a pattern',
  },
  {
    title: /makes the same volume for -d local -o type=tmpfs/,
    reason: 'volumes: Podman 4.3 fails to make it, now and then',
  },
];
