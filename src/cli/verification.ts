import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { evaluateChecks } from '../core/check/evaluate-checks';
import { planBlock } from '../core/command/plan-block';
import { runPlan } from '../core/command/run-plan';
import { lessonLabel } from '../core/engine';
import { LabError } from '../core/lab-error';
import type { Ability, Lesson } from '../core/lesson/lesson';
import { lintDockerfile } from '../core/lint/lint';
import type { ShellParser } from '../core/shell/script';
import type { Engine } from '../docker/engine';
import { localShell } from '../local/local-shell';
import { localSurroundings } from '../local/surroundings';
import { copyChapterFiles, openWorkingFolder } from '../local/working-folder';
import { captureStreams } from './captured-streams';
import type { NamedKind } from './taken-names';
import type { Workbench } from './verify-exercise';

/** One run of `verify`: what it makes on the engine is marked, and removed at the end. */
export interface Verification {
  /** A workbench with a fresh working folder, for one exercise of a lesson. */
  bench(lesson: Lesson, chapterFolder: string): Promise<Workbench>;
  /** Ends what runs now; the exercise under way fails and is tidied up. */
  stop(): void;
  /** Whether it was stopped. */
  stopped(): boolean;
  close(): Promise<void>;
}

/** Marks what a run of `verify` made; a run that was killed leaves it, and the next one removes it. */
const verifyLabel = 'container-labs.verify';

export async function openVerification(parts: {
  readonly engine: Engine;
  readonly shell: ShellParser;
  readonly labsFolder: string;
}): Promise<Verification> {
  const { engine, shell, labsFolder } = parts;
  const run = randomBytes(4).toString('hex');
  const root = await mkdtemp(join(tmpdir(), 'container-labs-'));
  const interruption = new AbortController();
  // Compose names what it makes by project; a name of this run's own keeps the learner's apart.
  process.env.COMPOSE_PROJECT_NAME = `container-labs-${run}`;
  await removeOwn(engine);
  let count = 0;
  return {
    async bench(lesson, chapterFolder) {
      count++;
      const folder = openWorkingFolder(join(root, String(count)));
      const files = join(labsFolder, chapterFolder, 'files');
      await copyChapterFiles(files, await listFiles(files), folder.path);
      return openBench(lesson, folder);
    },
    stop: () => interruption.abort(),
    stopped: () => interruption.signal.aborted,
    close: () => rm(root, { recursive: true, force: true }),
  };

  async function openBench(
    lesson: Lesson,
    folder: ReturnType<typeof openWorkingFolder>,
  ): Promise<Workbench> {
    const { createFacts } = await import('../docker/facts.js');
    const since = new Date();
    const facts = createFacts(engine, { readFile: folder.read });
    const plan = (command: string) => planBlock(command, shell, localSurroundings(folder.path));
    return {
      lacks: (ability) => lack(ability, engine),
      plan: (command) => plan(command).steps,
      async run(command) {
        if (interruption.signal.aborted) throw new LabError('cancelled', 'Interrupted.');
        const streams = captureStreams();
        const { exitCode } = await runPlan(plan(command), {
          executor: engine,
          shell: localShell,
          streams,
          options: {
            workingDirectory: folder.path,
            labels: { [lessonLabel]: lesson.id, [verifyLabel]: run },
            signal: interruption.signal,
          },
        });
        return { exitCode, output: streams.output(), all: streams.everything() };
      },
      writeFile: (path, content) => folder.write(path, content),
      evaluate: (checks, answers) =>
        evaluateChecks(checks, facts, {
          since,
          answers,
          lint: async (text) => lintDockerfile(text, { shell }),
        }),
      isTaken: async (kind, name) => {
        const found = await findNamed(kind, name, engine);
        return found !== undefined && !Object.hasOwn(found.labels, verifyLabel);
      },
      cleanUp: () => removeOwn(engine),
      pause: () => new Promise((resolve) => setTimeout(resolve, 500)),
    };
  }
}

/** Removes what runs of `verify` made, and says so when something would not go. */
async function removeOwn(engine: Engine): Promise<void> {
  const { removeLabelled } = await import('../docker/clean-up.js');
  const { failed } = await removeLabelled(engine, verifyLabel);
  const [first] = failed;
  if (first === undefined) return;
  throw new LabError(
    'engine-answer',
    `${first.object.name} could not be removed: ${first.reason}`,
    {
      advice: `It carries the label ${verifyLabel}; remove it by hand.`,
    },
  );
}

async function findNamed(kind: NamedKind, name: string, engine: Engine) {
  switch (kind) {
    case 'container':
      return engine.container(name);
    case 'image':
      return engine.image(name);
    case 'volume':
      return (await engine.volumes()).find((volume) => volume.name === name);
    case 'network':
      return (await engine.networks()).find((network) => network.name === name);
  }
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function lack(ability: Ability, engine: Engine): Promise<string | undefined> {
  if (ability === 'compose') {
    const { findCompose } = await import('../docker/compose.js');
    return (await findCompose()) === undefined ? 'Compose is not installed.' : undefined;
  }
  if (ability === 'network') return undefined;
  try {
    await engine.engine();
    return undefined;
  } catch (error) {
    if (error instanceof LabError) return error.message;
    throw error;
  }
}
