import { LabError } from '../../core/lab-error';

/**
 * Why an SSH connection to an engine ended, in plain words, from what `ssh` and the shell over there
 * wrote. `hasAnswered` tells that the engine had been reached before.
 */
export function sshTrouble(
  host: string,
  stderr: string,
  hasAnswered: boolean,
  cause?: unknown,
): LabError {
  // ssh's own notes on known hosts and old algorithms explain nothing.
  const said = stderr
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^(?:Warning: |\*\* )/.test(line))
    .join('\n')
    .trim();
  const known = troubles.find(({ sign }) => sign.test(said));
  if (known !== undefined) {
    return new LabError(known.code ?? 'no-engine', known.message(host), {
      advice: known.advice(host),
      cause: cause ?? said,
    });
  }
  if (hasAnswered) {
    return new LabError('engine-gone', `The SSH connection to ${host} broke off.${quoted(said)}`, {
      advice: 'Nothing that was finished is lost. Is the network up? Then try once more.',
      cause: cause ?? said,
    });
  }
  return new LabError(
    'no-engine',
    `The engine on ${host} cannot be reached by SSH.${quoted(said)}`,
    {
      advice: `Try it in a terminal: ssh ${host} docker version`,
      cause: cause ?? said,
    },
  );
}

/** When the program `ssh` itself cannot be run. */
export function noSshProgram(cause: unknown): LabError {
  return new LabError('missing-tool', 'There is no program ssh on this machine.', {
    advice:
      'Install it: sudo apt-get install openssh-client on Debian and Ubuntu, sudo dnf install openssh-clients on Fedora; on Windows it is the optional feature “OpenSSH Client”.',
    cause,
  });
}

interface Trouble {
  readonly sign: RegExp;
  readonly code?: LabError['code'];
  readonly message: (host: string) => string;
  readonly advice: (host: string) => string;
}

const troubles: readonly Trouble[] = [
  {
    sign: /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    message: (host) => `${host} shows another SSH key than it used to.`,
    advice: (host) =>
      `If it was set up anew: ssh-keygen -R ${host}, then connect once in a terminal. If not, somebody may stand between you and it.`,
  },
  {
    sign: /Host key verification failed/,
    message: (host) => `The SSH key of ${host} is not known on this machine.`,
    advice: (host) => `Connect once in a terminal and look at its key: ssh ${host}`,
  },
  {
    sign: /permission denied while trying to connect to the Docker daemon|permission denied.*docker\.sock/i,
    message: (host) => `Your user on ${host} is not allowed to open the engine's socket there.`,
    advice: () =>
      'Over there: sudo usermod -aG docker USER. Whoever is in that group is root on that machine in all but name.',
  },
  {
    sign: /Permission denied \(|Too many authentication failures/,
    code: 'not-allowed',
    message: (host) => `${host} does not let you in by SSH.`,
    advice: (host) =>
      `There is no terminal here to type a password in: use a key, added with ssh-add when it has a passphrase. Try it: ssh ${host} docker version`,
  },
  {
    sign: /Could not resolve hostname/,
    message: (host) => `There is no machine called ${host}.`,
    advice: () => 'Check the spelling, and ~/.ssh/config if it is a name of your own.',
  },
  {
    sign: /timed? ?out/i,
    message: (host) => `${host} does not answer by SSH.`,
    advice: () => 'Is it switched on, and does the network (or the VPN) lead there?',
  },
  {
    sign: /Connection refused|No route to host|Network is unreachable/,
    message: (host) => `No SSH server can be reached on ${host}.`,
    advice: () => 'Check the host and the port. Is the SSH server running over there?',
  },
  {
    sign: /dial-stdio.*not a docker command|unknown (?:command|shorthand)/,
    code: 'unsupported',
    message: (host) => `The docker client on ${host} is too old to be used by SSH.`,
    advice: () => 'Docker 18.09 or later is needed over there.',
  },
  {
    sign: /docker: (?:command )?not found|command not found|not recognized as|No such file.*docker$/im,
    message: (host) =>
      `There is no docker program on ${host}, which is needed to reach the engine.`,
    advice: () =>
      'Install it over there, or put its folder on the PATH that SSH sets (not only a login shell).',
  },
  {
    sign: /Cannot connect to the Docker daemon|failed to connect to the docker API/i,
    message: (host) => `${host} is there, but no container engine answers on it.`,
    advice: () => 'Start it over there: sudo systemctl start docker',
  },
];

function quoted(said: string): string {
  const last = said.split('\n').slice(-3).join(' ').slice(0, 300);
  return last === '' ? '' : ` ssh says: ${last}`;
}
