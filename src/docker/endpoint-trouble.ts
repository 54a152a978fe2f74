import { LabError } from '../core/lab-error';
import type { Endpoint } from './endpoint';
import type { PingTrouble } from './ping';

/** What is wrong with an endpoint that does not answer as an engine, in plain words. */
export function endpointTrouble(
  endpoint: Endpoint,
  trouble: PingTrouble,
  platform: NodeJS.Platform,
): LabError {
  const { url, origin } = endpoint;
  switch (trouble.kind) {
    case 'explained':
      return trouble.error;
    case 'denied':
      return notAllowed(endpoint, platform);
    case 'too old':
      return new LabError('unsupported', `The container engine at ${url} is too old.`, {
        advice: 'Update it to Docker 20.10, Podman 4 or later.',
      });
    case 'untrusted':
    case 'wants tls':
    case 'speaks no tls':
      return new LabError(
        'no-engine',
        `${tlsTroubles[trouble.kind](url)} The address comes from ${origin}.`,
        {
          advice: tlsAdvice[trouble.kind],
        },
      );
    default:
      return new LabError(
        'no-engine',
        `${troubles[trouble.kind](url)} The address comes from ${origin}.`,
        { advice: adviceFor(trouble.kind, endpoint, platform) },
      );
  }
}

/** When nobody answers in any of the usual places. */
export function nowhere(platform: NodeJS.Platform): LabError {
  return new LabError('no-engine', 'No container engine answers on this machine.', {
    advice: howToGetOne(platform),
  });
}

const troubles = {
  hangs: (url: string) => `The container engine at ${url} does not answer in time.`,
  refuses: (url: string) => `No container engine listens at ${url}: the connection is refused.`,
  absent: (url: string) => `No container engine is at ${url}.`,
  'no engine': (url: string) => `What answers at ${url} is not a container engine.`,
};

function adviceFor(
  kind: keyof typeof troubles,
  endpoint: Endpoint,
  platform: NodeJS.Platform,
): string {
  if (endpoint.kind === 'ssh') {
    return 'Is that machine switched on, does the network (or the VPN) lead there, and does its engine run?';
  }
  if (kind === 'hangs') return 'Restart the engine (or Docker Desktop), then try again.';
  if (kind === 'no engine') {
    return 'Another program may listen there. Set the address right, or take it away: then an engine of this machine is looked for.';
  }
  return endpoint.kind === 'tcp'
    ? 'Is the address right, and does the engine listen on it? Take it away, and an engine of this machine is looked for.'
    : howToGetOne(platform);
}

const tlsTroubles = {
  untrusted: (url: string) =>
    `The container engine at ${url} and this machine do not trust each other’s certificates.`,
  'wants tls': (url: string) => `The container engine at ${url} only takes encrypted connections.`,
  'speaks no tls': (url: string) =>
    `The container engine at ${url} does not take encrypted connections.`,
};

const tlsAdvice = {
  untrusted:
    'DOCKER_CERT_PATH (or the docker context) names the folder with ca.pem, cert.pem and key.pem for that engine. Are they the right ones, and not too old?',
  'wants tls':
    'Set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem for that engine.',
  'speaks no tls':
    'Is the port right? TLS is usually at 2376. Without DOCKER_TLS_VERIFY the connection is not encrypted: do that on this machine only.',
};

function notAllowed({ url }: Endpoint, platform: NodeJS.Platform): LabError {
  const advice =
    platform === 'linux'
      ? 'Add yourself to its group with sudo usermod -aG docker "$USER", then sign out and in again. Whoever is in that group is root on this machine in all but name; Podman or Docker without root need no such group.'
      : 'Start the engine as the user you are now, or ask who administers this machine.';
  return new LabError(
    'no-engine',
    `A container engine is at ${url}, but you are not allowed to open its socket.`,
    { advice },
  );
}

function howToGetOne(platform: NodeJS.Platform): string {
  if (platform === 'darwin') {
    return 'Start Docker Desktop, OrbStack or Podman Desktop, or run colima start. None installed? brew install colima docker is the shortest way to one.';
  }
  if (platform === 'win32') {
    return 'Start Docker Desktop, or run podman machine start. None installed? winget install Docker.DockerDesktop gets one.';
  }
  return 'Is it installed? Start it: sudo systemctl start docker. If not, install it: sudo apt-get install docker.io on Debian and Ubuntu, sudo dnf install podman-docker on Fedora.';
}
