/**
 * An image reference in full: `nginx` is `docker.io/library/nginx:latest`. Two references name the
 * same image when these are equal. Ids are left as they are.
 */
export function fullReference(reference: string): string {
  if (/^(?:sha256:)?[0-9a-f]{64}$/.test(reference)) return reference;
  const [first = '', ...rest] = reference.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = hasRegistry && first !== 'index.docker.io' ? first : 'docker.io';
  const path = hasRegistry ? rest.join('/') : reference;
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const isPinned = /@|:[^/]+$/.test(repository);
  return `${registry}/${repository}${isPinned ? '' : ':latest'}`;
}

/** Whether two references, as people write them, name the same image. */
export function isSameImage(one: string, other: string): boolean {
  return fullReference(one) === fullReference(other);
}
