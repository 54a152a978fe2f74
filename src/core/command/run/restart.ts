import { parseChoice, parseInteger, wrongValue } from '../parse-values';

/** `HostConfig.RestartPolicy`. */
export interface RestartPolicy {
  readonly Name: 'no' | 'always' | 'unless-stopped' | 'on-failure';
  readonly MaximumRetryCount: number;
}

/** `always`, `on-failure:3` … */
export function parseRestart(flag: string, value: string): RestartPolicy {
  const [name = '', count, ...others] = value.split(':');
  const policy = parseChoice(flag, name, ['no', 'always', 'unless-stopped', 'on-failure']);
  if (others.length > 0 || (count !== undefined && policy !== 'on-failure')) {
    throw wrongValue(flag, value, 'Only on-failure takes a number of tries: on-failure:3.');
  }
  return { Name: policy, MaximumRetryCount: count === undefined ? 0 : parseInteger(flag, count) };
}
