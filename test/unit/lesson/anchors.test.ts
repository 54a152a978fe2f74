import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  createHeadingAnchors,
  exerciseAnchor,
  linkedAnchor,
  quizAnchor,
} from '../../../src/core/lesson/anchors';

const anchors = (titles: readonly string[], ...expected: readonly string[]) => {
  const anchorFor = createHeadingAnchors();
  assert.deepEqual(titles.map(anchorFor), expected);
};

describe('createHeadingAnchors', () => {
  it('joins words', () => anchors(['Look at it'], 'section-look-at-it'));
  it('drops what a code host drops', () =>
    anchors(['What’s `new`? (1/2)'], 'section-whats-new-12'));
  it('keeps letters of any language', () => anchors(['Überblick 概要'], 'section-überblick-概要'));
  it('counts headings that are named alike', () =>
    anchors(['A', 'a', 'a-1', 'A'], 'section-a', 'section-a-1', 'section-a-1-1', 'section-a-2'));
  it('gives one to a heading without letters', () => anchors(['…', '!'], 'section-', 'section--1'));

  it('gives no id twice, and none of a task', () => {
    const titles = fc.array(fc.string({ unit: fc.constantFrom(...'aA-1 !') }));
    fc.assert(
      fc.property(titles, (names) => {
        const anchorFor = createHeadingAnchors();
        const ids = [...names.map(anchorFor), exerciseAnchor('a'), quizAnchor('a')];
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });
});

describe('linkedAnchor', () => {
  it('is a heading', () => assert.equal(linkedAnchor('look-at-it'), 'section-look-at-it'));
  it('is an exercise', () => assert.equal(linkedAnchor(exerciseAnchor('a')), exerciseAnchor('a')));
  it('is a quiz', () => assert.equal(linkedAnchor(quizAnchor('a')), quizAnchor('a')));
});
