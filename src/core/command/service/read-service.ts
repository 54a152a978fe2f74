import { LabError } from '../../lab-error';
import { one } from '../argument-count';
import type { Options } from '../parse-options';
import { parseChoice, parseIntegerWithin } from '../parse-values';
import type { Surroundings } from '../plan';
import type { GivenCommand } from '../requests/request-reader';
import type {
  Body,
  CreateServiceRequest,
  ServiceChanges,
  UpdateServiceRequest,
  Waiting,
} from '../swarm-request';
import { mergeBodies } from './merge-bodies';
import { readServiceFields } from './service-fields';
import { changeList, serviceLists } from './service-lists';
import { layFields } from './usual-policies';

/** What the docker client asks for when nothing else is said. */
const usual: Body = {
  Labels: {},
  TaskTemplate: {
    ContainerSpec: { Init: false, DNSConfig: {} },
    Resources: { Limits: {}, Reservations: {} },
    Placement: {},
    ForceUpdate: 0,
  },
  EndpointSpec: { Mode: 'vip' },
};

const natural = parseIntegerWithin(0, Number.POSITIVE_INFINITY);

/** `docker service create`. */
export function readCreateService(given: GivenCommand): CreateServiceRequest {
  const { options, names, surroundings } = given;
  const [image, ...command] = names;
  if (image === undefined) {
    throw new LabError('usage', 'docker service create needs the name of an image.');
  }
  const mode = serviceMode(options);
  const own = {
    Name: options.last('name') ?? '',
    Mode: mode,
    TaskTemplate: {
      ContainerSpec: { Image: image, ...(command.length > 0 && { Args: command }) },
    },
  };
  const set = layFields([usual, own].reduce(mergeBodies, {}), readServiceFields(options));
  const spec = Object.keys(serviceLists).reduce((body, name) => {
    const values = valuesOf(options, name, name, surroundings);
    return changeList(body, name, { add: values, remove: [] });
  }, set);
  return {
    kind: 'create-service',
    spec,
    environmentFiles: options.all('env-file'),
    waiting: waitingOf(options),
    resolveImage: !options.isOn('no-resolve-image'),
  };
}

/** `docker service update`, and `docker service rollback` with its few flags. */
export function readUpdateService(given: GivenCommand): UpdateServiceRequest {
  const { name, options, names } = given;
  const isCommand = name === 'service rollback';
  return {
    kind: 'update-service',
    service: one(names, name, 'the name of a service'),
    changes: readChanges(given),
    rollback: isCommand ? 'command' : options.isOn('rollback') ? 'flag' : 'no',
    waiting: waitingOf(options),
    resolveImage: !options.isOn('no-resolve-image'),
  };
}

function readChanges({ options, surroundings }: GivenCommand): ServiceChanges {
  const changes = Object.keys(serviceLists).map((name) => {
    const flag = name.startsWith('cap-') ? name : `${name}-add`;
    const add = valuesOf(options, name, flag, surroundings);
    // A value that cannot be read is refused now, before anything is asked of the engine.
    changeList({}, name, { add, remove: [] });
    return [name, { add, remove: options.all(`${name}-rm`) }] as const;
  });
  const lists = changes.filter(([, { add, remove }]) => add.length + remove.length > 0);
  return {
    set: readServiceFields(options),
    replicas: options.parsed('replicas', natural),
    force: options.isOn('force'),
    lists: Object.fromEntries(lists),
  };
}

/** `-e NAME` takes the value from here and is left out where it has none; `NET_ADMIN` is `CAP_…`. */
function valuesOf(
  options: Options,
  name: string,
  flag: string,
  { variables }: Surroundings,
): readonly string[] {
  const values = options.all(flag);
  if (name.startsWith('cap-')) {
    return values.map((value) =>
      `CAP_${value.toUpperCase().replace(/^CAP_/, '')}`.replace('CAP_ALL', 'ALL'),
    );
  }
  if (name !== 'env') return values;
  return values.flatMap((value) => {
    if (value.includes('=')) return [value];
    const own = variables[value];
    return own === undefined ? [value] : [`${value}=${own}`];
  });
}

function serviceMode(options: Options): Readonly<Record<string, Body>> {
  const modes = ['replicated', 'global', 'replicated-job', 'global-job'] as const;
  const mode =
    options.parsed('mode', (flag, value) => parseChoice(flag, value, modes)) ?? 'replicated';
  const replicas = options.parsed('replicas', natural);
  const concurrent = options.parsed('max-concurrent', natural);
  if (replicas !== undefined && mode.startsWith('global')) {
    throw refused('replicas can only be used with replicated or replicated-job mode');
  }
  if (concurrent !== undefined && mode !== 'replicated-job') {
    throw refused('max-concurrent can only be used with replicated-job mode');
  }
  switch (mode) {
    case 'global':
      return { Global: {} };
    case 'global-job':
      return { GlobalJob: {} };
    case 'replicated-job': {
      const total = replicas ?? 1;
      return { ReplicatedJob: { MaxConcurrent: concurrent ?? total, TotalCompletions: total } };
    }
    case 'replicated':
      return { Replicated: { Replicas: replicas ?? 1 } };
  }
}

function refused(clientWords: string): LabError {
  return new LabError('usage', `These flags do not fit together: ${clientWords}.`, {
    clientWords,
    exitCode: 1,
  });
}

/** Whether the end of a change is waited for; a flag that is not there is not given. */
export function waitingOf(options: Options): Waiting {
  if (options.isOn('detach')) return 'detach';
  return options.isOn('quiet') ? 'wait quietly' : 'wait';
}
