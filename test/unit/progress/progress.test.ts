import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isTask,
  isTaskDone,
  type LessonProgress,
  lessonProgress,
  lessonStanding,
  lessonToContinue,
  noProgress,
  type Progress,
  type ProgressAction,
  reduceProgress,
} from '../../../src/core/progress/progress';
import { courseOf, lessonOf } from '../../support/a-lesson';

const reduced = (...actions: readonly ProgressAction[]): Progress =>
  actions.reduce(reduceProgress, noProgress);

const a = { lesson: 'a', time: 5 } as const;
const opened: ProgressAction = { type: 'lesson opened', ...a };
const lesson = (change: Partial<LessonProgress> = {}): LessonProgress => ({
  begun: 5,
  read: false,
  exercises: {},
  quizzes: {},
  place: undefined,
  ...change,
});
const exercise = { begun: 5, done: false, hintsOpened: 0, solutionShown: false, answers: {} };

describe('reduceProgress', () => {
  /** What is known of the lesson `a` after the actions. */
  const knows = (actions: readonly ProgressAction[], expected: LessonProgress | undefined) =>
    assert.deepEqual(lessonProgress(reduced(...actions), 'a'), expected);

  it('opens a lesson', () =>
    assert.deepEqual(reduced(opened), { version: 1, lessons: { a: lesson() }, last: 'a' }));
  it('opens it again, and keeps when it was begun', () =>
    knows([opened, { ...opened, time: 9 }], lesson()));
  it('notes that it was read', () =>
    knows([opened, { type: 'lesson read', lesson: 'a', time: 9 }], lesson({ read: true })));
  it('notes the place', () =>
    knows(
      [opened, { type: 'place', place: 'section-look', ...a }],
      lesson({ place: 'section-look' }),
    ));
  it('begins an exercise with what changes', () =>
    knows(
      [{ type: 'exercise', exercise: 'x', change: { hintsOpened: 1 }, ...a }],
      lesson({ exercises: { x: { ...exercise, hintsOpened: 1 } } }),
    ));
  it('changes an exercise, and keeps the rest', () =>
    knows(
      [
        { type: 'exercise', exercise: 'x', change: { answers: { it: '1' } }, ...a },
        { type: 'exercise', exercise: 'x', change: { done: true }, lesson: 'a', time: 9 },
      ],
      lesson({ exercises: { x: { ...exercise, answers: { it: '1' }, done: true } } }),
    ));
  it('resets an exercise: it begins now', () =>
    knows(
      [
        { type: 'exercise', exercise: 'x', change: { done: true }, ...a },
        { type: 'exercise reset', exercise: 'x', lesson: 'a', time: 9 },
      ],
      lesson({ exercises: { x: { ...exercise, begun: 9 } } }),
    ));
  it('notes an answer', () =>
    knows(
      [{ type: 'quiz answered', quiz: 'q', chosen: [1], right: true, ...a }],
      lesson({ quizzes: { q: { chosen: [1], right: true } } }),
    ));
  it('replaces an answer', () =>
    knows(
      [
        { type: 'quiz answered', quiz: 'q', chosen: [1], right: true, ...a },
        { type: 'quiz answered', quiz: 'q', chosen: [0], right: false, ...a },
      ],
      lesson({ quizzes: { q: { chosen: [0], right: false } } }),
    ));
  it('resets a lesson, and no other', () =>
    assert.deepEqual(
      reduced(opened, { ...opened, lesson: 'b' }, { type: 'lesson reset', lesson: 'a' }),
      { version: 1, lessons: { b: lesson() }, last: 'b' },
    ));
  it('resets all', () => assert.equal(reduced(opened, { type: 'all reset' }), noProgress));

  for (const name of ['constructor', '__proto__', 'toString']) {
    it(`knows nothing of what is called ${name}, until it is begun`, () => {
      assert.equal(lessonProgress(noProgress, name), undefined);
      const action = { lesson: name, exercise: name, time: 5 };
      const progress = reduced({ type: 'exercise', change: { done: true }, ...action });
      assert.deepEqual(Object.entries(progress.lessons), [
        [name, lesson({ exercises: Object.fromEntries([[name, { ...exercise, done: true }]]) })],
      ]);
    });
  }

  const id = fc.constantFrom('a', 'b', '__proto__', 'constructor');
  const common = { lesson: id, exercise: id, quiz: id, time: fc.nat() };
  const anyAction = fc.oneof(
    fc.record({
      type: fc.constantFrom('lesson opened', 'lesson read', 'exercise reset'),
      ...common,
    }),
    fc.record({ type: fc.constant('place'), place: fc.string(), ...common }),
    fc.record({
      type: fc.constant('exercise'),
      change: fc.record(
        { done: fc.boolean(), answers: fc.dictionary(id, fc.string()) },
        { requiredKeys: [] },
      ),
      ...common,
    }),
    fc.record({
      type: fc.constant('quiz answered'),
      chosen: fc.array(fc.nat()),
      right: fc.boolean(),
      ...common,
    }),
    fc.record({ type: fc.constantFrom('lesson reset', 'all reset'), ...common }),
  ) as fc.Arbitrary<ProgressAction>;

  it('never changes what it is given', () => {
    fc.assert(
      fc.property(fc.array(anyAction), anyAction, (before, action) => {
        const progress = deepFreeze(reduced(...before));
        reduceProgress(progress, deepFreeze(action));
        assert.equal(Object.hasOwn(Object.prototype, 'begun'), false);
      }),
    );
  });
});

const task = (kind: 'exercise' | 'quiz') =>
  kind === 'quiz'
    ? ':::: quiz q\n\nWhy?\n\n- [x] a: b\n- [ ] c: d\n::::\n'
    : ':::: exercise x\ntitle: X\n\n```yaml checks\n- say: x\n  image: y\n```\n\n::: solution\nDo.\n:::\n::::\n';

const done: readonly ProgressAction[] = [
  { type: 'exercise', exercise: 'x', change: { done: true }, lesson: 'intro/both', time: 5 },
  { type: 'quiz answered', quiz: 'q', chosen: [0], right: true, lesson: 'intro/both', time: 5 },
];

describe('lessonStanding', () => {
  const both = lessonOf(`${task('exercise')}\n${task('quiz')}`, 'both');
  const stands = (progress: Progress, state: string, count: number) =>
    assert.deepEqual(lessonStanding(both, progress), { state, done: count, of: 2 });

  it('is not begun', () => stands(noProgress, 'not begun', 0));
  it('is begun', () => stands(reduced({ ...opened, lesson: 'intro/both' }), 'begun', 0));
  it('is begun with one of two', () => stands(reduced(...done.slice(0, 1)), 'begun', 1));
  it('is done with all', () => stands(reduced(...done), 'done', 2));
  it('is not done by a wrong answer', () => {
    const wrong = { ...done[1], right: false } as ProgressAction;
    stands(reduced(...done, wrong), 'begun', 1);
  });
  it('of a lesson without tasks is done when it was read', () => {
    const plain = lessonOf('Text.', 'plain');
    const read = reduced({ type: 'lesson read', lesson: plain.id, time: 5 });
    assert.deepEqual(lessonStanding(plain, read), { state: 'done', done: 0, of: 0 });
  });
  it('tells tasks from other blocks', () =>
    assert.deepEqual(lessonOf(`Text.\n\n${task('quiz')}`).blocks.map(isTask), [false, true]));
  it('knows no task that is not begun', () =>
    assert.equal(
      both.blocks.filter(isTask).some((each) => isTaskDone(each, undefined)),
      false,
    ));
});

describe('lessonToContinue', () => {
  const lessons = ['one', 'two', 'three'].map((slug) => lessonOf('Text.', slug));
  const course = courseOf(...lessons);
  const read = (slug: string): ProgressAction => ({
    type: 'lesson read',
    lesson: `intro/${slug}`,
    time: 5,
  });
  const at = (slug: string): ProgressAction => ({ ...opened, lesson: `intro/${slug}` });
  const continues = (slug: string, ...actions: readonly ProgressAction[]) =>
    assert.equal(lessonToContinue(course, reduced(...actions))?.id, `intro/${slug}`);

  it('is the first of all', () => continues('one'));
  it('is the one that was open', () => continues('two', at('two')));
  it('is the one after that is not done', () => continues('three', at('two'), read('two')));
  it('is one before, when all after are done', () =>
    continues('one', at('two'), read('two'), read('three')));
  it('is the first when all are done', () =>
    continues('one', read('one'), read('two'), read('three'), at('three')));
  it('is the first when the one that was open is no more', () => continues('one', at('gone')));
  it('is none of an empty course', () =>
    assert.equal(lessonToContinue(courseOf(), noProgress), undefined));
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
