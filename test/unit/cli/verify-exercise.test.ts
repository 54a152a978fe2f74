import assert from 'node:assert/strict';
import { verifyExercise } from '../../../src/cli/verify-exercise';
import type { ShellParser } from '../../../src/core/shell/script';
import { lessonOf } from '../../support/a-lesson';
import { broken, fakeBench, type GivenBench } from '../../support/fake-workbench';
import { testShellParser } from '../../support/shell-parser';

const lesson = lessonOf(`:::: exercise start
title: Start it
needs: [compose]

\`\`\`yaml checks
- say: It runs
  container: web
- say: You read it
  answer: version
  ask: Which?
  equals: engine.version
\`\`\`

::: solution
\`\`\`html file=a
A
\`\`\`

\`\`\`sh run
docker run --name web nginx
\`\`\`

\`\`\`sh answer=version
docker version
\`\`\`
:::

\`\`\`sh setup
docker pull nginx
\`\`\`

\`\`\`sh cleanup
docker rm --force web
\`\`\`

\`\`\`sh cleanup
docker rmi app
\`\`\`
::::
`);
const [exercise] = lesson.blocks;

const setup = 'run docker pull nginx';
const tidied = ['run docker rm --force web', 'run docker rmi app', 'clean up'];
const solved = ['write a: A', 'run docker run --name web nginx', 'run docker version'];

describe('verifyExercise', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  /** The verdict, and what was done on the workbench. */
  async function verifies(
    given: GivenBench,
    verdict: readonly [string, string, string],
    calls: readonly string[],
  ) {
    assert.ok(exercise?.kind === 'exercise');
    const bench = fakeBench(shell, given);
    const { before, after, reason, ...place } = await verifyExercise(lesson, exercise, bench);
    assert.deepEqual(place, { lesson: 'intro/ports', exercise: 'start' });
    assert.deepEqual([before, after, reason], verdict);
    assert.deepEqual(bench.calls, calls);
  }

  it('passes what fails before and passes after', () =>
    verifies(
      {},
      ['fail', 'pass', ''],
      [setup, 'check', ...solved, 'check docker version', ...tidied],
    ));
  it('waits until it passes', () =>
    verifies(
      { outcomes: ['fail', 'fail', 'fail', 'pass'] },
      ['fail', 'pass', ''],
      [
        ...[setup, 'check', ...solved, 'check docker version'],
        ...['pause', 'check docker version', 'pause', 'check docker version', ...tidied],
      ],
    ));
  it('fails what passes before', () =>
    verifies(
      { outcomes: ['pass'] },
      ['pass', 'skip', 'Holds before any work is done: "It runs", "You read it"'],
      [setup, 'check', ...tidied],
    ));
  it('fails what never passes, and says what was found', async () => {
    assert.ok(exercise?.kind === 'exercise');
    const bench = fakeBench(shell, { outcomes: ['fail'] });
    assert.deepEqual(await verifyExercise(lesson, exercise, bench), {
      lesson: 'intro/ports',
      exercise: 'start',
      before: 'fail',
      after: 'fail',
      reason:
        'It runs: expected it, found something else\nYou read it: expected it, found something else\nall of docker run --name web nginx',
    });
    assert.deepEqual(bench.calls.slice(-3), tidied);
  });
  it('skips what cannot be checked here', () =>
    verifies(
      { outcomes: ['skip'] },
      ['fail', 'skip', 'something else'],
      [setup, 'check', ...solved, 'check docker version', ...tidied],
    ));
  it('skips what the machine lacks, and touches nothing', () =>
    verifies(
      { lacks: { compose: 'Compose is not installed.' } },
      ['skip', 'skip', 'Compose is not installed.'],
      [],
    ));

  it('fails when the set-up fails', () =>
    verifies(
      { ends: { 'docker pull nginx': 1 } },
      ['fail', 'fail', 'The set-up failed: docker pull nginx\nall of docker pull nginx'],
      [setup, ...tidied],
    ));
  it('goes on when a command of the solution fails: it may be meant to', () =>
    verifies(
      { ends: { 'docker run --name web nginx': 1 } },
      ['fail', 'pass', ''],
      [setup, 'check', ...solved, 'check docker version', ...tidied],
    ));
  it('fails when the engine is in trouble, and tidies up', () =>
    verifies(
      { ends: { 'docker run --name web nginx': broken } },
      ['fail', 'fail', 'The engine says no.\nAsk again.'],
      [setup, 'check', ...solved.slice(0, 2), ...tidied],
    ));
  it('tidies up to the end when a command of it fails', () =>
    verifies(
      { ends: { 'docker rm --force web': broken, 'docker rmi app': 1 } },
      ['fail', 'pass', ''],
      [setup, 'check', ...solved, 'check docker version', ...tidied],
    ));
  it('fails when something cannot be removed', () =>
    verifies(
      { cleanUp: broken },
      ['fail', 'fail', 'Not tidied up: The engine says no.\nAsk again.'],
      [setup, 'check', ...solved, 'check docker version', ...tidied],
    ));

  it('touches nothing when a name is somebody’s own', () =>
    verifies(
      { taken: ['container web'] },
      [
        'skip',
        'fail',
        'There is a container named web already, and it is not ours to replace. Remove it first: docker rm web',
      ],
      [],
    ));
  it('touches nothing when a command cannot be understood', async () => {
    const broken = lessonOf(
      ':::: exercise start\ntitle: A\n\n```yaml checks\n- say: x\n  image: y\n```\n\n::: solution\n```sh run\ndocker rum nginx\n```\n:::\n::::\n',
    );
    const [block] = broken.blocks;
    assert.ok(block?.kind === 'exercise');
    const bench = fakeBench(shell);
    const { before, after, reason } = await verifyExercise(broken, block, bench);
    assert.deepEqual([before, after, bench.calls], ['skip', 'fail', []]);
    assert.match(reason, /rum/);
  });
});
