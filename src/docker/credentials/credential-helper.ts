import { spawn } from 'node:child_process';
import { text as readAll } from 'node:stream/consumers';
import { LabError } from '../../core/lab-error';
import { asAnswer, text } from '../answer';

/** A sign-in as a helper keeps it. The user `<token>` means that the secret is an identity token. */
export interface HelperCredentials {
  readonly username: string;
  readonly secret: string;
}

/** What a helper keeps for a registry; `undefined` for nothing. */
export async function getCredentials(
  helper: string,
  registry: string,
): Promise<HelperCredentials | undefined> {
  const { exitCode, output } = await call(helper, 'get', registry);
  if (exitCode !== 0) {
    if (/credentials not found/.test(output)) return undefined;
    throw helperFailed(helper, output);
  }
  const answer = asAnswer(JSON.parse(output), 'a credential helper');
  return { username: text(answer, 'Username'), secret: text(answer, 'Secret') };
}

export async function storeCredentials(
  helper: string,
  registry: string,
  { username, secret }: HelperCredentials,
): Promise<void> {
  const input = JSON.stringify({ ServerURL: registry, Username: username, Secret: secret });
  const { exitCode, output } = await call(helper, 'store', input);
  if (exitCode !== 0) throw helperFailed(helper, output);
}

/** Forgets a registry; one that is not known is forgotten already. */
export async function eraseCredentials(helper: string, registry: string): Promise<void> {
  const { exitCode, output } = await call(helper, 'erase', registry);
  if (exitCode !== 0 && !/not found/.test(output)) throw helperFailed(helper, output);
}

interface HelperAnswer {
  readonly exitCode: number;
  readonly output: string;
}

/** Speaks to `docker-credential-NAME` as the docker client does: by its input, through no shell. */
async function call(
  helper: string,
  verb: 'get' | 'store' | 'erase',
  input: string,
): Promise<HelperAnswer> {
  if (!/^[\w.-]+$/.test(helper)) throw helperFailed(helper, 'that is no name of a helper');
  const child = spawn(`docker-credential-${helper}`, [verb], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  // One that reads nothing closes its input first.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  try {
    const [output, exitCode] = await Promise.all([readAll(child.stdout), ended]);
    return { exitCode, output: output.trim() };
  } catch (cause) {
    throw helperFailed(helper, 'it cannot be started', cause);
  }
}

/** What a helper prints when it fails is a reason; what it prints when all is well is a secret. */
function helperFailed(helper: string, reason: string, cause?: unknown): LabError {
  const why = reason.split('\n')[0]?.slice(0, 200) || 'it does not say why';
  return new LabError('missing-tool', `The credential helper ${helper} does not help: ${why}.`, {
    advice: `config.json of the docker client names it. Is docker-credential-${helper} installed?`,
    cause,
  });
}
