import type { Outcome } from '../../../core/command/execution';
import { mergeBodies, valueAt } from '../../../core/command/service/merge-bodies';
import { changeList } from '../../../core/command/service/service-lists';
import { updateSpec, withReplicas } from '../../../core/command/service/update-spec';
import type {
  Body,
  CreateServiceRequest,
  ScaleServicesRequest,
  UpdateServiceRequest,
  Waiting,
} from '../../../core/command/swarm-request';
import { LabError } from '../../../core/lab-error';
import { type Answer, asAnswer, below, number, required, strings, text } from '../../answer';
import { toLabError } from '../../refusal';
import { type Context, print, printError } from '../context';
import { readPairs } from '../pairs-file';
import { done } from './done';
import { pinImage } from './pin-image';
import { resolveNames } from './resolve-names';
import { waitForService } from './wait-for-service';

/** `docker service create`. */
export async function executeCreateService(
  request: CreateServiceRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams, options } = context;
  const files = await readPairs(request.environmentFiles, options.workingDirectory, process.env);
  const given = valueAt(request.spec, ['TaskTemplate', 'ContainerSpec', 'Env']);
  const own = Array.isArray(given) ? given.map(String) : [];
  const withFiles = changeList(request.spec, 'env', { add: [...files, ...own], remove: [] });
  const labelled = mergeBodies(withFiles, { Labels: { ...options.labels } });
  const resolved = await resolveNames(labelled, connection);
  const { spec, warning } = await pinImage(resolved, request.resolveImage, context);
  const answer = asAnswer(
    await connection.json({ method: 'POST', path: '/services/create', body: spec }),
    'the new service',
  );
  await warn(answer, warning, context);
  const id = required(answer, 'ID', 'the new service');
  await print(streams, `${id}\n`);
  return wait(id, request.waiting, context);
}

/** `docker service update` and `docker service rollback`. */
export async function executeUpdateService(
  request: UpdateServiceRequest,
  context: Context,
): Promise<Outcome> {
  const { service: name, changes, rollback, waiting } = request;
  const service = await inspectService(name, context);
  const old = below(service, 'Spec');
  if (rollback !== 'no') {
    await warn(await postUpdate(service, old, context, 'previous'), undefined, context);
  } else {
    const changed = await resolveNames(updateSpec(old, changes), context.connection);
    const isNewImage =
      valueAt(changes.set, ['TaskTemplate', 'ContainerSpec', 'Image']) !== undefined;
    const { spec, warning } = await pinImage(changed, isNewImage && request.resolveImage, context);
    await warn(await postUpdate(service, spec, context), warning, context);
  }
  await print(context.streams, `${name}\n`);
  return wait(name, waiting, context);
}

/** `docker service scale`: all of them first, then their ends are waited for. */
export async function executeScaleServices(
  { services, waiting }: ScaleServicesRequest,
  context: Context,
): Promise<Outcome> {
  const scaled: string[] = [];
  const failed: LabError[] = [];
  for (const { name, replicas } of services) {
    try {
      const service = await inspectService(name, context);
      const spec = withReplicas(below(service, 'Spec'), replicas);
      await warn(await postUpdate(service, spec, context), undefined, context);
      await print(context.streams, `${name} scaled to ${replicas}\n`);
      scaled.push(name);
    } catch (thrown) {
      failed.push(failedScale(name, thrown));
    }
  }
  for (const name of scaled) await wait(name, waiting, context);
  for (const { clientWords } of failed.slice(0, -1)) {
    await printError(context.streams, `${clientWords}\n`);
  }
  const last = failed.at(-1);
  if (last !== undefined) throw last;
  return done;
}

function failedScale(name: string, thrown: unknown): LabError {
  const error = toLabError(thrown);
  if (!(error instanceof LabError) || error.code === 'cancelled') throw error;
  const words = error.clientWords?.replace(/^replicas can only be used/, 'scale can only be used');
  return new LabError(error.code, `${name}: ${error.message}`, {
    ...(error.advice !== undefined && { advice: error.advice }),
    cause: error,
    clientWords: `${name}: ${words ?? error.message}`,
  });
}

async function inspectService(name: string, { connection }: Context): Promise<Answer> {
  const path = `/services/${encodeURIComponent(name)}`;
  return asAnswer(await connection.json({ method: 'GET', path }), 'the service');
}

async function postUpdate(
  service: Answer,
  spec: Body,
  { connection }: Context,
  rollback?: 'previous',
): Promise<Answer> {
  const path = `/services/${encodeURIComponent(text(service, 'ID'))}/update`;
  const query = {
    version: number(below(service, 'Version'), 'Index'),
    registryAuthFrom: 'spec',
    rollback,
  };
  const answer = await connection.json({ method: 'POST', path, query, body: spec });
  return asAnswer(answer ?? {}, 'the change of the service');
}

async function warn(
  answer: Answer,
  warning: string | undefined,
  { streams }: Context,
): Promise<void> {
  const lines = [...strings(answer, 'Warnings'), ...(warning === undefined ? [] : [warning])];
  for (const line of lines) await printError(streams, `${line}\n`);
}

async function wait(service: string, waiting: Waiting, context: Context): Promise<Outcome> {
  if (waiting === 'detach') return done;
  return waitForService(service, waiting === 'wait quietly', context);
}
