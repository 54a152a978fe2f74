import type { Options } from '../parse-options';
import {
  parseChoice,
  parseCpus,
  parseDuration,
  parseInteger,
  parseIntegerWithin,
  parseSize,
  wrongValue,
} from '../parse-values';
import type { Body } from '../swarm-request';
import { bodyAt, mergeBodies } from './merge-bodies';
import { splitCommand } from './split-command';

/** Where a flag's value stands in a ServiceSpec, and how it is read. */
interface Field {
  readonly flag: string;
  readonly path: string;
  readonly parse: (flag: string, value: string) => unknown;
}

const container = 'TaskTemplate.ContainerSpec';
const word = (_: string, value: string) => value;
const isTrue = (_: string, value: string) => value === 'true';
const count = parseIntegerWithin(0, Number.POSITIVE_INFINITY);
const command = (_: string, value: string) => splitCommand(value);
const choice =
  (...choices: readonly string[]) =>
  (flag: string, value: string) =>
    parseChoice(flag, value, choices);

/** Flags that set one field, the same in `service create` and `service update`. */
const fields: readonly Field[] = [
  { flag: 'image', path: `${container}.Image`, parse: word },
  { flag: 'args', path: `${container}.Args`, parse: command },
  { flag: 'entrypoint', path: `${container}.Command`, parse: command },
  { flag: 'hostname', path: `${container}.Hostname`, parse: word },
  { flag: 'workdir', path: `${container}.Dir`, parse: word },
  { flag: 'user', path: `${container}.User`, parse: word },
  { flag: 'tty', path: `${container}.TTY`, parse: isTrue },
  { flag: 'read-only', path: `${container}.ReadOnly`, parse: isTrue },
  { flag: 'init', path: `${container}.Init`, parse: isTrue },
  { flag: 'isolation', path: `${container}.Isolation`, parse: word },
  { flag: 'stop-signal', path: `${container}.StopSignal`, parse: word },
  { flag: 'stop-grace-period', path: `${container}.StopGracePeriod`, parse: parseDuration },
  { flag: 'oom-score-adj', path: `${container}.OomScoreAdj`, parse: parseInteger },
  { flag: 'health-interval', path: `${container}.Healthcheck.Interval`, parse: parseDuration },
  { flag: 'health-timeout', path: `${container}.Healthcheck.Timeout`, parse: parseDuration },
  {
    flag: 'health-start-period',
    path: `${container}.Healthcheck.StartPeriod`,
    parse: parseDuration,
  },
  {
    flag: 'health-start-interval',
    path: `${container}.Healthcheck.StartInterval`,
    parse: parseDuration,
  },
  { flag: 'health-retries', path: `${container}.Healthcheck.Retries`, parse: count },
  { flag: 'limit-cpu', path: 'TaskTemplate.Resources.Limits.NanoCPUs', parse: parseCpus },
  { flag: 'limit-memory', path: 'TaskTemplate.Resources.Limits.MemoryBytes', parse: parseSize },
  { flag: 'limit-pids', path: 'TaskTemplate.Resources.Limits.Pids', parse: count },
  { flag: 'reserve-cpu', path: 'TaskTemplate.Resources.Reservations.NanoCPUs', parse: parseCpus },
  {
    flag: 'reserve-memory',
    path: 'TaskTemplate.Resources.Reservations.MemoryBytes',
    parse: parseSize,
  },
  {
    flag: 'restart-condition',
    path: 'TaskTemplate.RestartPolicy.Condition',
    parse: choice('none', 'on-failure', 'any'),
  },
  { flag: 'restart-delay', path: 'TaskTemplate.RestartPolicy.Delay', parse: parseDuration },
  { flag: 'restart-max-attempts', path: 'TaskTemplate.RestartPolicy.MaxAttempts', parse: count },
  { flag: 'restart-window', path: 'TaskTemplate.RestartPolicy.Window', parse: parseDuration },
  { flag: 'replicas-max-per-node', path: 'TaskTemplate.Placement.MaxReplicas', parse: count },
  { flag: 'log-driver', path: 'TaskTemplate.LogDriver.Name', parse: word },
  { flag: 'endpoint-mode', path: 'EndpointSpec.Mode', parse: choice('vip', 'dnsrr') },
  ...changeFields('update', 'UpdateConfig', ['pause', 'continue', 'rollback']),
  ...changeFields('rollback', 'RollbackConfig', ['pause', 'continue']),
];

/** How an update, or a way back, goes on. */
function changeFields(name: string, path: string, actions: readonly string[]): readonly Field[] {
  return [
    { flag: `${name}-parallelism`, path: `${path}.Parallelism`, parse: count },
    { flag: `${name}-delay`, path: `${path}.Delay`, parse: parseDuration },
    { flag: `${name}-monitor`, path: `${path}.Monitor`, parse: parseDuration },
    { flag: `${name}-failure-action`, path: `${path}.FailureAction`, parse: choice(...actions) },
    { flag: `${name}-max-failure-ratio`, path: `${path}.MaxFailureRatio`, parse: parseRatio },
    {
      flag: `${name}-order`,
      path: `${path}.Order`,
      parse: choice('start-first', 'stop-first'),
    },
  ];
}

/** What the flags that set one field say, as a part of a ServiceSpec. */
export function readServiceFields(options: Options): Body {
  const set = fields.flatMap(({ flag, path, parse }) => {
    const value = options.parsed(flag, parse);
    return value === undefined ? [] : [bodyAt(path.split('.'), value)];
  });
  return [...set, ...healthTest(options), ...logOptions(options)].reduce(mergeBodies, {});
}

function healthTest(options: Options): readonly Body[] {
  const path = [...container.split('.'), 'Healthcheck', 'Test'];
  const text = options.last('health-cmd');
  if (options.isOn('no-healthcheck')) {
    if (text === undefined) return [bodyAt(path, ['NONE'])];
    throw wrongValue('health-cmd', text, 'It cannot stand beside --no-healthcheck.');
  }
  return text === undefined ? [] : [bodyAt(path, ['CMD-SHELL', text])];
}

function logOptions(options: Options): readonly Body[] {
  const given = options.all('log-opt').map((pair) => {
    const at = pair.indexOf('=');
    return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  if (given.length === 0) return [];
  return [bodyAt(['TaskTemplate', 'LogDriver', 'Options'], Object.fromEntries(given))];
}

function parseRatio(flag: string, value: string): number {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(value)) return Number(value);
  throw wrongValue(flag, value, 'It is a part of all tasks, such as 0.25.');
}
