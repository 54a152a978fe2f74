import { get } from 'node:https';
import { askEngine } from './engine-api.mjs';

/**
 * Whether images can be pulled: this machine reaches Docker Hub, or the engine, which may have
 * ways of its own, does. Without an engine, only the machine is asked.
 * @param {import('./engine-api.mjs').Endpoint} [endpoint]
 */
export async function canPull(endpoint) {
  if (await reachesHub()) return true;
  if (endpoint === undefined) return false;
  const answer = await askEngine(endpoint, {
    path: '/distribution/hello-world/json',
    timeout: 8000,
  }).catch(() => undefined);
  return answer?.status === 200;
}

/**
 * Whether this machine reaches Docker Hub. A proxy in between may answer in its place, so the answer
 * must be a registry's.
 * @returns {Promise<boolean>}
 */
export function reachesHub() {
  return new Promise((resolve) => {
    const request = get('https://registry-1.docker.io/v2/', { timeout: 2000 }, (response) => {
      response.resume();
      const { headers } = response;
      resolve(
        headers['docker-distribution-api-version'] !== undefined ||
          /docker/.test(headers['www-authenticate'] ?? ''),
      );
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
