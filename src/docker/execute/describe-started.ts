import type { StartedContainer } from '../../core/command/execution';
import { asAnswer } from '../answer';
import { toContainerFacts } from '../from-docker';
import { Refusal } from '../refusal';
import { type Context, containerPath } from './context';

/** Name and ports of a container; one that is gone already keeps the name it was given. */
export async function describeStarted(
  id: string,
  name: string | undefined,
  { lasting }: Context,
): Promise<StartedContainer> {
  try {
    const answer = await lasting.json({ method: 'GET', path: containerPath(id, '/json') });
    const facts = toContainerFacts(asAnswer(answer, 'the container'));
    return { id: facts.id, name: facts.name, ports: facts.ports };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { id, name: name ?? id.slice(0, 12), ports: [] };
  }
}
