import type { Outcome } from '../../core/command/execution';
import type { InspectRequest } from '../../core/command/request';
import { formatValue } from '../../core/format/format-list';
import { indentJson } from '../../core/format/indent-json';
import { LabError } from '../../core/lab-error';
import { asAnswer } from '../answer';
import { encodeReference } from '../reference';
import { Refusal } from '../refusal';
import { type Context, containerPath, print, printError } from './context';
import { nodeId } from './swarm/node-id';

type Kind = NonNullable<InspectRequest['type']>;

const paths: Readonly<Record<Kind, (name: string) => string>> = {
  container: (name) => containerPath(name, '/json'),
  image: (name) => `/images/${encodeReference(name)}/json`,
  network: (name) => `/networks/${encodeURIComponent(name)}`,
  volume: (name) => `/volumes/${encodeURIComponent(name)}`,
  service: (name) => `/services/${encodeURIComponent(name)}`,
  task: (name) => `/tasks/${encodeURIComponent(name)}`,
  node: (name) => `/nodes/${encodeURIComponent(name)}`,
  plugin: (name) => `/plugins/${encodeReference(name)}/json`,
  secret: (name) => `/secrets/${encodeURIComponent(name)}`,
  config: (name) => `/configs/${encodeURIComponent(name)}`,
};

/** `docker inspect`: what is found is printed, and what is not makes an error after it. */
export async function executeInspect(request: InspectRequest, context: Context): Promise<Outcome> {
  const kinds = request.type === undefined ? (Object.keys(paths) as Kind[]) : [request.type];
  const found: string[] = [];
  const missing: LabError[] = [];
  for (const name of request.names) {
    const meant = request.type === 'node' ? await nodeId(name, context.connection) : name;
    const json = await inspectOne(meant, kinds, request, context);
    if (json instanceof Refusal) missing.push(notFound(name, request, json));
    else found.push(json);
  }
  await print(context.streams, await formatFound(found, request));
  const last = missing.at(-1);
  if (last === undefined) return { exitCode: 0, detached: false, outOfMemory: false };
  for (const { clientWords } of missing.slice(0, -1)) {
    await printError(context.streams, `${clientWords}\n`);
  }
  throw last;
}

async function formatFound(
  found: readonly string[],
  { format, pretty }: InspectRequest,
): Promise<string> {
  if (pretty === true) {
    const { prettyService } = await import('./swarm/pretty-service.js');
    const now = new Date();
    return found
      .map((json) => prettyService(asAnswer(JSON.parse(json), 'the service'), now))
      .join('\n');
  }
  const all = `[${found.map((json) => json.trim()).join(',')}]`;
  if (format === undefined) return found.length === 0 ? '[]\n' : `${indentJson(all)}\n`;
  if (format === 'json') return `${all}\n`;
  if (found.length === 0) return '\n';
  return found.map((json) => formatValue(JSON.parse(json), format)).join('');
}

/** The engine's own JSON of the first kind that has the name. */
async function inspectOne(
  name: string,
  kinds: readonly Kind[],
  { size, verbose }: InspectRequest,
  { connection, streams }: Context,
): Promise<string | Refusal> {
  let refusal = new Refusal(404, `no such object: ${name}`);
  for (const kind of kinds) {
    const query = {
      size: kind === 'container' && size ? 1 : undefined,
      verbose: kind === 'network' && verbose ? 1 : undefined,
      insertDefaults: kind === 'service' ? 'true' : undefined,
    };
    try {
      const json = await connection.text({ method: 'GET', path: paths[kind](name), query });
      if (size && kind !== 'container') {
        await printError(streams, `WARNING: --size ignored for ${kind}\n`);
      }
      return json;
    } catch (error) {
      if (!(error instanceof Refusal) || !isMissing(error.status)) throw error;
      refusal = error;
    }
  }
  return refusal;
}

/** An engine that is in no swarm has none of a swarm's things (503); old ones do not know them. */
function isMissing(status: number): boolean {
  return [400, 404, 406, 501, 503].includes(status);
}

function notFound(name: string, request: InspectRequest, cause: Refusal): LabError {
  const { type } = request;
  const message =
    type === undefined
      ? `There is nothing named ${name} on the engine.`
      : `There is no ${type} named ${name}.`;
  return new LabError('not-found', message, {
    advice: `docker ${listCommand(type)} lists those there are.`,
    cause,
    clientWords: clientWords(name, request, cause),
  });
}

function clientWords(name: string, { type, isTypeFlag }: InspectRequest, cause: Refusal): string {
  const isService = type === 'service' && !isTypeFlag;
  if (isService && cause.status === 404) return `Error: no such service: ${name}`;
  return type === undefined ? `Error: No such object: ${name}` : cause.clientWords;
}

function listCommand(type: InspectRequest['type']): string {
  return type === 'image'
    ? 'images'
    : type === undefined || type === 'container'
      ? 'ps --all'
      : `${type} ls`;
}
