import type { Outcome } from '../../core/command/execution';
import type { NamedObjectRequest } from '../../core/command/request';
import { formatList } from '../../core/format/format-list';
import { formatTime } from '../../core/format/time';
import { truncateId } from '../../core/format/truncate';
import { type Answer, asAnswer, asAnswers, required, stringMap, text, time } from '../answer';
import { type Context, print } from './context';
import { forEachName } from './each';
import { joinLabels } from './list-containers';

/** `docker network …` and `docker volume …`. */
export async function executeNamedObject(
  request: NamedObjectRequest,
  context: Context,
): Promise<Outcome> {
  const { kind, names, verb } = request;
  switch (verb) {
    case 'create':
      return create(request, context);
    case 'ls':
      return listObjects(request, context);
    case 'rm':
      return forEachName(names, context, async (name) => {
        await remove(kind, name, request.force, context);
        await print(context.streams, `${name}\n`);
      });
    case 'connect':
    case 'disconnect':
      return connectNetwork(verb, request, context);
  }
}

async function create(request: NamedObjectRequest, context: Context): Promise<Outcome> {
  const { connection, streams, options } = context;
  const labels = { ...request.labels, ...options.labels };
  const [name] = request.names;
  if (request.kind === 'volume') {
    const body = {
      Name: name,
      Driver: request.driver,
      DriverOpts: request.options,
      Labels: labels,
    };
    const answer = await connection.json({ method: 'POST', path: '/volumes/create', body });
    await print(
      streams,
      `${required(asAnswer(answer, 'the new volume'), 'Name', 'the new volume')}\n`,
    );
  } else {
    const body = {
      Name: name,
      CheckDuplicate: true,
      Driver: request.driver ?? 'bridge',
      Internal: request.internal,
      Options: request.options,
      IPAM: { Driver: 'default', Config: request.subnets.map((Subnet) => ({ Subnet })) },
      Labels: labels,
    };
    const answer = await connection.json({ method: 'POST', path: '/networks/create', body });
    await print(
      streams,
      `${required(asAnswer(answer, 'the new network'), 'Id', 'the new network')}\n`,
    );
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}

async function remove(
  kind: NamedObjectRequest['kind'],
  name: string,
  force: boolean,
  { connection }: Context,
): Promise<void> {
  const path = `/${kind}s/${encodeURIComponent(name)}`;
  await connection.text({ method: 'DELETE', path, query: { force: force ? 1 : undefined } });
}

async function connectNetwork(
  verb: 'connect' | 'disconnect',
  { names, aliases, force }: NamedObjectRequest,
  { connection }: Context,
): Promise<Outcome> {
  const [network = '', container = ''] = names;
  const body =
    verb === 'connect'
      ? { Container: container, EndpointConfig: { Aliases: aliases } }
      : { Container: container, Force: force };
  const path = `/networks/${encodeURIComponent(network)}/${verb}`;
  await connection.text({ method: 'POST', path, body });
  return { exitCode: 0, detached: false, outOfMemory: false };
}

async function listObjects(request: NamedObjectRequest, context: Context): Promise<Outcome> {
  const { connection, streams } = context;
  const filters = Object.keys(request.filters).length === 0 ? undefined : request.filters;
  const isVolume = request.kind === 'volume';
  const path = isVolume ? '/volumes' : '/networks';
  const value = await connection.json({ method: 'GET', path, query: { filters } });
  const objects = isVolume
    ? asAnswers(asAnswer(value, 'volumes').Volumes, 'volumes')
    : asAnswers(value, 'networks');
  const items = objects.toSorted(byName).map(isVolume ? volumeItem : networkItem);
  const list = { items, ...(isVolume ? volumeColumns : networkColumns) };
  await print(streams, formatList(list, request.format, request.quiet));
  return { exitCode: 0, detached: false, outOfMemory: false };
}

const natural = new Intl.Collator('en', { numeric: true });

function byName(a: Answer, b: Answer): number {
  return natural.compare(text(a, 'Name'), text(b, 'Name'));
}

const networkColumns = {
  headings: {
    ID: 'NETWORK ID',
    Name: 'NAME',
    Driver: 'DRIVER',
    Scope: 'SCOPE',
    Labels: 'LABELS',
    CreatedAt: 'CREATED AT',
    Internal: 'INTERNAL',
    IPv6: 'IPV6',
  },
  usual: 'table {{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}',
  quiet: '{{.ID}}',
};

const volumeColumns = {
  headings: {
    Name: 'VOLUME NAME',
    Driver: 'DRIVER',
    Scope: 'SCOPE',
    Labels: 'LABELS',
    Mountpoint: 'MOUNTPOINT',
  },
  usual: 'table {{.Driver}}\t{{.Name}}',
  quiet: '{{.Name}}',
};

function networkItem(network: Answer): Record<string, string> {
  const created = time(network, 'Created');
  return {
    CreatedAt: created === undefined ? '' : formatTime(created),
    Driver: text(network, 'Driver'),
    ID: truncateId(text(network, 'Id')),
    IPv6: String(network.EnableIPv6 === true),
    Internal: String(network.Internal === true),
    Labels: joinLabels(stringMap(network, 'Labels')),
    Name: text(network, 'Name'),
    Scope: text(network, 'Scope'),
  };
}

function volumeItem(volume: Answer): Record<string, string> {
  return {
    Driver: text(volume, 'Driver'),
    Labels: joinLabels(stringMap(volume, 'Labels')),
    Mountpoint: text(volume, 'Mountpoint'),
    Name: text(volume, 'Name'),
    Scope: text(volume, 'Scope'),
  };
}
