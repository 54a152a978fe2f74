import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseProgress } from '../../../src/core/progress/parse-progress';
import { noProgress, type Progress } from '../../../src/core/progress/progress';

const progress: Progress = {
  version: 1,
  last: 'intro/ports',
  lessons: {
    'intro/ports': {
      begun: 5,
      read: true,
      place: 'section-look',
      exercises: {
        start: { begun: 6, done: true, hintsOpened: 2, solutionShown: true, answers: { it: '1' } },
      },
      quizzes: { why: { chosen: [0, 2], right: true } },
    },
  },
};

/** A lesson of which nothing could be understood. */
const empty = { begun: 0, read: false, place: undefined, exercises: {}, quizzes: {} };
const stored = (lesson: unknown) => ({ version: 1, lessons: { a: lesson } });
const keeps = (lesson: unknown, expected: object) =>
  assert.deepEqual(parseProgress(stored(lesson)).lessons, { a: { ...empty, ...expected } });

describe('parseProgress', () => {
  it('reads what was stored', () =>
    assert.deepEqual(parseProgress(JSON.parse(JSON.stringify(progress))), progress));
  for (const nothing of [undefined, null, '', 'x', 5, true, [], {}, { lessons: null }]) {
    it(`is empty of ${JSON.stringify(nothing)}`, () =>
      assert.deepEqual(parseProgress(nothing), noProgress));
  }
  it('keeps what it understands of an older version', () =>
    assert.deepEqual(parseProgress({ ...progress, version: undefined }), progress));
  it('keeps what it understands of a newer version', () =>
    assert.deepEqual(parseProgress({ ...progress, version: 7, badges: ['first'] }), progress));

  it('leaves out a lesson that is none, and keeps the others', () => {
    const { lessons } = parseProgress({ lessons: { a: 'done', b: {}, c: null, d: [] } });
    assert.deepEqual(lessons, { b: empty });
  });
  it('keeps a lesson of which something is wrong', () =>
    keeps({ begun: '5', read: 'yes', place: 7, exercises: 'x', quizzes: [1] }, {}));
  it('keeps no time that no calendar has', () => {
    for (const begun of [-1, NaN, Infinity, 1e300, '1', null]) keeps({ begun }, { begun: 0 });
  });
  it('keeps an exercise of which something is wrong', () =>
    keeps(
      {
        exercises: {
          x: { begun: 1, done: 1, hintsOpened: -1, solutionShown: 'no', answers: { a: 1, b: '2' } },
          y: 5,
        },
      },
      {
        exercises: {
          x: { begun: 1, done: false, hintsOpened: 0, solutionShown: false, answers: { b: '2' } },
        },
      },
    ));
  it('leaves out a quiz that nobody can judge', () =>
    keeps(
      { quizzes: { q: { chosen: [0] }, r: { chosen: ['0'], right: true } } },
      { quizzes: { r: { chosen: [], right: true } } },
    ));
  it('keeps no last lesson that is no text', () =>
    assert.equal(parseProgress({ ...progress, last: 5 }).last, undefined));

  it('lets no key reach a prototype', () => {
    const text = `{"__proto__":{"polluted":1},"lessons":{"__proto__":{"read":true},"a":{
      "__proto__":{"read":true},"exercises":{"__proto__":{"done":true,"polluted":1}},
      "quizzes":{"constructor":{"prototype":{"polluted":1},"right":true,"chosen":[]}}}}}`;
    const { lessons } = parseProgress(JSON.parse(text));
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.equal(Object.getPrototypeOf(lessons), Object.prototype);
    assert.equal(lessons.a?.read, false);
    assert.equal(Object.getPrototypeOf(lessons.a?.exercises), Object.prototype);
  });

  it('takes anything, and reads its own answer alike', () => {
    const part = fc.anything({ withNullPrototype: true });
    const exercise = fc.record({ begun: part, done: part, answers: part }, { requiredKeys: [] });
    const lesson = fc.record(
      { begun: part, read: part, exercises: fc.dictionary(fc.string(), exercise), quizzes: part },
      { requiredKeys: [] },
    );
    const lessons = fc.dictionary(fc.constantFrom('a', '__proto__', 'constructor'), lesson);
    fc.assert(
      fc.property(fc.oneof(part, fc.record({ lessons, last: part })), (value) => {
        const once = parseProgress(value);
        assert.deepEqual(parseProgress(once), once);
      }),
    );
  });
});
