import type { Options } from '../parse-options';
import type { PortBinding } from '../parse-ports';
import { contradiction, parseWholePairs } from '../parse-values';
import { withoutUndefined } from '../without-undefined';
import { readDevices } from './devices';
import { parseHost, parseLink, parseNameServer } from './hosts';
import { readLimits } from './limits';
import type { Mounts } from './mounts';
import { readNamespaces } from './namespaces';
import { portBindings } from './port-bindings';
import { parseRestart } from './restart';
import { capabilityNames, securityOptions } from './security';
import { parseSysctls } from './sysctls';

/** The API’s `HostConfig`: what the host gives to the container, and keeps from it. */
export function hostConfig(
  options: Options,
  given: {
    readonly ports: readonly PortBinding[];
    readonly mounts: Mounts;
    readonly networkMode: string | undefined;
  },
): Readonly<Record<string, unknown>> {
  const { ports, networkMode } = given;
  const several = (flag: string) => someOf(options.all(flag));
  const isOn = (flag: string) => (options.isOn(flag) ? true : undefined);
  return withoutUndefined({
    AutoRemove: isOn('rm'),
    Binds: someOf(given.mounts.binds),
    Mounts: someOf(given.mounts.mounts),
    Tmpfs: several('tmpfs') && given.mounts.tmpfs,
    PortBindings: ports.length === 0 ? undefined : portBindings(ports),
    PublishAllPorts: isOn('publish-all'),
    NetworkMode: networkMode,
    // Spelled out, as the client does: inspect shows it as it came.
    RestartPolicy: options.parsed('restart', parseRestart) ?? parseRestart('restart', 'no'),
    Privileged: isOn('privileged'),
    ReadonlyRootfs: isOn('read-only'),
    Init: options.last('init') === undefined ? undefined : options.isOn('init'),
    CapAdd: someOf(capabilityNames(options.all('cap-add'))),
    CapDrop: someOf(capabilityNames(options.all('cap-drop'))),
    ...securityOptions(options),
    ...readNamespaces(options),
    CgroupParent: options.last('cgroup-parent'),
    ...readLimits(options),
    ...readDevices(options),
    Sysctls: several('sysctl') && parseSysctls(options.all('sysctl')),
    Dns: several('dns')?.map(parseNameServer),
    DnsOptions: several('dns-option'),
    DnsSearch: several('dns-search'),
    ExtraHosts: several('add-host')?.map(parseHost),
    GroupAdd: several('group-add'),
    Links: several('link')?.map(parseLink),
    VolumesFrom: several('volumes-from'),
    VolumeDriver: options.last('volume-driver'),
    LogConfig: logConfig(options),
    StorageOpt:
      several('storage-opt') && parseWholePairs('storage-opt', options.all('storage-opt')),
    Annotations: several('annotation') && parseWholePairs('annotation', options.all('annotation')),
    Runtime: options.last('runtime'),
    Isolation: options.last('isolation'),
    ContainerIDFile: options.last('cidfile'),
  });
}

function someOf<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

function logConfig(options: Options) {
  const driver = options.last('log-driver');
  const settings = options.all('log-opt');
  if (driver === undefined && settings.length === 0) return undefined;
  if (driver === 'none' && settings.length > 0) {
    throw contradiction('--log-driver none keeps nothing, so --log-opt has nothing to say.');
  }
  return { Type: driver ?? '', Config: parseWholePairs('log-opt', settings) };
}
