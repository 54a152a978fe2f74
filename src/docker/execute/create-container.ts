import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { type Answer, asAnswer, list, required } from '../answer';
import { withTag } from '../reference';
import { Refusal } from '../refusal';
import { type Context, printError } from './context';
import { labelledMounts, labelNamedVolumes } from './label-volumes';
import { readPairs } from './pairs-file';
import { pullForRun } from './pull';

/**
 * Makes the container of a run: pulls the image when the engine lacks it, reads the files that the
 * request names. Resolves to the container's id.
 */
export async function createContainer(request: RunRequest, context: Context): Promise<string> {
  const body = await createBody(request, context);
  if (request.cidFile !== undefined) await refuseExisting(request.cidFile, context);
  if (request.pull === 'always') await pullForRun(request.image, request.platform, context);
  await labelNamedVolumes(body, context);
  const id = await createOrPull(request, body, context);
  if (request.cidFile !== undefined) {
    await writeFile(resolve(context.options.workingDirectory, request.cidFile), id);
  }
  return id;
}

async function createOrPull(request: RunRequest, body: object, context: Context): Promise<string> {
  const create = async (): Promise<string> => {
    const answer = await context.connection.json({
      method: 'POST',
      path: '/containers/create',
      query: { name: request.name, platform: request.platform },
      body,
    });
    const created = asAnswer(answer, 'the new container');
    for (const warning of list(created, 'Warnings')) {
      await printError(context.streams, `WARNING: ${warning}\n`);
    }
    return required(created, 'Id', 'the new container');
  };
  try {
    return await create();
  } catch (error) {
    if (request.pull !== 'missing' || !lacksImage(error)) throw error;
  }
  await printError(context.streams, `Unable to find image '${withTag(request.image)}' locally\n`);
  await pullForRun(request.image, request.platform, context);
  return create();
}

function lacksImage(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    error.status === 404 &&
    /no such image|image not known/i.test(error.message)
  );
}

async function createBody(request: RunRequest, { options, streams }: Context): Promise<Answer> {
  const { create } = request;
  const folder = options.workingDirectory;
  const [environment, labels, profile] = await Promise.all([
    readPairs(request.environmentFiles, folder, process.env),
    readPairs(request.labelFiles, folder),
    readProfile(request.seccompProfile, folder),
  ]);
  // Newer engines begin with it; others learn the size right after the start.
  const size = request.tty ? streams.terminal?.size() : undefined;
  const securityOptions = list(create.HostConfig, 'SecurityOpt');
  const mounts = labelledMounts(create.HostConfig, Object.keys(create.Volumes), options.labels);
  return {
    ...create,
    Env: [...environment, ...create.Env],
    Labels: { ...labelsOf(labels), ...create.Labels, ...options.labels },
    HostConfig: {
      ...create.HostConfig,
      AutoRemove: request.remove,
      ...(mounts.length === 0 ? {} : { Mounts: mounts }),
      ...(size === undefined ? {} : { ConsoleSize: [size.rows, size.columns] }),
      ...(profile === undefined ? {} : { SecurityOpt: [...securityOptions, profile] }),
    },
  };
}

function labelsOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** The engine wants a seccomp profile itself, not its path. */
async function readProfile(path: string | undefined, folder: string): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    const profile: unknown = JSON.parse(await readFile(resolve(folder, path), 'utf8'));
    return `seccomp=${JSON.stringify(profile)}`;
  } catch (cause) {
    throw new LabError('file', `The seccomp profile ${path} cannot be read.`, {
      advice: 'It is a JSON file; its path is relative to the working folder.',
      cause,
    });
  }
}

async function refuseExisting(path: string, { options }: Context): Promise<void> {
  const file = resolve(options.workingDirectory, path);
  const exists = await readFile(file).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new LabError('file', `The container id file ${path} exists already.`, {
    advice: `If its container is gone, delete it: rm ${path}.`,
  });
}
