import { access } from 'node:fs/promises';
import type { ContextRequest } from '../../core/command/engine-requests';
import type { Outcome } from '../../core/command/execution';
import { formatList } from '../../core/format/format-list';
import { ellipsis } from '../../core/format/truncate';
import { LabError } from '../../core/lab-error';
import { text } from '../answer';
import {
  changeConfiguration,
  configurationFolder,
  readConfiguration,
} from '../credentials/client-configuration';
import { contextFile, type ListedContext, listContexts } from '../docker-context';
import { type Context, print, printError } from './context';

const done: Outcome = { exitCode: 0, detached: false, outOfMemory: false };

/** `docker context ls`, `show` and `use`: the docker client's own files, which it reads too. */
export async function executeContext(request: ContextRequest, context: Context): Promise<Outcome> {
  const folder = configurationFolder();
  switch (request.verb) {
    case 'ls':
      return listAll(request, folder, context);
    case 'show':
      await print(context.streams, `${await currentName(folder)}\n`);
      return done;
    case 'use':
      return use(request.name ?? '', folder, context);
  }
}

const ownHost = 'DOCKER_HOST environment variable overrides the active context.';
const instead = 'either set the global --context flag, or unset DOCKER_HOST environment variable.';

async function listAll(
  { quiet, format }: ContextRequest,
  folder: string,
  { streams, connection }: Context,
): Promise<Outcome> {
  const { DOCKER_HOST: host } = process.env;
  const current = await currentName(folder);
  const usual: ListedContext = {
    name: 'default',
    description: 'Current DOCKER_HOST based configuration',
    endpoint: host || (current === 'default' ? connection.endpoint.url : defaultHost),
  };
  const known = [usual, ...(await listContexts(folder))];
  const lost = known.some(({ name }) => name === current) ? [] : [current];
  const items = [
    ...known.map((each) => toItem(each, current, '')),
    ...lost.map((name) => {
      const error = missing(folder, name).clientWords ?? '';
      return toItem({ name, description: '', endpoint: '' }, current, ellipsis(error, 45));
    }),
  ];
  const list = {
    headings: {
      Name: 'NAME',
      Description: 'DESCRIPTION',
      DockerEndpoint: 'DOCKER ENDPOINT',
      Error: 'ERROR',
      // No mark in the row of headings.
      Current: '',
    },
    items: items.toSorted((a, b) => natural.compare(a.Name, b.Name)),
    usual:
      'table {{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}',
    quiet: '{{.Name}}',
  };
  await print(streams, formatList(list, format, quiet));
  if (host) await printError(streams, `Warning: ${ownHost} To use a context, ${instead}\n`);
  return done;
}

const natural = new Intl.Collator('en', { numeric: true });
const defaultHost =
  process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';

function toItem({ name, description, endpoint }: ListedContext, current: string, error: string) {
  return {
    Current: name === current,
    Description: description,
    DockerEndpoint: endpoint,
    Error: error,
    Name: name,
  };
}

/** The context that counts: the environment's before the file's. */
async function currentName(folder: string): Promise<string> {
  const { DOCKER_HOST: host, DOCKER_CONTEXT: chosen } = process.env;
  if (host) return 'default';
  return chosen || text(await readConfiguration(folder), 'currentContext') || 'default';
}

async function use(name: string, folder: string, { streams }: Context): Promise<Outcome> {
  await checkName(name, folder);
  const wanted = name === 'default' ? undefined : name;
  const present = text(await readConfiguration(folder), 'currentContext');
  if (present !== (wanted ?? '')) {
    await changeConfiguration(folder, ({ currentContext: _, ...rest }) =>
      wanted === undefined ? rest : { ...rest, currentContext: wanted },
    );
  }
  await print(streams, `${name}\n`);
  await printError(streams, `Current context is now ${JSON.stringify(name)}\n`);
  if (wanted !== undefined && process.env.DOCKER_HOST) {
    const warning = `Warning: ${ownHost} To use ${JSON.stringify(name)}, ${instead}`;
    await printError(streams, `${warning}\n`);
  }
  return done;
}

async function checkName(name: string, folder: string): Promise<void> {
  if (name === 'default') return;
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) {
    throw new LabError('usage', `“${name}” cannot be the name of a context.`, {
      advice: 'A name has letters, digits and the signs _ . + -',
      clientWords: `context name ${JSON.stringify(name)} is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"`,
    });
  }
  await access(contextFile(folder, name)).catch(() => {
    throw missing(folder, name);
  });
}

function missing(folder: string, name: string): LabError {
  const file = contextFile(folder, name);
  return new LabError('not-found', `There is no docker context named ${name}.`, {
    advice: 'docker context ls lists those there are.',
    clientWords: `context ${JSON.stringify(name)}: context not found: open ${file}: no such file or directory`,
  });
}
