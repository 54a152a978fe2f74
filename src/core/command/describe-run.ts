import { parseVolume } from './parse-volume';
import type { CreateBody, RunRequest } from './request';

/** What exists after `docker run` or `docker create`, one sentence each. */
export function describeRun(request: RunRequest): readonly string[] {
  const { name, remove, start, detach, create } = request;
  const called = name === undefined ? 'with a name that the engine invents' : `named ${name}`;
  const manner = !start
    ? 'will exist, not started'
    : detach
      ? 'will be running in the background'
      : 'will run until its program ends';
  return [
    `A container ${called} ${manner}.`,
    ...describePorts(create.HostConfig.PortBindings),
    ...describeVolumes(create, remove),
    remove
      ? 'When it ends, it is removed. The image stays, for the next time.'
      : 'When it ends, it stays, with its log, until you remove it. So does the image.',
  ];
}

function describePorts(bindings: unknown): readonly string[] {
  if (typeof bindings !== 'object' || bindings === null) return [];
  const all = bindings as Record<string, readonly { HostIp: string; HostPort: string }[]>;
  return Object.entries(all).flatMap(([key, hosts]) => {
    const [port, protocol] = key.split('/');
    const inside = protocol === 'tcp' ? port : `${port} (${protocol})`;
    return hosts.map(({ HostIp, HostPort }) => {
      if (HostPort === '' || HostPort.includes('-')) {
        return `A free port of your machine will lead to its port ${inside}; docker ps tells which.`;
      }
      return protocol === 'tcp'
        ? `At ${address(HostIp, HostPort)} you reach its port ${inside}.`
        : `Port ${HostPort} (${protocol}) of your machine will lead to its port ${inside}.`;
    });
  });
}

function address(host: string, port: string): string {
  const isLocal = /^(?:|0\.0\.0\.0|::|127\..*|::1)$/.test(host);
  const name = isLocal ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return port === '80' ? `http://${name}` : `http://${name}:${port}`;
}

function describeVolumes(create: CreateBody, remove: boolean): readonly string[] {
  const { named, unnamed } = volumesOf(create);
  const sentences = named.map((name) => `The volume ${name} stays when the container is gone.`);
  if (unnamed.length === 0) return sentences;
  const until = remove ? 'goes with it' : 'stays until docker rm --volumes removes both';
  return [
    ...sentences,
    `A volume without a name keeps what it writes to ${unnamed.join(', ')}, and ${until}.`,
  ];
}

function volumesOf({ Volumes, HostConfig }: CreateBody) {
  const { Binds, Mounts } = HostConfig as {
    readonly Binds?: readonly string[];
    readonly Mounts?: readonly { Type: string; Source?: string; Target: string }[];
  };
  const bound = (Binds ?? []).map((bind) => parseVolume(bind));
  const mounted = (Mounts ?? []).filter(({ Type }) => Type === 'volume');
  return {
    named: [
      ...bound.filter(({ kind }) => kind === 'volume').map(({ source }) => source),
      ...mounted.flatMap(({ Source }) => Source ?? []),
    ],
    unnamed: [
      ...Object.keys(Volumes),
      ...mounted.filter(({ Source }) => Source === undefined).map(({ Target }) => Target),
    ],
  };
}
