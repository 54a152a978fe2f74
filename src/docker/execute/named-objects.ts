import type { Outcome } from '../../core/command/execution';
import type { NamedObjectRequest } from '../../core/command/request';
import { formatList } from '../../core/format/format-list';
import { goTime } from '../../core/format/go-time';
import { truncateId } from '../../core/format/truncate';
import { LabError } from '../../core/lab-error';
import { type Answer, asAnswer, asAnswers, required, stringMap, text } from '../answer';
import { Refusal, toLabError } from '../refusal';
import { type Context, print, printError } from './context';
import { forEachName } from './each';
import { joinLabels } from './list-containers';

/** `docker network …` and `docker volume …`. */
export async function executeNamedObject(
  request: NamedObjectRequest,
  context: Context,
): Promise<Outcome> {
  const { kind, verb } = request;
  switch (verb) {
    case 'create':
      return createVolume(request, context);
    case 'ls':
      return listObjects(request, context);
    case 'rm':
      return kind === 'network'
        ? removeNetworks(request, context)
        : removeVolumes(request, context);
    case 'disconnect':
      return disconnect(request, context);
  }
}

async function createVolume(request: NamedObjectRequest, context: Context): Promise<Outcome> {
  const { connection, streams, options } = context;
  const body = {
    Name: request.names[0],
    Driver: request.driver,
    DriverOpts: Object.keys(request.options).length === 0 ? undefined : request.options,
    Labels: { ...request.labels, ...options.labels },
  };
  const answer = await connection.json({ method: 'POST', path: '/volumes/create', body });
  const volume = asAnswer(answer, 'the new volume');
  await print(streams, `${required(volume, 'Name', 'the new volume')}\n`);
  return { exitCode: 0, detached: false, outOfMemory: false };
}

function removeVolumes({ names, force }: NamedObjectRequest, context: Context): Promise<Outcome> {
  return forEachName(names, context, async (name) => {
    const path = `/volumes/${encodeURIComponent(name)}`;
    const query = { force: force ? 1 : undefined };
    await context.connection.text({ method: 'DELETE', path, query });
    await print(context.streams, `${name}\n`);
  });
}

async function removeNetworks(
  { names, force }: NamedObjectRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams } = context;
  try {
    const outcome = await forEachName(names, context, async (name) => {
      const path = `/networks/${encodeURIComponent(name)}`;
      const isGone = await connection.text({ method: 'DELETE', path }).then(
        () => true,
        (error) => {
          if (force && error instanceof Refusal && error.status === 404) return false;
          throw error;
        },
      );
      if (isGone) await print(streams, `${name}\n`);
    });
    if (outcome.exitCode !== 0) await printError(streams, `${failedRemoval}\n`);
    return outcome;
  } catch (thrown) {
    const error = toLabError(thrown);
    if (!(error instanceof LabError) || error.clientWords === undefined) throw error;
    const { code, message, advice, cause } = error;
    const clientWords = `${error.clientWords}\n${failedRemoval}`;
    throw new LabError(code, message, { ...(advice && { advice }), cause, clientWords });
  }
}

/** How the client ends when networks cannot be removed; programs may read it. */
const failedRemoval = 'exit status 1';

async function disconnect(
  { names, force }: NamedObjectRequest,
  { connection }: Context,
): Promise<Outcome> {
  const [network = '', container = ''] = names;
  const path = `/networks/${encodeURIComponent(network)}/disconnect`;
  const body = { Container: container, Force: force };
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
  const items = objects.toSorted(byName).map((object) => {
    return isVolume ? volumeItem(object) : networkItem(object, request.noTruncate);
  });
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
    IPv4: 'IPV4',
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
    Links: 'LINKS',
    Size: 'SIZE',
    Group: 'GROUP',
    Availability: 'AVAILABILITY',
    Status: 'STATUS',
  },
  usual: 'table {{.Driver}}\t{{.Name}}',
  quiet: '{{.Name}}',
};

function networkItem(network: Answer, isWhole: boolean): Record<string, string> {
  return {
    CreatedAt: goTime(text(network, 'Created')),
    Driver: text(network, 'Driver'),
    ID: isWhole ? text(network, 'Id') : truncateId(text(network, 'Id')),
    IPv4: String(network.EnableIPv4 === true),
    IPv6: String(network.EnableIPv6 === true),
    Internal: String(network.Internal === true),
    Labels: joinLabels(stringMap(network, 'Labels')),
    Name: text(network, 'Name'),
    Scope: text(network, 'Scope'),
  };
}

export function volumeItem(volume: Answer): Record<string, string> {
  return {
    Availability: 'N/A',
    Driver: text(volume, 'Driver'),
    Group: 'N/A',
    Labels: joinLabels(stringMap(volume, 'Labels')),
    Links: 'N/A',
    Mountpoint: text(volume, 'Mountpoint'),
    Name: text(volume, 'Name'),
    Scope: text(volume, 'Scope'),
    Size: 'N/A',
    Status: 'N/A',
  };
}
