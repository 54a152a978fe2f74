import type { PlanStep } from '../core/command/plan';
import type { ExerciseBlock } from '../core/lesson/lesson';

/** What an exercise makes and removes by name. */
export type NamedKind = 'container' | 'image' | 'volume' | 'network';

/** What finding a taken name asks for. */
export interface NameKeeper {
  /** The steps of a command block, or a LabError when it cannot be understood. */
  plan(command: string): readonly PlanStep[];
  /** Whether something of this name exists that is not this run's own. */
  isTaken(kind: NamedKind, name: string): Promise<boolean>;
}

/**
 * A solution may remove and replace what it names. On a machine where such a name is somebody's
 * own, nothing is to be run at all: the sentence that says so, or `undefined`.
 */
export async function findTakenName(
  { setup, solution, cleanup }: ExerciseBlock,
  keeper: NameKeeper,
): Promise<string | undefined> {
  const commands = solution.flatMap((block) => (block.kind === 'run' ? [block.command] : []));
  const names = [...setup, ...commands, ...cleanup]
    .flatMap((command) => keeper.plan(command))
    .flatMap(namesIn);
  for (const { kind, name } of names) {
    if (!(await keeper.isTaken(kind, name))) continue;
    const { article, remove } = words[kind];
    return `There is ${article} ${kind} named ${name} already, and it is not ours to replace. Remove it first: docker ${remove} ${name}`;
  }
  return undefined;
}

const words: Readonly<Record<NamedKind, { readonly article: string; readonly remove: string }>> = {
  container: { article: 'a', remove: 'rm' },
  image: { article: 'an', remove: 'rmi' },
  volume: { article: 'a', remove: 'volume rm' },
  network: { article: 'a', remove: 'network rm' },
};

function namesIn(step: PlanStep): readonly { readonly kind: NamedKind; readonly name: string }[] {
  if (step.kind !== 'docker') return [];
  const { request } = step;
  switch (request.kind) {
    case 'run':
      return request.name === undefined ? [] : [{ kind: 'container', name: request.name }];
    case 'containers':
      return request.containers.map((name) => ({ kind: 'container', name }));
    case 'build':
      return request.tags.map((name) => ({ kind: 'image', name }));
    case 'tag':
      return [{ kind: 'image', name: request.target }];
    case 'remove-images':
      return request.images.map((name) => ({ kind: 'image', name }));
    case 'volume':
    case 'network': {
      const { kind, verb, names } = request;
      return verb === 'create' || verb === 'rm' ? names.map((name) => ({ kind, name })) : [];
    }
    default:
      return [];
  }
}
