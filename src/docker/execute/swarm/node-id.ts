import { asAnswer, below, text } from '../../answer';
import type { Connection } from '../../connection';

/** `self` is the node that is asked. */
export async function nodeId(name: string, connection: Connection): Promise<string> {
  if (name !== 'self') return name;
  const info = asAnswer(await connection.json({ method: 'GET', path: '/info' }), 'itself');
  return text(below(info, 'Swarm'), 'NodeID') || name;
}
