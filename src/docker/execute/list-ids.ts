import { asAnswers, text } from '../answer';
import type { Context } from './context';

/** Ids of the containers that run, or of all, as the client shortens them. */
export async function listIds(
  all: boolean,
  { connection }: Pick<Context, 'connection'>,
): Promise<readonly string[]> {
  const query = { all: all ? 1 : undefined };
  const answer = await connection.json({ method: 'GET', path: '/containers/json', query });
  return asAnswers(answer, 'containers').map((container) => text(container, 'Id').slice(0, 12));
}
