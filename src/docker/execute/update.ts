import type { Outcome } from '../../core/command/execution';
import type { UpdateRequest } from '../../core/command/request';
import { asAnswer, strings } from '../answer';
import { type Context, containerPath, print, printError } from './context';
import { forEachName } from './each';

/** `docker update`: new limits, without a restart. */
export async function executeUpdate(
  { containers, changes }: UpdateRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams } = context;
  const warnings: string[] = [];
  const outcome = await forEachName(containers, context, async (name) => {
    const path = containerPath(name, '/update');
    const answer = await connection.json({ method: 'POST', path, body: changes });
    warnings.push(...strings(asAnswer(answer, 'the change'), 'Warnings'));
    await print(streams, `${name}\n`);
  });
  if (warnings.length > 0) await printError(streams, `${warnings.join('\n')}\n`);
  return outcome;
}
