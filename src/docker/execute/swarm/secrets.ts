import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Outcome } from '../../../core/command/execution';
import type { SecretRequest } from '../../../core/command/swarm-request';
import { formatDuration } from '../../../core/format/duration';
import { formatList } from '../../../core/format/format-list';
import { LabError } from '../../../core/lab-error';
import {
  type Answer,
  asAnswer,
  asAnswers,
  below,
  required,
  stringMap,
  text,
  time,
} from '../../answer';
import { type Context, print } from '../context';
import { joinLabels } from '../list-containers';
import { done } from './done';
import { natural } from './words';

/** `docker secret create` and `ls`, and the same of configs. */
export async function executeSecret(request: SecretRequest, context: Context): Promise<Outcome> {
  return request.verb === 'create' ? create(request, context) : listSecrets(request, context);
}

async function create(request: SecretRequest, context: Context): Promise<Outcome> {
  const { kind, name, labels, driver, templateDriver, file } = request;
  const { connection, streams, options } = context;
  const data = file === undefined ? undefined : await readData(file, context);
  const body = {
    Name: name,
    Labels: { ...labels, ...options.labels },
    ...(data !== undefined && { Data: data.toString('base64') }),
    ...(driver !== undefined && { Driver: { Name: driver } }),
    ...(templateDriver !== undefined && { Templating: { Name: templateDriver } }),
  };
  const answer = await connection.json({ method: 'POST', path: `/${kind}s/create`, body });
  await print(streams, `${required(asAnswer(answer, `the new ${kind}`), 'ID', `the ${kind}`)}\n`);
  return done;
}

async function readData(file: string, { streams, options }: Context): Promise<Buffer> {
  if (file === '-') return streams.stdin === undefined ? Buffer.alloc(0) : buffer(streams.stdin);
  try {
    return await readFile(resolve(options.workingDirectory, file));
  } catch (cause) {
    throw new LabError('file', `The file ${file} cannot be read.`, {
      advice: 'Its path is relative to the working folder.',
      cause,
      clientWords: `error reading content from "${file}": open ${file}: no such file or directory`,
    });
  }
}

async function listSecrets(request: SecretRequest, context: Context): Promise<Outcome> {
  const { kind, filters, format, quiet } = request;
  const query = { filters: Object.keys(filters).length === 0 ? undefined : filters };
  const answer = await context.connection.json({ method: 'GET', path: `/${kind}s`, query });
  const now = new Date();
  const items = asAnswers(answer, `${kind}s`)
    .map((each) => secretItem(each, kind, now))
    .toSorted((a, b) => natural.compare(a.Name, b.Name));
  const driver = kind === 'secret' ? '\t{{.Driver}}' : '';
  const list = {
    items,
    headings,
    usual: `table {{.ID}}\t{{.Name}}${driver}\t{{.CreatedAt}}\t{{.UpdatedAt}}`,
    quiet: '{{.ID}}',
  };
  await print(context.streams, formatList(list, format, quiet));
  return done;
}

const headings = {
  ID: 'ID',
  Name: 'NAME',
  Driver: 'DRIVER',
  CreatedAt: 'CREATED',
  UpdatedAt: 'UPDATED',
  Labels: 'LABELS',
};

function secretItem(secret: Answer, kind: SecretRequest['kind'], now: Date) {
  const spec = below(secret, 'Spec');
  const age = (field: string) => {
    const date = time(secret, field);
    const seconds = date === undefined ? 0 : (now.getTime() - date.getTime()) / 1000;
    return `${formatDuration(seconds)} ago`;
  };
  return {
    CreatedAt: age('CreatedAt'),
    ...(kind === 'secret' && { Driver: text(below(spec, 'Driver'), 'Name') }),
    ID: text(secret, 'ID'),
    Labels: joinLabels(stringMap(spec, 'Labels')),
    Name: text(spec, 'Name'),
    UpdatedAt: age('UpdatedAt'),
  };
}
