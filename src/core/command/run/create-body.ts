import type { Options } from '../parse-options';
import { parseExpose, parsePublish } from '../parse-ports';
import { parseChoice, parseInteger, parsePairs, wrongValue } from '../parse-values';
import type { Surroundings } from '../plan';
import type { CreateBody } from '../request';
import { withoutUndefined } from '../without-undefined';
import { healthcheck } from './health-check';
import { hostConfig } from './host-config';
import { volumesOf } from './mounts';
import { networkingConfig } from './network';
import { portKey } from './port-bindings';

/** The body of `POST /containers/create`, as the command line asks for it. */
export function createBody(
  image: string,
  command: readonly string[],
  options: Options,
  detach: boolean,
  surroundings: Surroundings,
): CreateBody {
  const attach = options.all('attach').map((stream) => parseStream(stream));
  const attaches = (stream: string) =>
    !detach && (attach.length === 0 ? stream !== 'stdin' : attach.includes(stream));
  const interactive = options.isOn('interactive');
  const attachStdin = !detach && (attach.length === 0 ? interactive : attach.includes('stdin'));
  const ports = options.all('publish').flatMap((value) => parsePublish(value));
  const exposed = options.all('expose').flatMap((value) => parseExpose(value));
  const entrypoint = options.last('entrypoint');
  return withoutUndefined({
    Image: image,
    Cmd: command.length === 0 ? undefined : command,
    Entrypoint: entrypoint === undefined ? undefined : [entrypoint],
    Hostname: options.last('hostname'),
    Domainname: options.last('domainname'),
    User: options.last('user'),
    WorkingDir: options.last('workdir'),
    Tty: options.isOn('tty'),
    OpenStdin: interactive,
    StdinOnce: attachStdin && interactive,
    AttachStdin: attachStdin,
    AttachStdout: attaches('stdout'),
    AttachStderr: attaches('stderr'),
    Env: options.all('env').flatMap((pair) => environmentEntry(pair, surroundings)),
    Labels: parsePairs(options.all('label')),
    ExposedPorts: Object.fromEntries([...ports.map(portKey), ...exposed].map((key) => [key, {}])),
    Volumes: Object.fromEntries(
      volumesOf(options)
        .filter((volume) => volume.source === '')
        .map((volume) => [volume.target, {}]),
    ),
    StopSignal: options.last('stop-signal'),
    StopTimeout: options.parsed('stop-timeout', parseInteger),
    Healthcheck: healthcheck(options),
    HostConfig: hostConfig(options, ports, surroundings),
    NetworkingConfig: networkingConfig(options),
  });
}

function parseStream(value: string): string {
  return parseChoice('attach', value.toLowerCase(), ['stdin', 'stdout', 'stderr']);
}

/** `-e NAME` takes the value from the surroundings, and is left out when there is none. */
function environmentEntry(pair: string, { variables }: Surroundings): readonly string[] {
  if (pair.startsWith('=')) throw wrongValue('env', pair, 'Write it as NAME=VALUE.');
  if (pair.includes('=')) return [pair];
  const value = variables[pair];
  return value === undefined ? [] : [`${pair}=${value}`];
}
