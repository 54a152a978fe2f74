import type { Outcome } from '../../../core/command/execution';
import type { ListServicesRequest } from '../../../core/command/swarm-request';
import { formatList } from '../../../core/format/format-list';
import { truncateId } from '../../../core/format/truncate';
import { type Answer, answers, asAnswers, below, number, text } from '../../answer';
import { type Context, print } from '../context';
import { done } from './done';
import { imageWithoutDigest, natural } from './words';

/** `docker service ls`. */
export async function executeListServices(
  { filters, format, quiet }: ListServicesRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const query = {
    status: 'true',
    filters: Object.keys(filters).length === 0 ? undefined : filters,
  };
  const answer = await connection.json({ method: 'GET', path: '/services', query });
  const items = asAnswers(answer, 'services')
    .map(serviceItem)
    .toSorted((a, b) => natural.compare(a.Name, b.Name));
  await print(streams, formatList({ items, ...columns }, format, quiet));
  return done;
}

const columns = {
  headings: {
    ID: 'ID',
    Name: 'NAME',
    Mode: 'MODE',
    Replicas: 'REPLICAS',
    Image: 'IMAGE',
    Ports: 'PORTS',
  },
  usual: 'table {{.ID}}\t{{.Name}}\t{{.Mode}}\t{{.Replicas}}\t{{.Image}}\t{{.Ports}}',
  quiet: '{{.ID}}',
};

function serviceItem(service: Answer) {
  const spec = below(service, 'Spec');
  const container = below(below(spec, 'TaskTemplate'), 'ContainerSpec');
  return {
    ID: truncateId(text(service, 'ID')),
    Image: imageWithoutDigest(text(container, 'Image')),
    Mode: modeOf(below(spec, 'Mode')),
    Name: text(spec, 'Name'),
    Ports: portsOf(below(service, 'Endpoint')),
    Replicas: replicasOf(service),
  };
}

function modeOf(mode: Answer): string {
  if (mode.Global !== undefined) return 'global';
  if (mode.ReplicatedJob !== undefined) return 'replicated job';
  return mode.GlobalJob === undefined ? 'replicated' : 'global job';
}

function replicasOf(service: Answer): string {
  const spec = below(service, 'Spec');
  const mode = below(spec, 'Mode');
  const status = below(service, 'ServiceStatus');
  const [running, desired, completed] = ['RunningTasks', 'DesiredTasks', 'CompletedTasks'].map(
    (name) => number(status, name) ?? 0,
  );
  const count = `${running}/${desired}`;
  if (mode.ReplicatedJob !== undefined) {
    const total = number(below(mode, 'ReplicatedJob'), 'TotalCompletions') ?? 0;
    return `${count} (${completed}/${total} completed)`;
  }
  if (mode.GlobalJob !== undefined) {
    return `${count} (${completed}/${(desired ?? 0) + (completed ?? 0)} completed)`;
  }
  const most = number(below(below(spec, 'TaskTemplate'), 'Placement'), 'MaxReplicas') ?? 0;
  return most > 0 ? `${count} (max ${most} per node)` : count;
}

/** Only what every node publishes; a port of a single node belongs to its task. */
function portsOf(endpoint: Answer): string {
  const ports = answers(endpoint, 'Ports').filter((port) => port.PublishMode === 'ingress');
  return ports.map(portText).join(', ');
}

function portText(port: Answer): string {
  const published = number(port, 'PublishedPort') ?? 0;
  return `*:${published}->${number(port, 'TargetPort')}/${text(port, 'Protocol')}`;
}
