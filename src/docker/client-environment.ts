import type { Endpoint } from './endpoint';

/**
 * Variables that lead the machine's own docker client, and Compose, to this engine. Certificates
 * cannot be named by an address: they are where the environment, or the docker context, has them.
 */
export function clientEnvironment(endpoint: Endpoint): Readonly<Record<string, string>> {
  const isTls = endpoint.kind === 'tcp' && endpoint.tls !== undefined;
  // An empty address is none, and one that is set would win over the context.
  if (isTls && endpoint.context) return { DOCKER_HOST: '', DOCKER_CONTEXT: endpoint.context };
  return { DOCKER_HOST: endpoint.url };
}
