import { formatBinarySize } from '../../../core/format/size';
import { formatAgo } from '../../../core/format/time';
import { type Answer, answers, below, number, stringMap, strings, text, time } from '../../answer';

/** A service as `docker service inspect --pretty` shows it to people. */
export function prettyService(service: Answer, now: Date): string {
  const spec = below(service, 'Spec');
  const template = below(spec, 'TaskTemplate');
  const container = below(template, 'ContainerSpec');
  const lines = [
    '',
    `ID:\t\t${text(service, 'ID')}`,
    `Name:\t\t${text(spec, 'Name')}`,
    ...labelLines(stringMap(spec, 'Labels')),
    ...modeLines(below(spec, 'Mode')),
    ...statusLines(below(service, 'UpdateStatus'), now),
    ...placementLines(below(template, 'Placement')),
    ...changeLines('Update', spec.UpdateConfig),
    ...changeLines('Rollback', spec.RollbackConfig),
    ...containerLines(container),
    ...rightsLines(container),
    ...mountLines(answers(container, 'Mounts')),
    ...referenceLines('Config', answers(container, 'Configs')),
    ...referenceLines('Secret', answers(container, 'Secrets')),
    ...logLines(below(template, 'LogDriver')),
    ...resourceLines(below(template, 'Resources')),
    ...networkLines(answers(template, 'Networks')),
    `Endpoint Mode:\t${text(below(spec, 'EndpointSpec'), 'Mode')}`,
  ];
  const ports = answers(below(service, 'Endpoint'), 'Ports').map(portText);
  const portPart = ports.length === 0 ? '' : `\nPorts:${ports.join('')} `;
  return `${lines.join('\n')}${portPart}${healthText(container.Healthcheck)}\n\n`;
}

function labelLines(labels: Readonly<Record<string, string>>): readonly string[] {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  if (pairs.length === 0) return [];
  return ['Labels:', ...pairs.map(([name, value]) => ` ${name}${value === '' ? '' : `=${value}`}`)];
}

function modeLines(mode: Answer): readonly string[] {
  if (mode.Global !== undefined) return ['Service Mode:\tGlobal'];
  if (mode.Replicated === undefined) return ['Service Mode:'];
  const replicas = number(below(mode, 'Replicated'), 'Replicas');
  return [
    'Service Mode:\tReplicated',
    ...(replicas === undefined ? [] : [` Replicas:\t${replicas}`]),
  ];
}

function statusLines(status: Answer, now: Date): readonly string[] {
  if (text(status, 'State') === '') return [];
  const ago = (name: string, field: string) => {
    const date = time(status, field);
    return date === undefined ? [] : [` ${name}:\t${formatAgo(date, now).toLowerCase()}`];
  };
  return [
    'UpdateStatus:',
    ` State:\t\t${text(status, 'State')}`,
    ...ago('Started', 'StartedAt'),
    ...(text(status, 'State') === 'completed' ? ago('Completed', 'CompletedAt') : []),
    ` Message:\t${text(status, 'Message')}`,
  ];
}

function placementLines(placement: Answer): readonly string[] {
  const constraints = strings(placement, 'Constraints');
  const spreads = answers(placement, 'Preferences').map((preference) => {
    return `spread=${text(below(preference, 'Spread'), 'SpreadDescriptor')}`;
  });
  const most = number(placement, 'MaxReplicas') ?? 0;
  return [
    'Placement:',
    ...(constraints.length === 0 ? [] : [` Constraints:\t[${constraints.join(' ')}]`]),
    ...(spreads.length === 0 ? [] : [` Preferences:   [${spreads.join(' ')}]`]),
    ...(most === 0 ? [] : [` Max Replicas Per Node:   ${most}`]),
  ];
}

function changeLines(name: string, config: unknown): readonly string[] {
  if (typeof config !== 'object' || config === null) return [];
  const change = config as Answer;
  const [delay, monitor] = [number(change, 'Delay') ?? 0, number(change, 'Monitor') ?? 0];
  return [
    `${name}Config:`,
    ` Parallelism:\t${number(change, 'Parallelism') ?? 0}`,
    ...(delay === 0 ? [] : [` Delay:\t\t${goDuration(delay)}`]),
    ` On failure:\t${text(change, 'FailureAction')}`,
    ...(monitor === 0 ? [] : [` Monitoring Period: ${goDuration(monitor)}`]),
    ` Max failure ratio: ${number(change, 'MaxFailureRatio') ?? 0}`,
    ` ${name} order:${' '.repeat(name === 'Update' ? 6 : 4)}${text(change, 'Order')}`,
  ];
}

function containerLines(container: Answer): readonly string[] {
  const row = (name: string, value: string) => (value === '' ? [] : [` ${name}:\t\t${value}`]);
  const words = (name: string, field: string) => {
    return row(
      name,
      strings(container, field)
        .map((word) => `${word} `)
        .join(''),
    );
  };
  const user = text(container, 'User');
  return [
    'ContainerSpec:',
    ` Image:\t\t${text(container, 'Image')}`,
    ...words('Args', 'Args'),
    ...words('Env', 'Env'),
    ...row('Dir', text(container, 'Dir')),
    ...(container.Init === undefined ? [] : [` Init:\t\t${container.Init}`]),
    ...(user === '' ? [] : [` User: ${user}`]),
  ];
}

function rightsLines(container: Answer): readonly string[] {
  const [added, dropped] = ['CapabilityAdd', 'CapabilityDrop'].map((field) => {
    return strings(container, field).join(', ');
  });
  const sysctls = Object.entries(stringMap(container, 'Sysctls')).sort();
  const limits = answers(container, 'Ulimits').map((limit) => {
    return ` ${text(limit, 'Name')}: ${number(limit, 'Soft')}:${number(limit, 'Hard')}`;
  });
  return [
    ...(added || dropped ? ['Capabilities:'] : []),
    ...(added ? [` Add: ${added}`] : []),
    ...(dropped ? [` Drop: ${dropped}`] : []),
    ...(sysctls.length === 0 ? [] : ['SysCtls:']),
    ...sysctls.map(([name, value]) => ` ${name}: ${value}`),
    ...(limits.length === 0 ? [] : ['Ulimits:', ...limits]),
  ];
}

function logLines(driver: Answer): readonly string[] {
  if (text(driver, 'Name') === '') return [];
  const options = Object.entries(stringMap(driver, 'Options')).sort();
  const lines = options.map(([name, value]) => `  ${name}:       ${value}`);
  const more = lines.length === 0 ? [] : [' LogOpts:', ...lines];
  return ['Log Driver:', ` Name:\t\t${text(driver, 'Name')}`, ...more, ''];
}

function mountLines(mounts: readonly Answer[]): readonly string[] {
  if (mounts.length === 0) return [];
  return [
    'Mounts:',
    ...mounts.flatMap((mount) => [
      ` Target:\t${text(mount, 'Target')}`,
      `  Source:\t${text(mount, 'Source')}`,
      `  ReadOnly:\t${mount.ReadOnly === true}`,
      `  Type:\t\t${text(mount, 'Type')}`,
    ]),
  ];
}

function referenceLines(kind: 'Config' | 'Secret', all: readonly Answer[]): readonly string[] {
  if (all.length === 0) return [];
  return [
    `${kind}s:`,
    ...all.flatMap((each) => [
      ` Target:\t${text(below(each, 'File'), 'Name')}`,
      `  Source:\t${text(each, `${kind}Name`)}`,
    ]),
  ];
}

function resourceLines(resources: Answer): readonly string[] {
  const part = (name: 'Reservations' | 'Limits') => {
    const { NanoCPUs: cpus, MemoryBytes: memory } = below(resources, name);
    const pids = number(below(resources, name), 'Pids') ?? 0;
    const lines = [
      ...(typeof cpus === 'number' ? [`  CPU:\t\t${cpus / 1e9}`] : []),
      ...(typeof memory === 'number' ? [`  Memory:\t${formatBinarySize(memory)}`] : []),
      ...(pids > 0 ? [`  PIDs:\t\t${pids}`] : []),
    ];
    return lines.length === 0 ? [] : [` ${name}:`, ...lines];
  };
  return ['Resources:', ...part('Reservations'), ...part('Limits')];
}

function networkLines(networks: readonly Answer[]): readonly string[] {
  if (networks.length === 0) return [];
  return [`Networks:${networks.map((network) => ` ${text(network, 'Target')}`).join('')} `];
}

function portText(port: Answer): string {
  return [
    '',
    ` PublishedPort = ${number(port, 'PublishedPort') ?? 0}`,
    `  Protocol = ${text(port, 'Protocol')}`,
    `  TargetPort = ${number(port, 'TargetPort') ?? 0}`,
    `  PublishMode = ${text(port, 'PublishMode')}`,
  ].join('\n');
}

function healthText(health: unknown): string {
  if (typeof health !== 'object' || health === null) return '';
  const check = health as Answer;
  const span = (field: string) => goDuration(number(check, field) ?? 0);
  const tests = strings(check, 'Test').map((word) => `\n\t Test = ${word}`);
  return [
    '',
    ' Healthcheck:',
    `  Interval = ${span('Interval')}`,
    `  Retries = ${number(check, 'Retries') ?? 0}`,
    `  StartPeriod =\t${span('StartPeriod')}`,
    `  Timeout =\t${span('Timeout')}`,
    ...(tests.length === 0 ? [] : [`  Tests:${tests.join('')} `]),
  ].join('\n');
}

/** Nanoseconds as Go prints them: `1m30s`, `500ms`. */
function goDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 1e9)
    return nanoseconds < 1e6 ? `${nanoseconds / 1e3}µs` : `${nanoseconds / 1e6}ms`;
  const seconds = nanoseconds / 1e9;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${Number((seconds % 60).toFixed(9))}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}
