import type { Outcome } from '../../core/command/execution';
import type { ConnectNetworkRequest, CreateNetworkRequest } from '../../core/command/request';
import { asAnswer, required } from '../answer';
import { type Context, print } from './context';

/** `docker network create`. */
export async function executeCreateNetwork(
  { create }: CreateNetworkRequest,
  { connection, streams, options }: Context,
): Promise<Outcome> {
  // Such a network takes over its labels, too, and the engine allows it none of its own.
  const labels = create.ConfigFrom === undefined ? options.labels : {};
  const body = { ...create, Labels: { ...create.Labels, ...labels } };
  const answer = await connection.json({ method: 'POST', path: '/networks/create', body });
  const network = asAnswer(answer, 'the new network');
  await print(streams, `${required(network, 'Id', 'the new network')}\n`);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

/** `docker network connect`. */
export async function executeConnectNetwork(
  { network, container, endpoint }: ConnectNetworkRequest,
  { connection }: Context,
): Promise<Outcome> {
  const body = { Container: container, EndpointConfig: endpoint };
  const path = `/networks/${encodeURIComponent(network)}/connect`;
  await connection.text({ method: 'POST', path, body });
  return { exitCode: 0, detached: false, outOfMemory: false };
}
