import assert from 'node:assert/strict';
import type { DockerStep, Plan, PlanStep, ShellStep } from '../../../src/core/command/plan';
import { type PlanTools, runPlan, type ShellOptions } from '../../../src/core/command/run-plan';
import { LabError, type LabErrorCode } from '../../../src/core/lab-error';
import { CollectedStreams, FakeTerminal } from '../../support/engine-streams';

describe('runPlan', () => {
  type Runs = PlanStep['runs'];

  /** A step whose exit code, or error, stands in the image’s name. */
  function docker(result: number | Error, runs: Runs = 'always'): DockerStep {
    const request = { kind: 'pull', image: 'x', platform: undefined, allTags: false, quiet: false };
    results.push(result);
    return {
      kind: 'docker',
      request: request as DockerStep['request'],
      parts: [],
      runs,
      start: 0,
      end: 0,
    };
  }
  const script = (text: string, runs: Runs = 'always'): ShellStep => ({
    kind: 'shell',
    text,
    because: 'a pipe',
    docker: [],
    needsClient: false,
    runs,
    start: 0,
    end: 0,
  });

  let results: (number | Error)[];
  let streams: CollectedStreams;
  let given: readonly ShellOptions[];
  let begun: string[];
  beforeEach(() => {
    results = [];
    streams = new CollectedStreams();
    begun = [];
    given = [];
  });

  const run = (steps: readonly PlanStep[], shell?: (text: string) => number) => {
    const queue = new Map(
      steps.filter(({ kind }) => kind === 'docker').map((step, index) => [step, results[index]]),
    );
    let current: PlanStep | undefined;
    const tools: PlanTools = {
      executor: {
        clientEnvironment: { DOCKER_HOST: 'ssh://box' },
        async execute() {
          const result = current && queue.get(current);
          if (result instanceof Error) throw result;
          return { exitCode: result ?? 0, detached: false, outOfMemory: false };
        },
      },
      shell: shell && {
        run: async (text, _, options) => {
          given = [...given, options];
          return shell(text);
        },
      },
      streams,
      options: { workingDirectory: '/work', labels: {}, signal: new AbortController().signal },
      onStep: (step) => {
        current = step;
        begun.push(step.kind);
      },
    };
    const plan: Plan = { text: '', steps };
    return runPlan(plan, tools);
  };

  const fails = (code: LabErrorCode, exitCode?: number) =>
    new LabError(code, 'It failed.', { advice: 'Do this.', ...(exitCode && { exitCode }) });

  it('ends with the last step’s exit code', async () => {
    assert.equal((await run([docker(1), docker(3)])).exitCode, 3);
    assert.deepEqual(begun, ['docker', 'docker']);
  });
  it('does nothing for nothing', async () => assert.equal((await run([])).exitCode, 0));
  it('goes on after success, or after failure, as a shell does', async () => {
    const steps = [
      docker(1),
      docker(0, 'after success'),
      docker(7, 'after failure'),
      docker(0, 'after failure'),
    ];
    assert.equal((await run(steps)).exitCode, 0);
    assert.equal(begun.length, 3);
  });
  it('keeps the exit code of what was skipped over', async () => {
    assert.equal((await run([docker(4), docker(0, 'after success')])).exitCode, 4);
  });
  it('tells an error on standard error, and goes on', async () => {
    const outcome = await run([docker(fails('port-taken', 125)), docker(0)]);
    assert.deepEqual([outcome.exitCode, outcome.error], [0, undefined]);
    assert.equal(streams.errors, 'docker: It failed.\nDo this.\n');
  });
  const refused = new LabError('not-found', 'There is no x.', { clientWords: 'Error: no x' });
  it('says what the docker client says, to whom it is piped', async () => {
    await run([docker(refused)]);
    assert.equal(streams.errors, 'Error: no x\n');
  });
  it('says it in plain words too, on a terminal', async () => {
    streams = new CollectedStreams({ terminal: new FakeTerminal() });
    await run([docker(refused)]);
    assert.equal(streams.errors, 'Error: no x\ndocker: There is no x.\n');
  });
  it('ends with the error of the last step', async () => {
    const outcome = await run([docker(fails('not-found'))]);
    assert.deepEqual([outcome.exitCode, outcome.error?.code], [1, 'not-found']);
  });
  it('stops when it is cancelled, or defective', async () => {
    await assert.rejects(run([docker(fails('cancelled')), docker(0)]), { code: 'cancelled' });
    results = [];
    await assert.rejects(run([docker(new TypeError('defect'))]), TypeError);
  });
  it('hands the rest to a shell', async () => {
    const texts: string[] = [];
    const outcome = await run([script('ls | wc'), script('false')], (text) => texts.push(text) - 1);
    assert.deepEqual([texts, outcome.exitCode], [['ls | wc', 'false'], 1]);
  });
  it('leads the docker client in a shell to the same engine', async () => {
    await run([script('docker ps | wc')], () => 0);
    assert.deepEqual(
      given.map(({ environment, workingDirectory }) => [environment, workingDirectory]),
      [[{ DOCKER_HOST: 'ssh://box' }, '/work']],
    );
  });
  it('asks for the docker client before a shell needs it', async () => {
    const texts: string[] = [];
    const piped = { ...script('docker ps | wc'), needsClient: true };
    const outcome = await run([piped], (text) => {
      texts.push(text);
      return 0;
    });
    assert.deepEqual(
      [texts, outcome.error],
      [['command -v docker >/dev/null 2>&1', 'docker ps | wc'], undefined],
    );
  });
  it('says how to get the docker client where there is none', async () => {
    const piped = { ...script('docker ps | wc'), needsClient: true };
    const outcome = await run([piped], () => 127);
    assert.deepEqual([outcome.exitCode, outcome.error?.code], [127, 'missing-tool']);
    assert.match(
      streams.errors,
      /^docker: This needs the docker client.*\nIt is not installed here\./,
    );
  });
  it('says what to do where there is no shell', async () => {
    const outcome = await run([script('ls | wc')]);
    assert.equal(outcome.error?.code, 'missing-tool');
    assert.match(
      streams.errors,
      /^docker: This needs a shell, because of a pipe\.\nCopy the command/,
    );
  });
});
