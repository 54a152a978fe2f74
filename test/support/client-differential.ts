import { execFile } from 'node:child_process';
import { planBlock } from '../../src/core/command/plan-block';
import { runPlan } from '../../src/core/command/run-plan';
import { exitCodeOf, LabError } from '../../src/core/lab-error';
import type { Engine } from '../../src/docker/engine';
import { localSurroundings } from '../../src/local/surroundings';
import type { Said } from './engine-client';
import { testLabels } from './engine-real';
import { CollectedStreams } from './engine-streams';
import { testShellParser } from './shell-parser';

/** One line, carried out by the docker client and by us. */
export interface LineRules {
  readonly engine: Engine;
  readonly suite: string;
  /** What is piped in; nothing by itself. */
  readonly input?: Uint8Array | string;
  /** The folder in which it is typed. */
  readonly folder?: string;
  /** Variables of the environment besides those that are there. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Carries a command line out as Run does; fails when a step of it is not ours. */
export async function sayOurs(line: string, rules: LineRules): Promise<Said> {
  const { engine, suite, input = '', folder = process.cwd(), variables } = rules;
  const streams = new CollectedStreams({ stdin: once(input) });
  const said = (exitCode: number): Said => ({
    exitCode,
    output: streams.output,
    errors: streams.errors,
  });
  try {
    const local = localSurroundings(folder);
    const surroundings = { ...local, variables: { ...local.variables, ...variables } };
    const plan = planBlock(line, await testShellParser(), surroundings);
    const isOurs = plan.steps.every(({ kind }) => kind === 'docker');
    if (!isOurs) throw new Error(`not carried out by us: ${line}`);
    const { exitCode } = await runPlan(plan, {
      executor: engine,
      shell: undefined,
      streams,
      options: {
        workingDirectory: folder,
        labels: testLabels(suite),
        signal: new AbortController().signal,
      },
    });
    return said(exitCode);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const words = error.clientWords === undefined ? '' : `${error.clientWords}\n`;
    return { ...said(exitCodeOf(error)), errors: `${streams.errors}${words}` };
  }
}

async function* once(input: Uint8Array | string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input);
  if (bytes.length > 0) yield bytes;
}

/** The same line by the docker client, read by a shell; `undefined` where it is not installed. */
export function sayTheirs(line: string, rules: LineRules): Promise<Said | undefined> {
  const { engine, input = '', folder = process.cwd(), variables } = rules;
  const { DOCKER_CONTEXT: _, ...environment } = process.env;
  const env = { ...environment, ...variables, DOCKER_HOST: engine.endpoint.url };
  const options = { env, cwd: folder, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    const child = execFile('sh', ['-c', line], options, (error, output, errors) => {
      const exitCode = typeof error?.code === 'number' ? error.code : 0;
      resolve(exitCode === 127 ? undefined : { exitCode, output, errors });
    });
    // A program that reads no input closes it before all is written.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
