import { parseVolume } from './parse-volume';
import type { DockerRequest, RunRequest } from './request';

/** What exists after a request that does not exist before, one sentence each. */
export function describeOutcome(request: DockerRequest): readonly string[] {
  switch (request.kind) {
    case 'run':
      return describeRun(request);
    case 'pull':
      return [`The image ${request.image} will be on this engine.`];
    case 'build':
      return request.tags.map((tag) => `An image named ${tag} will be on this engine.`);
    case 'containers':
      return request.verb === 'rm'
        ? [
            `Gone: ${request.containers.join(', ')}${request.volumes ? ', with the volumes that have no name' : ''}.`,
          ]
        : [];
    case 'remove-images':
      return [`Gone: ${request.images.join(', ')}.`];
    case 'network':
    case 'volume':
      return request.verb === 'create' && request.names.length > 0
        ? [`A ${request.kind} named ${request.names.join(', ')} will exist.`]
        : [];
    default:
      return [];
  }
}

function describeRun(request: RunRequest): readonly string[] {
  const { name, remove, start, detach, create } = request;
  const called = name === undefined ? 'with a name that the engine invents' : `named ${name}`;
  const sentences = [
    !start
      ? `A container ${called} will exist, not started.`
      : detach
        ? `A container ${called} will be running in the background.`
        : `A container ${called} will run until its program ends.`,
  ];
  for (const port of publishedOn(create.HostConfig.PortBindings)) {
    sentences.push(`Port ${port} of your machine will be in use while it runs.`);
  }
  for (const volume of namedVolumes(create.HostConfig.Binds)) {
    sentences.push(`The volume ${volume} stays when the container is gone.`);
  }
  sentences.push(
    remove
      ? 'When it ends, nothing of it stays behind but the image.'
      : 'When it ends, the container stays, with its log, until you remove it.',
  );
  return sentences;
}

function publishedOn(bindings: unknown): readonly string[] {
  if (typeof bindings !== 'object' || bindings === null) return [];
  return Object.values(bindings as Record<string, readonly { HostPort: string }[]>)
    .flat()
    .map(({ HostPort }) => HostPort)
    .filter((port) => port !== '');
}

function namedVolumes(binds: unknown): readonly string[] {
  if (!Array.isArray(binds)) return [];
  return binds
    .map((bind) => parseVolume(String(bind)))
    .filter(({ kind, source }) => kind === 'volume' && source !== '')
    .map(({ source }) => source);
}
