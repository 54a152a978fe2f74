import assert from 'node:assert/strict';
import { type CancellationToken, CancellationTokenSource, window, workspace } from 'vscode';
import type { PullProgress } from '../../src/core/command/execution';
import { planBlock } from '../../src/core/command/plan-block';
import type { ShellRunner } from '../../src/core/command/run-plan';
import { LabError } from '../../src/core/lab-error';
import type { RunBlock } from '../../src/core/lesson/lesson';
import { KeptRuns } from '../../src/editor/run/kept-runs';
import { RunService } from '../../src/editor/run/run-service';
import { RunStates } from '../../src/editor/run/run-states';
import { Terminals } from '../../src/editor/terminal/terminals';
import { lessonOf } from '../support/a-lesson';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { hostShellParser } from '../support/host-shell-parser';
import { MemoryMemento } from '../support/memory-memento';
import { Replacements } from '../support/replacements';

const lesson = lessonOf('```sh run\ndocker run nginx\n```\n');
const surroundings = { workingDirectory: '/', home: '/', user: 'me', variables: {} };
const web = {
  id: 'c1',
  name: 'web',
  ports: [{ containerPort: 80, protocol: 'tcp', hostAddress: '0.0.0.0', hostPort: 8080 } as const],
};
const encoder = new TextEncoder();

const replaced = new Replacements();

/** A run service with an engine that does as told, and what it says on the page. */
class Bench {
  readonly engine = new FakeEngine();
  readonly states = new RunStates();
  readonly terminals = new Terminals();
  readonly kept = new KeptRuns(new MemoryMemento());
  readonly said: string[] = [];
  readonly runs: RunService;

  constructor(connect?: () => Promise<never>) {
    const connection = connectionOf(this.engine);
    const shell: ShellRunner = { run: async () => 0 };
    this.runs = new RunService({
      engine: { connection: connect ?? (async () => connection) },
      terminals: this.terminals,
      states: this.states,
      shell,
      kept: this.kept,
    });
    this.states.onDidChange((id) => {
      for (const [block, { phase, text, links }] of Object.entries(this.states.of(id))) {
        this.said.push([block, phase, text, ...links.map(({ url }) => url)].join(' | '));
      }
    });
  }

  async run(command: string, block: Partial<RunBlock> = {}): Promise<void> {
    const plan = planBlock(command, await hostShellParser(), surroundings);
    const whole = { kind: 'run', id: 'run-1', command, riskAnnounced: false, line: 1 } as const;
    await this.runs.run({ lesson, block: { ...whole, ...block }, plan, workingDirectory: '/' });
  }

  /** A run that goes on until it is let go or aborted. */
  hold() {
    let letGo: () => void = () => {};
    let begun: () => void = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    this.engine.onExecute = (_request, _streams, { signal }) =>
      new Promise((resolve, reject) => {
        letGo = () => resolve(undefined);
        signal.addEventListener('abort', () => reject(new LabError('cancelled', 'Interrupted.')));
        begun();
      });
    return { started, letGo: () => letGo() };
  }

  dispose(): void {
    this.terminals.dispose();
    this.states.dispose();
  }
}

/** Answers every question in the same way, and keeps what was asked. */
function answer(choice: string | undefined): readonly string[] {
  const asked: string[] = [];
  const reply = async (message: string) => {
    asked.push(message);
    return choice;
  };
  replaced.replace(window, 'showWarningMessage', reply as typeof window.showWarningMessage);
  return asked;
}

/** The notifications that a pull opens and closes; `cancel` is their button. */
function watchNotifications() {
  const seen: string[] = [];
  const button = new CancellationTokenSource();
  const withProgress = async (
    { title }: { title?: string },
    task: (
      progress: { report(value: { message?: string }): void },
      token: CancellationToken,
    ) => Thenable<unknown>,
  ) => {
    seen.push(`open ${title}`);
    await task({ report: ({ message }) => seen.push(`${message}`) }, button.token);
    seen.push('closed');
  };
  replaced.replace(window, 'withProgress', withProgress as typeof window.withProgress);
  return { seen, cancel: () => button.cancel() };
}

const layers = (...statuses: readonly string[]): PullProgress => ({
  image: 'nginx:latest',
  layers: statuses.map((status, id) => ({
    id: `${id}`,
    status,
    current: undefined,
    total: undefined,
  })),
});

describe('RunService', () => {
  let bench: Bench;

  beforeEach(() => {
    bench = new Bench();
  });

  afterEach(() => {
    replaced.restore();
    bench.dispose();
  });

  it('says how a command that ends fares', async () => {
    await bench.run('docker run hello-world');
    assert.deepEqual(bench.said, [
      'run-1 | running | Running.',
      'run-1 | ended | Ended with exit code 0: all went well.',
    ]);
  });

  it('says what goes on in the background, and where to see it', async () => {
    bench.engine.onExecute = async (_request, _streams, { onStarted }) => {
      onStarted?.(web);
      return { detached: true, container: web };
    };
    await bench.run('docker run -d -p 8080:80 nginx');
    assert.deepEqual(bench.said, [
      'run-1 | running | Running.',
      'run-1 | running | Running. | http://localhost:8080',
      'run-1 | ended | Running in the background as web, port 8080 of your machine. | http://localhost:8080',
    ]);
  });

  it('says what went wrong, and what to do', async () => {
    bench.engine.onExecute = async () => {
      throw new LabError('port-taken', 'Port 8080 is taken.', { advice: 'Choose another.' });
    };
    await bench.run('docker run -p 8080:80 nginx');
    assert.equal(bench.said.at(-1), 'run-1 | failed | Port 8080 is taken.\nChoose another.');
  });

  it('says that there is no engine, and what to do', async () => {
    const none = new LabError('no-engine', 'No engine answers.', { advice: 'Start one.' });
    const without = new Bench(() => Promise.reject(none));
    await assert.rejects(without.run('docker ps'), none);
    assert.deepEqual(without.said, ['run-1 | failed | No engine answers.\nStart one.']);
    without.dispose();
  });

  it('needs no engine for what is no docker command', async () => {
    const without = new Bench(() => Promise.reject(new Error('Nobody should ask.')));
    await without.run('ls -l');
    assert.match(without.said.at(-1) ?? '', /ended/);
    without.dispose();
  });

  it('marks what it makes with the lesson', async () => {
    let labels: unknown;
    bench.engine.onExecute = async (_request, _streams, options) => {
      labels = options.labels;
      return undefined;
    };
    await bench.run('docker run hello-world');
    assert.deepEqual(labels, { 'container-labs.lesson': 'intro/ports' });
  });

  it('runs a block once at a time', async () => {
    const { started, letGo } = bench.hold();
    const first = bench.run('docker run nginx');
    await started;
    await assert.rejects(bench.run('docker run nginx'), {
      message: 'This command is still running in its terminal.',
    });
    letGo();
    await first;
    assert.equal(bench.engine.requests.length, 1);
  });

  it('takes two quick clicks for one', async () => {
    const results = await Promise.allSettled([bench.run('docker ps'), bench.run('docker ps')]);
    assert.deepEqual(
      [results.map(({ status }) => status).sort(), bench.engine.requests.length],
      [['fulfilled', 'rejected'], 1],
    );
  });

  it('asks before a command that gives away much, and takes no for an answer', async () => {
    const asked = answer(undefined);
    await bench.run('docker run --privileged alpine');
    assert.deepEqual([asked.length, bench.engine.requests.length, bench.said], [1, 0, []]);
  });

  it('runs it when the learner says so', async () => {
    answer('Run It');
    await bench.run('docker run --privileged alpine');
    assert.equal(bench.engine.requests.length, 1);
  });

  it('does not ask again where the lesson has named the risk', async () => {
    const asked = answer(undefined);
    await bench.run('docker run --privileged alpine', { riskAnnounced: true });
    assert.deepEqual([asked.length, bench.engine.requests.length], [0, 1]);
  });

  it('runs nothing in a workspace that nobody trusts', async () => {
    replaced.replace(workspace, 'isTrusted', false);
    await assert.rejects(bench.run('docker ps'), {
      code: 'not-allowed',
      message: 'Commands run only in a workspace that you trust.',
    });
    assert.equal(bench.engine.requests.length, 0);
  });

  describe('a pull', () => {
    it('has a notification while there is something to pull', async () => {
      const { seen } = watchNotifications();
      bench.engine.onExecute = async (_request, _streams, { onPull }) => {
        onPull?.(layers('Already exists'));
        onPull?.(layers('Already exists', 'Downloading'));
        onPull?.(layers('Already exists', 'Pull complete'));
        return undefined;
      };
      await bench.run('docker pull nginx');
      assert.deepEqual(seen, ['open Pulling nginx:latest', '1 of 2 layers', 'closed']);
    });

    it('has none that stays when it breaks', async () => {
      const { seen } = watchNotifications();
      bench.engine.onExecute = async (_request, _streams, { onPull }) => {
        onPull?.(layers('Downloading'));
        throw new LabError('pull-failed', 'The connection broke.');
      };
      await bench.run('docker pull nginx');
      assert.equal(seen.at(-1), 'closed');
    });

    it('can be cancelled there', async () => {
      const { cancel } = watchNotifications();
      bench.engine.onExecute = (_request, _streams, { onPull, signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new LabError('cancelled', 'Interrupted.')));
          onPull?.(layers('Downloading'));
          cancel();
        });
      await bench.run('docker pull nginx');
      assert.equal(bench.said.at(-1), 'run-1 | ended | Interrupted.');
    });
  });

  describe('its terminals', () => {
    const ours = () => window.terminals.filter(({ name }) => name === lesson.title).length;

    it('are used again', async () => {
      const before = ours();
      await bench.run('docker ps');
      await bench.run('docker ps');
      assert.equal(ours() - before, 1);
    });

    it('are more than one only for what runs at the same time', async () => {
      const before = ours();
      const { started, letGo } = bench.hold();
      const first = bench.run('docker run nginx');
      await started;
      bench.engine.onExecute = async () => undefined;
      await bench.run('docker ps', { id: 'run-2' });
      assert.equal(ours() - before, 2);
      letGo();
      await first;
    });

    it('end with what runs in them', async () => {
      const { started } = bench.hold();
      const run = bench.run('docker run nginx');
      await started;
      window.terminals.findLast(({ name }) => name === lesson.title)?.dispose();
      await run;
      assert.equal(bench.said.at(-1), 'run-1 | ended | Interrupted.');
    });

    it('end what runs in them with Ctrl-C, and stay', async () => {
      const before = ours();
      const { started } = bench.hold();
      const run = bench.run('docker run nginx');
      await started;
      window.terminals.findLast(({ name }) => name === lesson.title)?.sendText('\u0003', false);
      await run;
      assert.deepEqual([bench.said.at(-1), ours() - before], ['run-1 | ended | Interrupted.', 1]);
    });

    it('interrupt with Ctrl-C until keys go to the container, and pass it on from then', async () => {
      const keys: string[] = [];
      let attached: () => void = () => {};
      const isAttached = new Promise<void>((resolve) => {
        attached = resolve;
      });
      bench.engine.onExecute = async (_request, { stdin }, { onAttached, signal }) => {
        onAttached?.(true);
        attached();
        for await (const chunk of stdin ?? []) {
          keys.push(new TextDecoder().decode(chunk));
          break;
        }
        return { exitCode: signal.aborted ? 1 : 0 };
      };
      const run = bench.run('docker run -it alpine sh');
      await isAttached;
      window.terminals.findLast(({ name }) => name === lesson.title)?.sendText('\u0003', false);
      await run;
      assert.deepEqual(
        [keys, bench.said.at(-1)],
        [['\u0003'], 'run-1 | ended | Ended with exit code 0: all went well.'],
      );
    });

    it('stay after the end', async () => {
      const before = ours();
      bench.engine.onExecute = async (_request, { stdout }) => {
        await stdout(encoder.encode('to be read'));
        return { exitCode: 3 };
      };
      await bench.run('docker run alpine false');
      assert.equal(ours() - before, 1);
    });
  });

  describe('what outlives the window', () => {
    async function keptWhile(command: string) {
      let kept: readonly unknown[] = [];
      bench.engine.onExecute = async (_request, _streams, { onStarted }) => {
        onStarted?.(web);
        kept = bench.kept.all;
        return undefined;
      };
      await bench.run(command);
      assert.deepEqual(bench.kept.all, [], 'nothing is kept of what has ended');
      return kept;
    }

    it('is an attached run, until it ends', async () =>
      assert.deepEqual(await keptWhile('docker run -it alpine sh'), [
        {
          lesson: lesson.id,
          block: 'run-1',
          title: lesson.title,
          command: 'docker run -it alpine sh',
          container: web.id,
        },
      ]));
    it('is no run in the background', async () =>
      assert.deepEqual(await keptWhile('docker run -d nginx'), []));
    it('is no look at a list', async () => assert.deepEqual(await keptWhile('docker ps'), []));
  });
});
