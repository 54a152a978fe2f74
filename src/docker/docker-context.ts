import { createHash } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../core/lab-error';
import { type Endpoint, parseEndpoint } from './endpoint';

/**
 * The engine of a docker context: the one named, or the current one of the docker client's
 * configuration. `undefined` for the default context, which names no engine of its own.
 */
export async function readContext(
  configuration: string,
  name: string | undefined,
): Promise<Endpoint | undefined> {
  const context = name ?? (await currentContext(configuration));
  if (context === undefined || context === '' || context === 'default') return undefined;
  const folder = hashOf(context);
  const host = engineHost(await readJson(contextFile(configuration, context)));
  if (host === undefined) {
    throw new LabError('no-engine', `The docker context “${context}” names no engine.`, {
      advice: 'docker context ls shows the contexts there are; docker context use NAME picks one.',
    });
  }
  const certificates = join(configuration, 'contexts', 'tls', folder, 'docker');
  const tls = await exists(certificates);
  const origin = `the docker context “${context}”`;
  const endpoint = await parseEndpoint(host, origin, tls ? certificates : undefined);
  return { ...endpoint, context };
}

async function currentContext(configuration: string): Promise<string | undefined> {
  const value = field(await readJson(join(configuration, 'config.json')), 'currentContext');
  return typeof value === 'string' ? value : undefined;
}

function engineHost(meta: unknown): string | undefined {
  const host = field(field(field(meta, 'Endpoints'), 'docker'), 'Host');
  return typeof host === 'string' ? host : undefined;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** `undefined` for a file that is not there, is not ours to read, or is no JSON: then it says nothing. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A context as the docker client lists it. */
export interface ListedContext {
  readonly name: string;
  readonly description: string;
  /** Where its engine listens, as written; empty when the context cannot be read. */
  readonly endpoint: string;
}

/** The contexts that the docker client keeps in its folder, by name; `default`, which is no file, is not among them. */
export async function listContexts(configuration: string): Promise<readonly ListedContext[]> {
  const folder = join(configuration, 'contexts', 'meta');
  const names = await readdir(folder).catch((): string[] => []);
  const files = await Promise.all(names.map((name) => readJson(join(folder, name, 'meta.json'))));
  const contexts = files.flatMap((meta): readonly ListedContext[] => {
    const name = field(meta, 'Name');
    const description = field(field(meta, 'Metadata'), 'Description');
    if (typeof name !== 'string' || name === '') return [];
    const words = typeof description === 'string' ? description : '';
    return [{ name, description: words, endpoint: engineHost(meta) ?? '' }];
  });
  return contexts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where the client keeps what it knows of a context. */
export function contextFile(configuration: string, name: string): string {
  return join(configuration, 'contexts', 'meta', hashOf(name), 'meta.json');
}

/** The client files a context under the hash of its name. */
function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}
