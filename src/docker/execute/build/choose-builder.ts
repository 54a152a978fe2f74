import type { IncomingHttpHeaders } from 'node:http';
import type { BuildRequest } from '../../../core/command/request';
import type { Connection } from '../../connection';
import { Refusal } from '../../refusal';

export type Builder = 'buildkit' | 'classic';

/**
 * BuildKit where the engine has it, and nobody asked for the classic builder. Podman builds in the
 * classic way, and so does an engine that says so, as on Windows.
 */
export async function chooseBuilder(
  { classic }: BuildRequest,
  connection: Connection,
): Promise<Builder> {
  if (classic) return 'classic';
  const headers = await pingHeaders(connection);
  if (headers === undefined) return 'classic';
  const isPodman = headers['libpod-api-version'] !== undefined;
  return isPodman || headers['builder-version'] === '1' ? 'classic' : 'buildkit';
}

async function pingHeaders(connection: Connection): Promise<IncomingHttpHeaders | undefined> {
  try {
    const response = await connection.stream({ method: 'GET', path: '/_ping' });
    response.resume();
    return response.headers;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
