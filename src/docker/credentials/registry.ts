/** How the docker client files its sign-in to Docker Hub. */
export const hubKey = 'https://index.docker.io/v1/';

/** The registry of an image's name, as sign-ins are filed: `ghcr.io`, or the key of Docker Hub. */
export function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
  if (rest.length === 0 || !isHost) return hubKey;
  return first === 'docker.io' || first === 'index.docker.io' ? hubKey : first;
}

/** A registry as someone names it: `https://ghcr.io/` is `ghcr.io`; none is Docker Hub. */
export function registryNamed(name: string | undefined): string {
  if (name === undefined || name === '' || name === hubKey) return hubKey;
  const host = hostOf(name);
  return host === 'docker.io' || host === 'index.docker.io' ? hubKey : host;
}

/** The host in a key: old files have whole addresses. */
export function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').split('/')[0] ?? '';
}
