import type { ApiNeed } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { asAnswer, text } from '../answer';
import type { Connection } from '../connection';

/** Rejects what the engine is too old for; asks it only when there is something to ask about. */
export async function requireApi(needs: readonly ApiNeed[], connection: Connection): Promise<void> {
  if (needs.length === 0) return;
  const version = await readApiVersion(connection);
  const missing = needs.filter((need) => compareVersions(version, need.version) < 0);
  const [first] = missing;
  if (first === undefined) return;
  const clientWords = missing
    .map(
      (need) =>
        `"--${need.flag}" requires API version ${need.version}, but the Docker daemon API version is ${version}`,
    )
    .join('\n');
  throw new LabError('unsupported', `The engine is too old for --${first.flag}.`, {
    advice: `It needs API version ${first.version}, and the engine has ${version}. Leave the flag out, or update the engine.`,
    clientWords,
  });
}

/** The newest API version that the engine speaks, such as `1.41`. */
export async function readApiVersion(connection: Connection): Promise<string> {
  const answer = await connection.json({ method: 'GET', path: '/version' });
  return text(asAnswer(answer, 'its version'), 'ApiVersion');
}

/** Negative when the first one is older. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
