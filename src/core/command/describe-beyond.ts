import type { DockerRequest } from './request';

/** Requests whose outcome lies beside containers, networks and volumes: registries, files, room. */
type BeyondRequest = Extract<
  DockerRequest,
  {
    readonly kind:
      | 'push'
      | 'save'
      | 'load'
      | 'import'
      | 'context'
      | 'login'
      | 'logout'
      | 'prune-engine';
  }
>;

/** What exists after such a request, or is gone. */
export function describeBeyond(request: BeyondRequest): readonly string[] {
  switch (request.kind) {
    case 'push':
      return [`Whoever may read the registry can pull ${request.image} from it.`];
    case 'save':
      return request.output === undefined
        ? []
        : [`The file ${request.output} will hold the images.`];
    case 'load':
      return ['The images of the archive will be on this engine.'];
    case 'import':
      return [
        request.reference === undefined
          ? 'An image without a name will be on this engine.'
          : `An image named ${request.reference} will be on this engine.`,
      ];
    case 'context':
      return request.verb === 'use'
        ? [`Later docker commands will go to the engine of the context ${request.name}.`]
        : [];
    case 'login':
      return ['Your credential helper will keep the sign-in until you log out.'];
    case 'logout':
      return ['The sign-in will be forgotten on this machine.'];
    case 'prune-engine':
      return [describeRemoval(request)];
  }
}

const scopes = {
  images: 'Images that no container uses',
  'build-cache': 'The build cache',
  system: 'Stopped containers, unused networks, unused images and the build cache',
} as const;

function describeRemoval({
  what,
  all,
  volumes,
}: Extract<BeyondRequest, { what: unknown }>): string {
  const dangling = what === 'images' && !all ? ' and that have no name' : '';
  const also = volumes ? ', and so will unused volumes with what is in them' : '';
  return `${scopes[what]}${dangling} will be gone${also}.`;
}
