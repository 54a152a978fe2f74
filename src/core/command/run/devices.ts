import type { Options } from '../parse-options';
import { parseIntegerWithin, parsePairs, splitPair, wrongValue } from '../parse-values';
import { splitFields } from '../split-fields';

/** Devices of the host, in the fields of the Engine API. */
export function readDevices(options: Options) {
  const given = options.all('device');
  const [named, paths] = [given.filter(isNamedDevice), given.filter((one) => !isNamedDevice(one))];
  const gpus = options.last('gpus');
  const requests = [
    ...(gpus === undefined ? [] : [parseGpus(gpus)]),
    ...(named.length === 0 ? [] : [{ Driver: 'cdi', DeviceIDs: named }]),
  ];
  const rules = options.all('device-cgroup-rule').map(parseRule);
  return {
    Devices: paths.length === 0 ? undefined : paths.map(parseDevice),
    DeviceRequests: requests.length === 0 ? undefined : requests,
    DeviceCgroupRules: rules.length === 0 ? undefined : rules,
  };
}

/** A name of the Container Device Interface: `vendor.com/class=name`. */
function isNamedDevice(value: string): boolean {
  return /^[a-z][\w.-]*\/[\w.-]+=[\w.:-]+$/i.test(value);
}

function parseDevice(value: string) {
  const [host = '', second, third, ...others] = value.split(':');
  const isMode = (text: string | undefined) => text !== undefined && /^[rwm]+$/.test(text);
  const isWhole = host.startsWith('/') && others.length === 0 && second !== '';
  if (!isWhole || !(third === undefined || isMode(third))) {
    throw wrongValue('device', value, 'Write it as /dev/NAME, or /dev/NAME:/dev/OTHER:rwm.');
  }
  const inside = second === undefined || isMode(second) ? host : second;
  const permissions = third ?? (isMode(second) ? second : 'rwm');
  return { PathOnHost: host, PathInContainer: inside, CgroupPermissions: permissions };
}

function parseRule(value: string): string {
  if (/^[acb] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/.test(value)) return value;
  throw wrongValue('device-cgroup-rule', value, 'Write it as “c 42:* rmw”.');
}

/** `/dev/sda:1mb`: a disk and a number, in the field of the Engine API. */
export function parseDisk(
  flag: string,
  value: string,
  field: 'Weight' | 'Rate',
  parse: (flag: string, value: string) => number,
) {
  const at = value.lastIndexOf(':');
  const path = value.slice(0, at);
  if (at < 1 || !path.startsWith('/dev/')) {
    throw wrongValue(flag, value, 'Write it as DEVICE:NUMBER, such as /dev/sda:1mb.');
  }
  return { Path: path, [field]: parse(flag, value.slice(at + 1)) };
}

/** `all`, `2`, `device=0`, `"device=0,1"`. */
function parseGpus(value: string) {
  const fields = splitFields(value).map((field) =>
    field.includes('=') ? field : `count=${field}`,
  );
  const { count, device, driver = '', capabilities, options } = parsePairs(fields);
  const isKnown = (field: string) =>
    ['count', 'device', 'driver', 'capabilities', 'options'].includes(splitPair(field)[0]);
  if (!fields.every(isKnown)) {
    throw wrongValue('gpus', value, 'Write it as all, as a number, or as device=ID.');
  }
  return {
    Driver: driver,
    Count: count === undefined ? (device === undefined ? 1 : 0) : parseCount(count),
    ...(device !== undefined && { DeviceIDs: device.split(',') }),
    Capabilities: [[...(capabilities?.split(',') ?? []), 'gpu']],
    Options: options === undefined ? {} : parsePairs(options.split(',')),
  };
}

function parseCount(value: string): number {
  return value === 'all' ? -1 : parseIntegerWithin(-1, Number.POSITIVE_INFINITY)('gpus', value);
}
