import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Outcome } from '../../core/command/execution';
import type { ComposeRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import { clientEnvironment } from '../client-environment';
import { findCompose } from '../compose';
import { type ComposeArguments, splitCompose } from './compose-arguments';
import { labelOverride } from './compose-labels';
import type { Context } from './context';
import { runProgram } from './run-program';

/** `docker compose`: the machine's own Compose does it, on our engine and with our labels. */
export async function executeCompose(request: ComposeRequest, context: Context): Promise<Outcome> {
  const environment = composeEnvironment(context);
  const [program, ...before] = (await findCompose(environment)) ?? [];
  if (program === undefined) throw noCompose();
  const split = splitCompose(request.arguments);
  const folder = await mkdtemp(join(tmpdir(), 'container-labs-'));
  try {
    const files = await labelFiles(split, folder, context);
    const words = [...before, ...split.global, ...files, ...split.rest];
    const { workingDirectory, signal } = context.options;
    const exitCode = await runProgram(program, words, {
      workingDirectory,
      environment,
      signal,
      streams: context.streams,
    });
    return { exitCode, detached: split.rest.includes('-d'), outOfMemory: false };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function noCompose(): LabError {
  return new LabError('missing-tool', 'Docker Compose is not installed on this machine.', {
    advice:
      'Docker Desktop brings it. On Debian and Ubuntu: sudo apt-get install docker-compose-v2 (or docker-compose); on Fedora: sudo dnf install docker-compose; for Podman: pip install podman-compose.',
    exitCode: 127,
  });
}

function composeEnvironment({ connection }: Context): NodeJS.ProcessEnv {
  const { DOCKER_CONTEXT: _, ...environment } = process.env;
  return { ...environment, ...clientEnvironment(connection.endpoint) };
}

/** Subcommands that make something. */
const makers = new Set(['up', 'create', 'run', 'build']);

const usualFiles = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const usualOverrides = usualFiles.map((name) => name.replace(/\.(\w+)$/, '.override.$1'));

/** `-f` arguments that lay our labels over the project's own files; none when there are none. */
async function labelFiles(
  split: ComposeArguments,
  folder: string,
  { options }: Context,
): Promise<readonly string[]> {
  if (!makers.has(split.subcommand ?? '') || Object.keys(options.labels).length === 0) return [];
  const project = resolve(options.workingDirectory, split.projectDirectory ?? '');
  const paths =
    split.files.length > 0
      ? split.files.map((file) => resolve(options.workingDirectory, file))
      : await projectFiles(project);
  const texts = await Promise.all(paths.map(readOptional));
  const override = labelOverride(
    texts.filter((text) => text !== undefined),
    options.labels,
  );
  if (override === undefined) return [];
  const path = join(folder, 'labels.yaml');
  await writeFile(path, override);
  // Files that are named switch off those that Compose finds itself, so these are named too.
  const own = split.files.length > 0 ? [] : paths;
  return [...own, path].flatMap((file) => ['-f', file]);
}

/** What Compose finds by itself: in the folder or in the nearest one above that has something. */
async function projectFiles(project: string): Promise<readonly string[]> {
  for (let folder = project; ; folder = dirname(folder)) {
    const base = await firstOf(folder, usualFiles);
    if (base !== undefined) {
      const override = await firstOf(folder, usualOverrides);
      return override === undefined ? [base] : [base, override];
    }
    if (folder === dirname(folder)) return [];
  }
}

async function firstOf(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    if ((await readOptional(join(folder, name))) !== undefined) return join(folder, name);
  }
  return undefined;
}

/** `undefined` for what cannot be read: Compose then says why. */
async function readOptional(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
