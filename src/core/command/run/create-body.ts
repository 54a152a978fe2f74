import type { Options } from '../parse-options';
import { parseExpose, parsePublish } from '../parse-ports';
import { parseChoice, parseInteger, parsePairs, wrongValue } from '../parse-values';
import type { Surroundings } from '../plan';
import type { CreateBody } from '../request';
import { withoutUndefined } from '../without-undefined';
import { healthcheck } from './health-check';
import { hostConfig } from './host-config';
import { readMounts } from './mounts';
import { readNetworking } from './network';
import { portKey } from './port-bindings';

/** The body of `POST /containers/create`, as the command line asks for it. */
export function createBody(
  image: string,
  command: readonly string[],
  options: Options,
  detach: boolean,
  surroundings: Surroundings,
): CreateBody {
  const ports = options.all('publish').flatMap((value) => parsePublish(value));
  const exposed = options.all('expose').flatMap((value) => parseExpose(value));
  const entrypoint = options.last('entrypoint');
  const mounts = readMounts(options, surroundings);
  const networking = readNetworking(options);
  return withoutUndefined({
    Image: image,
    Cmd: command.length === 0 ? undefined : command,
    Entrypoint: entrypoint === undefined ? undefined : [entrypoint],
    Hostname: options.last('hostname'),
    Domainname: options.last('domainname'),
    User: options.last('user'),
    WorkingDir: options.last('workdir'),
    ...streamsOf(options, detach),
    Env: options.all('env').map((pair) => environmentEntry(pair, surroundings)),
    Labels: parsePairs(options.all('label')),
    ExposedPorts: Object.fromEntries([...ports.map(portKey), ...exposed].map((key) => [key, {}])),
    Volumes: Object.fromEntries(mounts.anonymous.map((path) => [path, {}])),
    StopSignal: options.last('stop-signal'),
    StopTimeout: options.parsed('stop-timeout', parseInteger),
    Healthcheck: healthcheck(options),
    HostConfig: hostConfig(options, { ports, mounts, networkMode: networking.mode }),
    NetworkingConfig: networking.config,
  });
}

function streamsOf(options: Options, detach: boolean) {
  const attach = options
    .all('attach')
    .map((stream) => parseChoice('attach', stream.toLowerCase(), ['stdin', 'stdout', 'stderr']));
  const interactive = options.isOn('interactive');
  const attaches = (stream: 'stdin' | 'stdout' | 'stderr') =>
    !detach &&
    (attach.length > 0 ? attach.includes(stream) : stream === 'stdin' ? interactive : true);
  return {
    Tty: options.isOn('tty'),
    OpenStdin: interactive,
    StdinOnce: attaches('stdin') && interactive,
    AttachStdin: attaches('stdin'),
    AttachStdout: attaches('stdout'),
    AttachStderr: attaches('stderr'),
  };
}

/** `-e NAME` takes the value from the surroundings; without one, it takes the image’s away. */
function environmentEntry(pair: string, { variables }: Surroundings): string {
  if (pair === '' || pair.startsWith('=')) {
    throw wrongValue('env', pair, 'Write it as NAME=VALUE.');
  }
  if (pair.includes('=') || !Object.hasOwn(variables, pair)) return pair;
  const value = variables[pair];
  return value === undefined ? pair : `${pair}=${value}`;
}
