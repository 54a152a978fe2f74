import type { LoginRequest, LogoutRequest } from '../../core/command/engine-requests';
import type { Outcome } from '../../core/command/execution';
import { LabError } from '../../core/lab-error';
import { type Answer, asAnswer, below, text } from '../answer';
import {
  changeConfiguration,
  configurationFolder,
  readConfiguration,
} from '../credentials/client-configuration';
import {
  eraseCredentials,
  getCredentials,
  storeCredentials,
} from '../credentials/credential-helper';
import { hostOf, hubKey, registryNamed } from '../credentials/registry';
import { helperFor } from '../credentials/registry-auth';
import { type Context, print } from './context';
import { InputLines } from './input-lines';

const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };

/**
 * `docker login`. The secret is typed without being shown or piped in, tried, and handed to the
 * user's credential helper. Where there is none it is refused before anything is asked, since the
 * only other place would be a file in clear.
 */
export async function executeLogin(request: LoginRequest, context: Context): Promise<Outcome> {
  const { connection, streams } = context;
  const folder = configurationFolder();
  const registry = registryNamed(request.server);
  const helper = helperFor(registry, await readConfiguration(folder));
  if (helper === undefined) throw nowhereToKeep(folder);
  const { username, password } = await readSecret(request, context);
  const answer = asAnswer(
    await connection.json({
      method: 'POST',
      path: '/auth',
      body: { username, password, serveraddress: registry },
    }),
    'the sign-in',
  );
  const token = text(answer, 'IdentityToken');
  const credentials =
    token === '' ? { username, secret: password } : { username: '<token>', secret: token };
  await storeCredentials(helper, registry, credentials);
  await changeConfiguration(folder, (configuration) => ({
    ...configuration,
    auths: { ...below(configuration, 'auths'), [registry]: {} },
  }));
  await print(streams, `${text(answer, 'Status') || 'Login Succeeded'}\n`);
  return done;
}

async function readSecret(
  { username: given, passwordFromInput }: LoginRequest,
  { streams, options }: Context,
): Promise<{ readonly username: string; readonly password: string }> {
  const input = new InputLines(streams, options.signal);
  if (passwordFromInput) {
    const password = (await input.rest()).replace(/\r?\n$/, '');
    return { username: given ?? '', password };
  }
  if (streams.terminal === undefined) {
    throw new LabError('usage', 'There is no terminal to type a password in.', {
      advice: 'Pipe it in: docker login --username NAME --password-stdin',
      clientWords: 'Error: Cannot perform an interactive login from a non TTY device',
    });
  }
  if (given === undefined) await print(streams, 'Username: ');
  const username = given ?? (await input.typed(false)).trim();
  await print(streams, 'Password: ');
  const password = await input.typed(true);
  if (username === '' || password === '') {
    throw new LabError('usage', 'A name and a password are needed to sign in.', {
      clientWords: 'Error: username and password are required',
    });
  }
  return { username, password };
}

function nowhereToKeep(folder: string): LabError {
  return new LabError(
    'unsupported',
    'No credential helper is configured, so there is no safe place to keep the sign-in.',
    {
      advice: `Install one (docker-credential-pass, -secretservice, -osxkeychain or -wincred) and name it as “credsStore” in ${folder}/config.json. Or sign in with the docker client in a terminal of yours, which keeps the password in that file unencrypted; it is used here then.`,
    },
  );
}

/** `docker logout`: forgets the sign-in, in the helper and in the file. */
export async function executeLogout(
  { server }: LogoutRequest,
  { streams }: Context,
): Promise<Outcome> {
  const folder = configurationFolder();
  const registry = registryNamed(server);
  await print(streams, `Removing login credentials for ${registry}\n`);
  const configuration = await readConfiguration(folder);
  const helper = helperFor(registry, configuration);
  if (helper !== undefined) await eraseAll(helper, registry);
  const isMeant = (key: string): boolean => key === registry || hostOf(key) === registry;
  if (!Object.keys(below(configuration, 'auths')).some(isMeant)) return done;
  await changeConfiguration(folder, (present) => withoutAuths(present, isMeant));
  return done;
}

/** A sign-in may be kept under its host or under an address; one by browser has keys besides. */
async function eraseAll(helper: string, registry: string): Promise<void> {
  const isHub = registry === hubKey;
  const tokens = [`${hubKey}refresh-token`, `${hubKey}access-token`];
  const byBrowser = isHub && (await getCredentials(helper, `${hubKey}refresh-token`)) !== undefined;
  const addresses = isHub ? [] : [`http://${registry}`, `https://${registry}`];
  for (const name of [registry, ...addresses, ...(byBrowser ? tokens : [])]) {
    await eraseCredentials(helper, name);
  }
}

function withoutAuths(configuration: Answer, isMeant: (key: string) => boolean): Answer {
  const kept = Object.entries(below(configuration, 'auths')).filter(([key]) => !isMeant(key));
  return { ...configuration, auths: Object.fromEntries(kept) };
}
