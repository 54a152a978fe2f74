import type { Outcome } from '../../../core/command/execution';
import type { ListNodesRequest, UpdateNodesRequest } from '../../../core/command/swarm-request';
import { formatList } from '../../../core/format/format-list';
import { type Answer, asAnswer, asAnswers, below, number, stringMap, text } from '../../answer';
import { type Context, print } from '../context';
import { forEachName } from '../each';
import { capitalized, natural } from './words';

/** `docker node ls`. */
export async function executeListNodes(
  { filters, format, quiet }: ListNodesRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const query = { filters: Object.keys(filters).length === 0 ? undefined : filters };
  const nodes = asAnswers(await connection.json({ method: 'GET', path: '/nodes', query }), 'nodes');
  const info = asAnswer(await connection.json({ method: 'GET', path: '/info' }), 'itself');
  const swarm = below(info, 'Swarm');
  const items = nodes
    .toSorted((a, b) => natural.compare(hostname(a), hostname(b)))
    .map((node) => nodeItem(node, swarm));
  await print(streams, formatList({ items, ...columns }, format, quiet));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

const columns = {
  headings: {
    ID: 'ID',
    Self: '',
    Hostname: 'HOSTNAME',
    Status: 'STATUS',
    Availability: 'AVAILABILITY',
    ManagerStatus: 'MANAGER STATUS',
    EngineVersion: 'ENGINE VERSION',
    TLSStatus: 'TLS STATUS',
  },
  usual:
    'table {{.ID}} {{if .Self}}*{{else}} {{ end }}\t{{.Hostname}}\t{{.Status}}\t{{.Availability}}\t{{.ManagerStatus}}\t{{.EngineVersion}}',
  quiet: '{{.ID}}',
};

function nodeItem(node: Answer, swarm: Answer): Readonly<Record<string, unknown>> {
  const manager = below(node, 'ManagerStatus');
  const reachability = manager.Leader === true ? 'leader' : text(manager, 'Reachability');
  return {
    Availability: capitalized(text(below(node, 'Spec'), 'Availability')),
    EngineVersion: text(below(below(node, 'Description'), 'Engine'), 'EngineVersion'),
    Hostname: hostname(node),
    ID: text(node, 'ID'),
    ManagerStatus: capitalized(reachability),
    Self: text(node, 'ID') === text(swarm, 'NodeID'),
    Status: capitalized(text(below(node, 'Status'), 'State')),
    TLSStatus: certificateStatus(node, swarm),
  };
}

/** Whether the node has the certificate that the swarm has now. */
function certificateStatus(node: Answer, swarm: Answer): string {
  const own = below(below(node, 'Description'), 'TLSInfo');
  const cluster = below(below(swarm, 'Cluster'), 'TLSInfo');
  if (own.TrustRoot === undefined || cluster.TrustRoot === undefined) return 'Unknown';
  return own.TrustRoot === cluster.TrustRoot ? 'Ready' : 'Needs Rotation';
}

function hostname(node: Answer): string {
  return text(below(node, 'Description'), 'Hostname');
}

/** `docker node update`, `promote` and `demote`. */
export async function executeUpdateNodes(
  request: UpdateNodesRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams } = context;
  return forEachName(request.nodes, context, async (name) => {
    const path = `/nodes/${encodeURIComponent(name)}`;
    const node = asAnswer(await connection.json({ method: 'GET', path }), 'the node');
    const { verb, role } = request;
    const id = text(node, 'ID');
    if (verb !== 'update' && text(below(node, 'Spec'), 'Role') === role) {
      await print(streams, `Node ${id} is already a ${role}.\n`);
      return;
    }
    const query = { version: number(below(node, 'Version'), 'Index') };
    const body = changedSpec(below(node, 'Spec'), request);
    await connection.text({
      method: 'POST',
      path: `/nodes/${encodeURIComponent(id)}/update`,
      query,
      body,
    });
    const said = {
      update: name,
      promote: `Node ${name} promoted to a manager in the swarm.`,
      demote: `Manager ${name} demoted in the swarm.`,
    };
    await print(streams, `${said[verb]}\n`);
  });
}

function changedSpec(spec: Answer, request: UpdateNodesRequest): Answer {
  const { addLabels, removeLabels, availability, role } = request;
  const kept = Object.entries(stringMap(spec, 'Labels')).filter(
    ([name]) => !removeLabels.includes(name),
  );
  return {
    ...spec,
    Labels: { ...Object.fromEntries(kept), ...addLabels },
    ...(role !== undefined && { Role: role }),
    ...(availability !== undefined && { Availability: availability }),
  };
}
