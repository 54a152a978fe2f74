import { answers, asAnswers, number, strings } from '../answer';
import type { Connection } from '../connection';
import { portTakenBy, Refusal, takenPort } from '../refusal';
import { containerPath } from './context';

/** Starts a container; a port that is taken is told with who has it. */
export async function startContainer(
  id: string,
  connection: Connection,
  detachKeys?: string,
): Promise<void> {
  const path = containerPath(id, '/start');
  try {
    await connection.text({ method: 'POST', path, query: { detachKeys } });
  } catch (error) {
    const port = error instanceof Refusal ? takenPort(error.message) : undefined;
    if (port === undefined) throw error;
    throw portTakenBy(port, await holderOf(port, connection), error);
  }
}

/** The running container that has the host's port; `undefined` when it is another program's. */
async function holderOf(port: number, connection: Connection): Promise<string | undefined> {
  const call = { method: 'GET', path: '/containers/json', timeout: 5000 } as const;
  const containers = await connection.json(call).then(
    (value) => asAnswers(value, 'containers'),
    () => [],
  );
  const holder = containers.find((container) =>
    answers(container, 'Ports').some((binding) => number(binding, 'PublicPort') === port),
  );
  return holder === undefined ? undefined : strings(holder, 'Names')[0]?.replace(/^\//, '');
}
