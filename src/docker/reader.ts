import type { EngineEvent, EngineFacts } from '../core/engine';
import type { EngineReader } from '../core/ports';
import { type Answer, asAnswer, asAnswers } from './answer';
import type { Connection } from './connection';
import { toEngineFacts } from './engine-facts';
import { followEvents, readEventsSince } from './events';
import {
  toContainerFacts,
  toContainerSummary,
  toImageFacts,
  toImageSummary,
  toNetworkSummary,
  toVolumeSummary,
} from './from-docker';
import { encodeReference } from './reference';
import { Refusal, toLabError } from './refusal';

/** Milliseconds after which an engine that is asked for facts and says nothing counts as gone. */
const patience = 20_000;

/** Reads the engine's answers into our facts. */
export function createReader(connection: Connection): EngineReader {
  const { endpoint } = connection;

  async function get(path: string, query?: Readonly<Record<string, unknown>>): Promise<unknown> {
    try {
      return await connection.json({ method: 'GET', path, query, timeout: patience });
    } catch (error) {
      throw toLabError(error);
    }
  }

  async function find(path: string, what: string): Promise<Answer | undefined> {
    try {
      const value = await connection.json({ method: 'GET', path, timeout: patience });
      return asAnswer(value, what);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw toLabError(error);
    }
  }

  async function engine(): Promise<EngineFacts> {
    const [version, info] = await Promise.all([get('/version'), get('/info')]);
    return toEngineFacts(asAnswer(version, 'itself'), asAnswer(info, 'itself'), endpoint.url);
  }

  return {
    engine,
    async containers() {
      const value = await get('/containers/json', { all: true });
      return asAnswers(value, 'containers').map(toContainerSummary);
    },
    async container(nameOrId) {
      const path = `/containers/${encodeURIComponent(nameOrId)}/json`;
      const answer = nameOrId === '' ? undefined : await find(path, 'a container');
      return answer === undefined ? undefined : toContainerFacts(answer);
    },
    async images() {
      return asAnswers(await get('/images/json'), 'images').map(toImageSummary);
    },
    async image(reference) {
      const answer =
        reference === ''
          ? undefined
          : await find(`/images/${encodeReference(reference)}/json`, 'an image');
      return answer === undefined ? undefined : toImageFacts(answer);
    },
    async volumes() {
      const answer = asAnswer(await get('/volumes'), 'volumes');
      return asAnswers(answer.Volumes, 'volumes').map(toVolumeSummary);
    },
    async networks() {
      return asAnswers(await get('/networks'), 'networks').map(toNetworkSummary);
    },
    async eventsSince(since): Promise<readonly EngineEvent[]> {
      return readEventsSince(connection, since).catch((error) => Promise.reject(toLabError(error)));
    },
    async watchEvents(onEvent, signal) {
      return followEvents(connection, onEvent, signal).catch((error) =>
        Promise.reject(toLabError(error)),
      );
    },
  };
}
