import { describeBeyond } from './describe-beyond';
import { describeRun } from './describe-run';
import type { ComposeRequest, CopyRequest, DockerRequest, PruneRequest } from './request';
import type { CreateServiceRequest } from './swarm-request';

/** What exists after the requests that does not exist before, one sentence each. */
export function describeOutcomes(requests: readonly DockerRequest[]): readonly string[] {
  const sentences = requests.flatMap((request, index) => {
    const later = requests.slice(index + 1);
    return request.kind === 'containers' && request.verb === 'rm'
      ? removal(request.containers, request.volumes, later)
      : describeOutcome(request);
  });
  return [...new Set(sentences)];
}

/** The same for one request. */
export function describeOutcome(request: DockerRequest): readonly string[] {
  switch (request.kind) {
    case 'run':
      return describeRun(request);
    case 'pull':
      return [`The image ${request.image} will be on this engine.`];
    case 'build':
      return request.tags.map((tag) => `An image named ${tag} will be on this engine.`);
    case 'tag':
      return [`The image ${request.source} will also be called ${request.target}.`];
    case 'copy':
      return describeCopy(request);
    case 'commit':
      return [
        `${request.image === undefined ? 'An image without a name' : `An image named ${request.image}`}, with the files of ${request.container}, will be on this engine.`,
      ];
    case 'export':
      return request.output === undefined
        ? []
        : [`The file ${request.output} will hold all files of ${request.container}.`];
    case 'update':
      return [`${noun('container', request.containers)} will have the new limits at once.`];
    case 'prune-containers':
      return ['Every container that has ended and fits will be gone, with what it had written.'];
    case 'containers':
      return describeVerb(request.verb, request.containers, request.volumes);
    case 'remove-images':
      return [`${noun('image', request.images)} will be gone from this engine.`];
    case 'network':
    case 'volume':
      if (request.names.length === 0) return [];
      if (request.verb === 'create')
        return [`A ${request.kind} named ${request.names.join(', ')} will exist.`];
      return request.verb === 'rm' ? [`${noun(request.kind, request.names)} will be gone.`] : [];
    case 'create-network':
      return [`A network named ${request.create.Name} will exist.`];
    case 'connect-network':
      return [`The container ${request.container} will be in the network ${request.network}.`];
    case 'prune':
      return [describePrune(request)];
    case 'push':
    case 'save':
    case 'load':
    case 'import':
    case 'context':
    case 'login':
    case 'logout':
    case 'prune-engine':
      return describeBeyond(request);
    case 'init-swarm':
      return ['This engine will be a swarm of one node, and its manager.'];
    case 'join-swarm':
      return ['This engine will be a node of the swarm.'];
    case 'leave-swarm':
      return ['This engine will be in no swarm; what the swarm ran here will be gone.'];
    case 'create-service':
      return describeService(request);
    case 'scale-services':
      return request.services.map(({ name, replicas }) => {
        return `The service ${name} will run ${replicas} ${replicas === 1 ? 'task' : 'tasks'}.`;
      });
    case 'remove-swarm-objects':
      return [`${noun(request.of, request.names)} will be gone.`];
    case 'secret':
    case 'config':
      return request.verb === 'ls' ? [] : [`A ${request.kind} named ${request.name} will exist.`];
    case 'compose':
      return describeCompose(request);
    default:
      return [];
  }
}

function describeVerb(verb: string, names: readonly string[], volumes: boolean) {
  switch (verb) {
    case 'rm':
      return removal(names, volumes, []);
    case 'start':
    case 'restart':
      return [`${noun('container', names)} will be running.`];
    case 'stop':
      return [`${noun('container', names)} will have ended, and can be started again.`];
    case 'rename':
      return [`The container ${names[0]} will be called ${names[1]}.`];
    default:
      return [];
  }
}

/** A container that is removed and made again under its name is replaced, not gone. */
function removal(
  names: readonly string[],
  volumes: boolean,
  later: readonly DockerRequest[],
): readonly string[] {
  const isMade = (name: string) =>
    later.some((request) => request.kind === 'run' && request.name === name);
  const [replaced, gone] = [names.filter(isMade), names.filter((name) => !isMade(name))];
  const whose = gone.length === 1 ? 'its' : 'their';
  const also = volumes ? `, and so will ${whose} volumes that have no name` : '';
  return [
    ...replaced.map(
      (name) => `The old container ${name} will be gone, and a new one in its place.`,
    ),
    ...(gone.length === 0 ? [] : [`${noun('container', gone)} will be gone${also}.`]),
  ];
}

function describeService({ spec }: CreateServiceRequest): readonly string[] {
  const name = spec.Name === '' ? 'with a name of the engine’s choice' : `named ${spec.Name}`;
  return [`A service ${name} will exist; the swarm keeps its containers running.`];
}

function describePrune({ what, all, filters }: PruneRequest): string {
  const fitting = Object.keys(filters).length === 0 ? '' : ' that fits the filters,';
  if (what === 'network') return `Every network${fitting} that no container uses will be gone.`;
  const which = all ? 'volume' : 'volume without a name (before Docker 23: every volume)';
  return `Every ${which}${fitting} that no container uses will be gone, with what is in it.`;
}

function describeCopy({ direction, container, containerPath, localPath }: CopyRequest) {
  if (localPath === '-' && direction === 'from') return [];
  const source = localPath === '-' ? 'what comes in' : localPath;
  return direction === 'from'
    ? [`${localPath} on your machine will be a copy of ${containerPath}, or hold one.`]
    : [`${containerPath} in ${container} will be a copy of ${source}, or hold one.`];
}

function describeCompose({ arguments: words }: ComposeRequest): readonly string[] {
  const has = (...flags: readonly string[]) => words.some((word) => flags.includes(word));
  if (words.includes('up')) {
    return has('-d', '--detach')
      ? ['The services of the Compose file will be running in the background.']
      : ['The services of the Compose file will run until you interrupt them.'];
  }
  if (!words.includes('down')) return [];
  const volumes = has('-v', '--volumes') ? ', and the volumes with what is in them' : '';
  return [`The services’ containers and their network will be gone${volumes}.`];
}

function noun(kind: string, names: readonly string[]): string {
  return `The ${kind}${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}
