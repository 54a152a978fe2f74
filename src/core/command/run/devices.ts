import { parseInteger, parsePairs, wrongValue } from '../parse-values';

export function parseDevice(value: string) {
  const [host = '', second, third] = value.split(':');
  const isMode = (text: string | undefined) => text !== undefined && /^[rwm]+$/.test(text);
  const inside = second === undefined || isMode(second) ? host : second;
  const permissions = third ?? (isMode(second) ? second : 'rwm');
  return { PathOnHost: host, PathInContainer: inside, CgroupPermissions: permissions };
}

export function deviceNumber(
  flag: string,
  value: string,
  field: string,
  parse: (flag: string, value: string) => number,
) {
  const at = value.lastIndexOf(':');
  if (at < 1) throw wrongValue(flag, value, 'Write it as DEVICE:NUMBER, such as /dev/sda:1mb.');
  return { Path: value.slice(0, at), [field]: parse(flag, value.slice(at + 1)) };
}

export function parseGpus(value: string) {
  const fields = value.includes('=')
    ? parsePairs(value.replace(/^"|"$/g, '').split(','))
    : { count: value };
  const count =
    fields.count === 'all'
      ? -1
      : fields.count === undefined
        ? 0
        : parseInteger('gpus', fields.count);
  return {
    Driver: fields.driver ?? '',
    Count: fields.device === undefined ? count : 0,
    DeviceIDs: fields.device === undefined ? undefined : fields.device.split(';'),
    Capabilities: [['gpu']],
  };
}
