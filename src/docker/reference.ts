import { LabError } from '../core/lab-error';

/** An image's reference, taken apart. */
export interface ImageReference {
  /** With the registry, if one is named: `alpine`, `localhost:5000/team/app`. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

export function parseReference(reference: string): ImageReference {
  const [name = '', digest] = reference.split('@', 2);
  // A colon before the last slash belongs to the registry's port.
  const at = name.indexOf(':', name.lastIndexOf('/') + 1);
  if (at < 0) return { repository: name, tag: undefined, digest };
  return { repository: name.slice(0, at), tag: name.slice(at + 1), digest };
}

/** The reference as the docker client prints it: with `latest` when nothing else is said. */
export function withTag(reference: string): string {
  const { repository, tag, digest } = parseReference(reference);
  if (digest !== undefined || tag !== undefined) return reference;
  return `${repository}:latest`;
}

/** As people write it: Podman, and the newest Docker, name Docker Hub with each of its images. */
export function familiarReference(reference: string): string {
  const name = reference.replace(/^(?:index\.)?docker\.io\//, '');
  // Only a path of one part is of the library: `docker.io/library/team/app` is somebody's.
  return name === reference ? reference : name.replace(/^library\/(?=[^/]+$)/, '');
}

/** As a part of a path: slashes stay, all else that a path cannot hold is encoded. */
export function encodeReference(reference: string): string {
  return reference.split('/').map(encodeURIComponent).join('/');
}

/** A repository as the docker client prints it: `docker.io/library/alpine`, `ghcr.io/team/app`. */
export function fullRepository(repository: string): string {
  const [first = '', ...rest] = repository.split('/');
  if (rest.length === 0) return `docker.io/library/${repository}`;
  const hasRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
  if (!hasRegistry) return `docker.io/${repository}`;
  if (first !== 'docker.io' && first !== 'index.docker.io') return repository;
  return `docker.io/${rest.length === 1 ? 'library/' : ''}${rest.join('/')}`;
}

const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const named = new RegExp(
  `^[a-zA-Z0-9.:[\\]-]+/${part}(?:/${part})*(?::[\\w][\\w.-]{0,127})?(?:@[a-z0-9]+(?:[+.-_][a-z0-9]+)*:[0-9a-fA-F]{32,})?$`,
  'i',
);

/** Rejects with `usage` what cannot be the name of an image, in the docker client's words too. */
export function checkReference(reference: string): void {
  const full = fullRepository(reference);
  const remote = parseReference(full.slice(full.indexOf('/') + 1)).repository;
  const isWrongCase = remote !== remote.toLowerCase();
  if (!isWrongCase && named.test(full)) return;
  const reason = isWrongCase ? `: repository name (${remote}) must be lowercase` : '';
  throw new LabError(
    'usage',
    isWrongCase
      ? `The name of an image has no capitals: ${remote}.`
      : `“${reference}” cannot be the name of an image.`,
    {
      advice: 'It looks like alpine, alpine:3.22 or ghcr.io/team/app:1.0.',
      clientWords: `invalid reference format${reason}`,
    },
  );
}
