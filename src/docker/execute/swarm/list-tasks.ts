import type { Outcome } from '../../../core/command/execution';
import type { ListTasksRequest } from '../../../core/command/swarm-request';
import { formatDuration } from '../../../core/format/duration';
import { formatList } from '../../../core/format/format-list';
import { ellipsis, truncateId } from '../../../core/format/truncate';
import { LabError } from '../../../core/lab-error';
import { type Answer, answers, asAnswer, asAnswers, below, number, text, time } from '../../answer';
import { type Context, print } from '../context';
import { done } from './done';
import { SwarmNames } from './names';
import { nodeId } from './node-id';
import { capitalized, imageWithoutDigest, natural } from './words';

/** `docker service ps` and `docker node ps`. */
export async function executeListTasks(
  request: ListTasksRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams } = context;
  const { found, missing } =
    request.of === 'service'
      ? await findServices(request, context)
      : await findNodes(request, context);
  if (found.length > 0) {
    const filters = { ...request.filters, [request.of]: found };
    const answer = await connection.json({ method: 'GET', path: '/tasks', query: { filters } });
    const names = new SwarmNames(connection, request.noResolve);
    const items = await taskItems(asAnswers(answer, 'tasks'), names, request);
    await print(streams, formatList({ items, ...columns }, request.format, request.quiet));
  }
  const [first] = missing;
  if (first === undefined) return done;
  throw new LabError('not-found', `There is no service named ${first}.`, {
    advice: 'docker service ls lists those there are.',
    clientWords: missing.map((name) => `no such service: ${name}`).join('\n'),
  });
}

interface Found {
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

/** A name, an id or the beginning of an id, as the docker client understands them. */
async function findServices({ names }: ListTasksRequest, { connection }: Context): Promise<Found> {
  const get = async (filters: object) =>
    asAnswers(
      await connection.json({ method: 'GET', path: '/services', query: { filters } }),
      'services',
    );
  const services = [...(await get({ id: names })), ...(await get({ name: names }))];
  const ids = names.map((name) => {
    const service =
      services.find((each) => text(each, 'ID') === name) ??
      services.find((each) => text(below(each, 'Spec'), 'Name') === name) ??
      services.find((each) => text(each, 'ID').startsWith(name));
    return { name, id: service === undefined ? undefined : text(service, 'ID') };
  });
  return {
    found: ids.flatMap(({ id }) => id ?? []),
    missing: ids.flatMap(({ name, id }) => (id === undefined ? [name] : [])),
  };
}

async function findNodes({ names }: ListTasksRequest, { connection }: Context): Promise<Found> {
  const found: string[] = [];
  for (const name of names.length === 0 ? ['self'] : names) {
    const path = `/nodes/${encodeURIComponent(await nodeId(name, connection))}`;
    found.push(text(asAnswer(await connection.json({ method: 'GET', path }), 'the node'), 'ID'));
  }
  return { found, missing: [] };
}

const columns = {
  headings: {
    ID: 'ID',
    Name: 'NAME',
    Image: 'IMAGE',
    Node: 'NODE',
    DesiredState: 'DESIRED STATE',
    CurrentState: 'CURRENT STATE',
    Error: 'ERROR',
    Ports: 'PORTS',
  },
  usual:
    'table {{.ID}}\t{{.Name}}\t{{.Image}}\t{{.Node}}\t{{.DesiredState}}\t{{.CurrentState}}\t{{.Error}}\t{{.Ports}}',
  quiet: '{{.ID}}',
};

async function taskItems(
  tasks: readonly Answer[],
  names: SwarmNames,
  { noTruncate }: ListTasksRequest,
) {
  const named = await Promise.all(
    tasks.map(async (task) => ({
      task,
      name: await taskName(task, names),
      node: await names.node(text(task, 'NodeID')),
    })),
  );
  const sorted = named.toSorted(
    (a, b) =>
      natural.compare(a.name, b.name) ||
      text(b.task, 'CreatedAt').localeCompare(text(a.task, 'CreatedAt')),
  );
  const now = new Date();
  return sorted.map(({ task, name, node }, index) => {
    const isEarlier = sorted[index - 1]?.name === name;
    return taskItem(task, isEarlier ? ` \\_ ${name}` : name, node, noTruncate, now);
  });
}

async function taskName(task: Answer, names: SwarmNames): Promise<string> {
  const slot = number(task, 'Slot') ?? 0;
  const service = await names.service(text(task, 'ServiceID'));
  return `${service}.${slot === 0 ? text(task, 'NodeID') : slot}`;
}

function taskItem(task: Answer, name: string, node: string, isWhole: boolean, now: Date) {
  const status = below(task, 'Status');
  const image = text(below(below(task, 'Spec'), 'ContainerSpec'), 'Image');
  const error = isWhole ? text(status, 'Err') : ellipsis(text(status, 'Err'), 30);
  const since = time(status, 'Timestamp');
  const age = since === undefined ? 0 : (now.getTime() - since.getTime()) / 1000;
  return {
    CurrentState: `${capitalized(text(status, 'State'))} ${formatDuration(age).toLowerCase()} ago`,
    DesiredState: capitalized(text(task, 'DesiredState')),
    Error: error === '' ? '' : `"${error}"`,
    ID: isWhole ? text(task, 'ID') : truncateId(text(task, 'ID')),
    Image: isWhole ? image : imageWithoutDigest(image),
    Name: name,
    Node: node,
    Ports: answers(below(status, 'PortStatus'), 'Ports')
      .map((port) => `*:${port.PublishedPort}->${port.TargetPort}/${port.Protocol}`)
      .join(','),
  };
}
