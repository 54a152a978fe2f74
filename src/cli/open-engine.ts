import { homedir } from 'node:os';
import type { Engine } from '../docker/engine';

/** The engine of this machine, found as the docker client would find it; docker's part loads now. */
export async function openEngine(): Promise<Engine> {
  const [{ findEngine }, { connectEngine }] = await Promise.all([
    import('../docker/find-engine.js'),
    import('../docker/engine.js'),
  ]);
  const endpoint = await findEngine({
    environment: process.env,
    home: homedir(),
    platform: process.platform,
  });
  return connectEngine(endpoint);
}
