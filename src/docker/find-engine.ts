import type { Endpoint } from './endpoint';
import { endpointTrouble, nowhere } from './endpoint-trouble';
import {
  askEndpoint,
  chosenEndpoint,
  type EngineSearch,
  usualEndpoints,
  withAnswer,
} from './engine-search';
import type { PingTrouble } from './ping';

/**
 * Finds an engine that answers. An address that someone chose (a setting, `DOCKER_HOST`,
 * `DOCKER_CONTEXT`) is the only one tried, so that nothing runs on an engine nobody meant.
 * Rejects with `no-engine` and what to do about it.
 */
export async function findEngine(search: EngineSearch): Promise<Endpoint> {
  const chosen = await chosenEndpoint(search);
  if (chosen !== undefined) {
    const result = await askEndpoint(chosen, search);
    if (result.kind === 'answers') return withAnswer(chosen, result);
    throw endpointTrouble(chosen, result, search.platform);
  }
  let worth: { endpoint: Endpoint; result: PingTrouble } | undefined;
  for (const endpoint of await usualEndpoints(search)) {
    const result = await askEndpoint(endpoint, search);
    if (result.kind === 'answers') return withAnswer(endpoint, result);
    // Something is there and cannot be used: the first such, but one that is only forbidden counts more.
    const isThere = result.kind !== 'absent' && result.kind !== 'refuses';
    const isForbidden = result.kind === 'denied' && worth?.result.kind !== 'denied';
    if (isThere && (worth === undefined || isForbidden)) worth = { endpoint, result };
  }
  throw worth === undefined
    ? nowhere(search.platform)
    : endpointTrouble(worth.endpoint, worth.result, search.platform);
}
