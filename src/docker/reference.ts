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

/** As a part of a path: slashes stay, all else that a path cannot hold is encoded. */
export function encodeReference(reference: string): string {
  return reference.split('/').map(encodeURIComponent).join('/');
}
