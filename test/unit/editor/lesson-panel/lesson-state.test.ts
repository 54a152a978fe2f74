import assert from 'node:assert/strict';
import type { ExerciseResult } from '../../../../src/core/check/check';
import { LabError } from '../../../../src/core/lab-error';
import {
  noProgress,
  type Progress,
  type ProgressAction,
  reduceProgress,
} from '../../../../src/core/progress/progress';
import type { EngineState } from '../../../../src/editor/engine-service';
import type { ExerciseFindings } from '../../../../src/editor/exercise-service';
import { isRight, stateMessage } from '../../../../src/editor/lesson-panel/lesson-state';
import { lessonOf } from '../../../support/a-lesson';

const lesson = lessonOf(`
:::: exercise start
title: Start it

\`\`\`yaml checks
- say: It runs
  container: web
  is: running
- say: It answers
  port: 8080
  is: answering
\`\`\`

::: hint
Think of \`-d\`.
:::

::: hint
And of \`--name\`.
:::

::: solution
\`\`\`sh run
docker run --name web -d nginx
\`\`\`
:::
::::

:::: quiz why

Why?

- [x] So: because of \`this\`.
- [ ] Not so: it is not.
::::
`);
const [, quiz] = lesson.blocks;

const nothing: ExerciseFindings = { isChecking: false, result: undefined, error: undefined };

function state(
  given: {
    readonly findings?: Partial<ExerciseFindings>;
    readonly progress?: Progress;
    readonly engine?: EngineState;
  } = {},
) {
  return stateMessage({
    lesson,
    context: { readDiagram: () => undefined, lessonAt: () => undefined },
    engine: given.engine ?? { kind: 'idle' },
    progress: given.progress ?? noProgress,
    runs: {},
    findings: () => ({ ...nothing, ...given.findings }),
  });
}

function having(...actions: readonly Partial<ProgressAction>[]): Progress {
  const common = { lesson: lesson.id, exercise: 'start', quiz: 'why', time: 1 };
  return actions.reduce<Progress>(
    (progress, action) => reduceProgress(progress, { ...common, ...action } as ProgressAction),
    noProgress,
  );
}

function result(...outcomes: readonly ('pass' | 'fail' | 'skip')[]): ExerciseResult {
  const checks = outcomes.map((outcome) => ({ say: 'It runs', outcome }));
  return { done: !outcomes.includes('fail'), checks };
}

function exercise(given: Parameters<typeof state>[0]) {
  const { phase, text, checks } = state(given).exercises.start ?? {};
  return [phase, text, checks?.map(({ outcome }) => outcome)];
}

const done = having({ type: 'exercise', change: { done: true } });

describe('stateMessage', () => {
  describe('an exercise', () => {
    it('is not begun', () => assert.deepEqual(exercise({}), ['not begun', '', unknown(2)]));
    it('is being judged', () =>
      assert.deepEqual(exercise({ findings: { isChecking: true } }), [
        'checking',
        'Checking…',
        unknown(2),
      ]));
    it('is not done', () =>
      assert.deepEqual(exercise({ findings: { result: result('pass', 'fail') } }), [
        'not done',
        'Not done yet: 1 of 2 as it should be.',
        ['pass', 'fail'],
      ]));
    it('is done', () =>
      assert.deepEqual(exercise({ findings: { result: result('pass', 'pass') }, progress: done }), [
        'done',
        'Done: everything is as it should be.',
        ['pass', 'pass'],
      ]));
    it('is done as far as it can be judged here', () =>
      assert.deepEqual(exercise({ findings: { result: result('pass', 'skip') }, progress: done }), [
        'done',
        'Done, but for one statement that cannot be checked here.',
        ['pass', 'skip'],
      ]));
    it('was done in an earlier session', () =>
      assert.deepEqual(exercise({ progress: done }), ['done', 'Done.', ['pass', 'pass']]));
    it('stays done when the engine has moved on', () =>
      assert.deepEqual(exercise({ findings: { result: result('fail', 'fail') }, progress: done }), [
        'done',
        'It was done before, and is not so now: 0 of 2 as it should be.',
        ['fail', 'fail'],
      ]));
    it('says why it could not be judged, and what to do', () => {
      const error = new LabError('no-engine', 'No engine answers.', { advice: 'Start one.' });
      assert.deepEqual(exercise({ findings: { error } }), [
        'not begun',
        'Not checked. No engine answers. Start one.',
        unknown(2),
      ]);
    });

    it('shows the hints that were opened, and how many there are', () => {
      const opened = having({ type: 'exercise', change: { hintsOpened: 1 } });
      const { hints, hintCount } = state({ progress: opened }).exercises.start ?? {};
      assert.deepEqual([hints, hintCount], [['<p>Think of <code>-d</code>.</p>\n'], 2]);
    });

    it('shows the solution once it was asked for', () => {
      const asked = having({ type: 'exercise', change: { solutionShown: true } });
      assert.equal(state().exercises.start?.solution, undefined);
      assert.match(state({ progress: asked }).exercises.start?.solution ?? '', /--name web/);
    });

    it('keeps what was typed', () => {
      const typed = having({ type: 'exercise', change: { answers: { count: '3' } } });
      assert.deepEqual(state({ progress: typed }).exercises.start?.answers, { count: '3' });
    });
  });

  describe('a question', () => {
    it('has no state before it is answered', () => assert.deepEqual(state().quizzes, {}));
    it('has its reasons after', () =>
      assert.deepEqual(
        state({ progress: having({ type: 'quiz answered', chosen: [1], right: false }) }).quizzes,
        {
          why: {
            chosen: [1],
            right: false,
            reasons: [
              { right: true, html: 'Because of <code>this</code>.' },
              { right: false, html: 'It is not.' },
            ],
          },
        },
      ));
    it('is right with exactly the right options', () => {
      if (quiz?.kind !== 'quiz') throw new Error('The second block is the quiz.');
      assert.deepEqual(
        [[0], [1], [0, 1], []].map((chosen) => isRight(quiz, chosen)),
        [true, false, false, false],
      );
    });
  });

  it('counts what is done of the lesson', () =>
    assert.deepEqual(state({ progress: done }).progress, { done: 1, of: 2 }));

  describe('the engine', () => {
    const words = (engine: EngineState) => state({ engine }).engine;
    it('is being looked for', () =>
      assert.deepEqual(words({ kind: 'looking' }), {
        ready: false,
        text: 'Looking for an engine',
      }));
    it('is not there', () =>
      assert.deepEqual(words({ kind: 'none', error: new LabError('no-engine', 'None.') }), {
        ready: false,
        text: 'No container engine',
      }));
  });
});

function unknown(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'unknown');
}
