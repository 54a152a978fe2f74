import type { EnginePruneRequest } from '../../core/command/engine-requests';
import type { Outcome } from '../../core/command/execution';
import type { Filters } from '../../core/command/request';
import { formatSize } from '../../core/format/size';
import { type Answer, answers, asAnswer, number, strings, text } from '../answer';
import { confirm } from './confirm';
import { type Context, print } from './context';

const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };

/** `docker image prune`, `docker system prune`, `docker builder prune`. */
export async function executeEnginePrune(
  request: EnginePruneRequest,
  context: Context,
): Promise<Outcome> {
  const { streams, options } = context;
  const isSure = request.force || (await confirm(questionOf(request), streams, options.signal));
  if (!isSure) return done;
  let reclaimed = 0;
  for (const step of stepsOf(request)) {
    const answer = asAnswer(await context.connection.json(step.call), 'what was removed');
    reclaimed += number(answer, 'SpaceReclaimed') ?? 0;
    const lines = step.removed(answer);
    if (lines.length > 0) {
      await print(context.streams, `${[step.heading, ...lines].join('\n')}\n\n`);
    }
  }
  await print(context.streams, `Total reclaimed space: ${formatSize(reclaimed, 4)}\n`);
  return done;
}

interface Step {
  readonly heading: string;
  readonly call: {
    readonly method: 'POST';
    readonly path: string;
    readonly query: Readonly<Record<string, unknown>>;
  };
  removed(answer: Answer): readonly string[];
}

function stepsOf(request: EnginePruneRequest): readonly Step[] {
  const { what, all, filters } = request;
  const images = pruneImages(all, filters);
  const cache = pruneCache(request);
  if (what === 'images') return [images];
  if (what === 'build-cache') return [cache];
  const containers = simpleStep('containers', 'Containers', filters);
  const networks = simpleStep('networks', 'Networks', filters);
  const volumes = request.volumes ? [simpleStep('volumes', 'Volumes', filters)] : [];
  return [containers, networks, ...volumes, images, cache];
}

function simpleStep(kind: string, noun: string, filters: Filters): Step {
  return {
    heading: `Deleted ${noun}:`,
    call: { method: 'POST', path: `/${kind}/prune`, query: { filters: unlessEmpty(filters) } },
    removed: (answer) => strings(answer, `${noun}Deleted`),
  };
}

function pruneImages(all: boolean, filters: Filters): Step {
  const query = { filters: { ...filters, dangling: [String(!all)] } };
  return {
    heading: 'Deleted Images:',
    call: { method: 'POST', path: '/images/prune', query },
    removed: (answer) =>
      answers(answer, 'ImagesDeleted').map((image) => {
        const untagged = text(image, 'Untagged');
        return untagged === '' ? `deleted: ${text(image, 'Deleted')}` : `untagged: ${untagged}`;
      }),
  };
}

function pruneCache({ all, filters, keepStorage }: EnginePruneRequest): Step {
  const query = {
    all: all ? 1 : undefined,
    filters: unlessEmpty(filters),
    'keep-storage': keepStorage || undefined,
  };
  return {
    heading: 'Deleted build cache objects:',
    call: { method: 'POST', path: '/build/prune', query },
    removed: (answer) => strings(answer, 'CachesDeleted'),
  };
}

function unlessEmpty(filters: Filters): Filters | undefined {
  return Object.keys(filters).length === 0 ? undefined : filters;
}

const sure = 'Are you sure you want to continue?';

function questionOf({ what, all, volumes, filters }: EnginePruneRequest): string {
  const images = all
    ? 'all images without at least one container associated to them'
    : 'all dangling images';
  if (what === 'images') return `WARNING! This will remove ${images}.\n${sure}`;
  if (what === 'build-cache') {
    return `WARNING! This will remove all ${all ? '' : 'dangling '}build cache. ${sure}`;
  }
  const conditions = Object.entries(filters)
    .flatMap(([name, values]) => values.map((value) => `  - ${name}=${value}`))
    .sort();
  const warnings = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(volumes ? ['all anonymous volumes not used by at least one container'] : []),
    images,
    all ? 'all build cache' : 'unused build cache',
  ];
  return [
    'WARNING! This will remove:',
    ...warnings.map((warning) => `  - ${warning}`),
    ...(conditions.length === 0
      ? []
      : ['', '  Items to be pruned will be filtered with:', ...conditions]),
    '',
    sure,
  ].join('\n');
}
