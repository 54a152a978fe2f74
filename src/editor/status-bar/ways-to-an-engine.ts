/** One way to get a container engine: a command to paste, or a page to read. */
export interface WayToAnEngine {
  readonly label: string;
  readonly description: string;
  readonly command?: string;
  readonly url?: string;
}

/** The shortest ways on this kind of machine, the likeliest first. */
export function waysToAnEngine(platform: NodeJS.Platform): readonly WayToAnEngine[] {
  if (platform === 'darwin') return [startDesktop('open -a Docker'), ...mac, desktop];
  if (platform === 'win32') return [...windows, desktop];
  return [...linux, desktop];
}

function startDesktop(command: string): WayToAnEngine {
  return { label: 'Start Docker Desktop', description: 'when it is installed', command };
}

const desktop: WayToAnEngine = {
  label: 'Read about Docker Desktop',
  description: 'an installer for every system',
  url: 'https://docs.docker.com/get-started/get-docker/',
};

const mac: readonly WayToAnEngine[] = [
  {
    label: 'Install Colima and the docker client',
    description: 'free, from Homebrew',
    command: 'brew install colima docker && colima start',
  },
  {
    label: 'Install Podman',
    description: 'free, from Homebrew',
    command: 'brew install podman && podman machine init && podman machine start',
  },
];

const windows: readonly WayToAnEngine[] = [
  {
    label: 'Install Docker Desktop',
    description: 'with winget',
    command: 'winget install Docker.DockerDesktop',
  },
  {
    label: 'Install Podman',
    description: 'with winget; free',
    command: 'winget install RedHat.Podman; podman machine init; podman machine start',
  },
];

const linux: readonly WayToAnEngine[] = [
  {
    label: 'Start Docker',
    description: 'when it is installed',
    command: 'sudo systemctl start docker',
  },
  {
    label: 'Install Docker on Debian or Ubuntu',
    description: 'from the distribution',
    command: 'sudo apt-get install docker.io',
  },
  {
    label: 'Install Podman on Fedora',
    description: 'with the socket that the Docker API needs',
    command: 'sudo dnf install podman && systemctl --user enable --now podman.socket',
  },
  {
    label: 'Read how to install Docker Engine',
    description: 'every distribution',
    url: 'https://docs.docker.com/engine/install/',
  },
];
