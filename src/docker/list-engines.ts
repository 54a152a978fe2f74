import { realpath } from 'node:fs/promises';
import { contextPrefix, type EngineChoice, type EngineChoiceState } from '../core/engine-choice';
import { asAnswer, text } from './answer';
import { Connection } from './connection';
import { listContexts, readContext } from './docker-context';
import type { Endpoint } from './endpoint';
import { endpointTrouble } from './endpoint-trouble';
import { engineName } from './engine-facts';
import {
  askEndpoint,
  chosenEndpoint,
  configurationFolder,
  type EngineSearch,
  socketEndpoints,
  withAnswer,
} from './engine-search';
import { toLabError } from './refusal';

/**
 * Every engine that answers now, in the order in which they are looked for, and every docker context
 * with its state. `onChange` gets the whole list each time one more is known: machines far away take
 * their time. Resolves when all are known.
 */
export async function listEngines(
  search: EngineSearch,
  onChange: (choices: readonly EngineChoice[]) => void = () => undefined,
): Promise<readonly EngineChoice[]> {
  const candidates = await withoutTwins(await listCandidates(search));
  const tell = (): readonly EngineChoice[] => {
    const choices = candidates.map(({ choice }) => choice);
    return choices.filter(
      ({ context, state }) => context !== undefined || state.kind === 'answers',
    );
  };
  onChange(tell());
  const asked = candidates.map(async (candidate) => {
    if (candidate.endpoint === undefined) return;
    const state = await stateOf(candidate.endpoint, search);
    candidate.choice = { ...candidate.choice, state };
    onChange(tell());
  });
  await Promise.all(asked);
  return tell();
}

interface Candidate {
  /** `undefined` for a context that cannot be read. */
  readonly endpoint: Endpoint | undefined;
  choice: EngineChoice;
}

async function listCandidates(search: EngineSearch): Promise<readonly Candidate[]> {
  const { environment } = search;
  const configuration = configurationFolder(search);
  // What the environment says, without our setting. An address that cannot be read is no engine.
  const { DOCKER_HOST: host } = environment;
  const named = host
    ? await chosenEndpoint({ ...search, configured: undefined }).catch(() => undefined)
    : undefined;
  const contexts = await Promise.all(
    (await listContexts(configuration)).map(({ name }) => contextCandidate(configuration, name)),
  );
  const sockets = (await socketEndpoints(search)).map(toCandidate);
  return [...(named === undefined ? [] : [toCandidate(named)]), ...contexts, ...sockets];
}

function toCandidate(endpoint: Endpoint): Candidate {
  const { url, origin } = endpoint;
  const choice = {
    address: url,
    context: undefined,
    origin,
    url,
    state: { kind: 'asked' },
  } as const;
  return { endpoint, choice };
}

async function contextCandidate(configuration: string, name: string): Promise<Candidate> {
  const shared = { address: `${contextPrefix}${name}`, context: name };
  try {
    const endpoint = await readContext(configuration, name);
    if (endpoint === undefined) throw new Error('The default context has no file.');
    const { origin, url } = endpoint;
    return { endpoint, choice: { ...shared, origin, url, state: { kind: 'asked' } } };
  } catch (error) {
    const state = { kind: 'silent', reason: messageOf(error) } as const;
    const origin = `the docker context “${name}”`;
    return { endpoint: undefined, choice: { ...shared, origin, url: '', state } };
  }
}

/** One engine may be named in several ways, such as by a link: the first of them counts. */
async function withoutTwins(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const seen = new Set<string>();
  const places = await Promise.all(candidates.map(({ endpoint }) => placeOf(endpoint)));
  return candidates.filter(({ choice }, index) => {
    const place = places[index];
    if (place === undefined) return true;
    const isTwin = seen.has(place);
    seen.add(place);
    return choice.context !== undefined || !isTwin;
  });
}

async function placeOf(endpoint: Endpoint | undefined): Promise<string | undefined> {
  if (endpoint?.kind !== 'socket') return endpoint?.url;
  return realpath(endpoint.path).catch(() => endpoint.path);
}

async function stateOf(endpoint: Endpoint, search: EngineSearch): Promise<EngineChoiceState> {
  const result = await askEndpoint(endpoint, search);
  if (result.kind !== 'answers') {
    const { message } = endpointTrouble(endpoint, result, search.platform);
    return { kind: 'silent', reason: message.replace(/ The address comes from .*$/, '') };
  }
  const connection = new Connection(withAnswer(endpoint, result));
  try {
    const call = { method: 'GET', path: '/version', timeout: 10_000 } as const;
    const version = asAnswer(await connection.json(call), 'itself');
    const name = engineName(version);
    return {
      kind: 'answers',
      name: name === 'unknown' ? 'Engine' : name,
      version: text(version, 'Version'),
    };
  } catch (error) {
    return { kind: 'silent', reason: messageOf(toLabError(error)) };
  } finally {
    connection.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
