import { parseMount } from '../parse-mount';
import { parsePublish } from '../parse-ports';
import { parseVolume } from '../parse-volume';
import type { Risk } from './flag';

/** `8080:80` in words; falls back to a plain phrase while the value cannot be understood. */
export function describePublish(value: string): string {
  const ports = attempt(() => parsePublish(value));
  const [first] = ports ?? [];
  if (ports === undefined || first === undefined)
    return 'leads a port of your machine to the container';
  const inside =
    first.protocol === 'tcp'
      ? `${first.containerPort}`
      : `${first.containerPort} (${first.protocol})`;
  if (ports.length > 1)
    return `leads ${ports.length} ports of your machine to ${ports.length} ports in the container`;
  return first.hostPort === ''
    ? `leads a free port of your machine to port ${inside} in the container`
    : `port ${first.hostPort} of your machine leads to port ${inside} in the container`;
}

export function publishRisk(value: string): Risk | undefined {
  const [first] = attempt(() => parsePublish(value)) ?? [];
  if (first === undefined || /^(?:127\.|::1$)/.test(first.hostAddress)) return undefined;
  return { level: 'low', text: 'Reachable from your whole network, not only from this machine.' };
}

/** `-v` in words. */
export function describeVolume(value: string): string {
  const mount = attempt(() => parseVolume(value));
  if (mount === undefined) return 'lets the container see a folder or a volume';
  return mountWords(mount);
}

export function volumeRisk(value: string): Risk | undefined {
  const mount = attempt(() => parseVolume(value));
  return mount && sourceRisk(mount.source, mount.readOnly);
}

/** `--mount` in words. */
export function describeMount(value: string): string {
  const mount = attempt(() => parseMount(value));
  if (mount === undefined) return 'mounts something into it';
  return mountWords({
    kind: mount.Type,
    source: mount.Source ?? '',
    target: mount.Target,
    readOnly: mount.ReadOnly === true,
  });
}

export function mountRisk(value: string): Risk | undefined {
  const mount = attempt(() => parseMount(value));
  return mount?.Type === 'bind'
    ? sourceRisk(mount.Source ?? '', mount.ReadOnly === true)
    : undefined;
}

function mountWords(mount: {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}): string {
  const manner = mount.readOnly ? ', read-only' : '; what runs there may change it';
  if (mount.kind === 'tmpfs') return `an empty folder in memory at ${mount.target}`;
  if (mount.source === '') return `a new volume without a name at ${mount.target}`;
  return mount.kind === 'bind'
    ? `${mount.source} on your machine appears in the container at ${mount.target}${manner}`
    : `the volume ${mount.source} appears in the container at ${mount.target}${manner}`;
}

const engineSocket = /(?:^|\/)(?:docker|podman|containerd|crio)(?:-desktop)?\.sock$/;
const wholeDisk = /^(?:\/|[A-Za-z]:[\\/])$/;
const systemFolder =
  /^\/(?:(?:etc|boot|dev|proc|sys|var\/lib\/(?:docker|containerd|containers))(?:\/.*)?|(?:usr|lib|lib64|bin|sbin|var|run|var\/(?:run|lib|log))\/?)$/;
const homeFolder =
  /^(?:\/root|\/(?:home|Users)(?:\/[^/]+)?|[A-Za-z]:[\\/]Users(?:[\\/][^\\/]+)?)[\\/]?$/;

function sourceRisk(source: string, readOnly: boolean): Risk | undefined {
  if (engineSocket.test(source)) {
    return {
      level: 'high',
      text: 'The engine’s socket: whoever has it can start anything as root on the host.',
    };
  }
  const can = readOnly ? 'can read' : 'can read and change';
  if (homeFolder.test(source)) {
    return { level: 'medium', text: `The container ${can} a whole home folder, keys and all.` };
  }
  const isDisk = wholeDisk.test(source);
  if (!isDisk && !systemFolder.test(source)) return undefined;
  const where = isDisk ? 'the whole disk of the host' : `the host’s ${source}`;
  return { level: readOnly ? 'medium' : 'high', text: `The container ${can} ${where}.` };
}

/** Words for a value never fail, however odd it is: the parser refuses it in its own place. */
function attempt<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
