import assert from 'node:assert/strict';
import type { LabFiles } from '../../../../src/core/ports';
import {
  lessonMessage,
  readRenderContext,
} from '../../../../src/editor/lesson-panel/lesson-message';
import { courseOf, lessonOf } from '../../../support/a-lesson';

const first = lessonOf('See [the next](01-volumes.md).\n\n## Look\n', 'ports');
const second = lessonOf('![a box](box.svg)\n', 'volumes');
const course = courseOf(first, second);

const files: LabFiles = {
  list: async () => ['01-intro/01-ports.md', '01-intro/box.svg', '02-other/circle.svg'],
  read: async (path) => `<svg id="${path}"></svg>`,
};

async function message(lesson: typeof first, place?: string) {
  const context = await readRenderContext(course.chapter, course, files);
  return lessonMessage({ lesson, chapter: course.chapter }, course, context, place);
}

describe('lessonMessage', () => {
  it('frames the first lesson: no way back', async () => {
    const { html: _, ...frame } = await message(first, 'look');
    assert.deepEqual(frame, {
      type: 'lesson',
      id: 'intro/ports',
      chapter: 'Introduction',
      title: 'Lesson ports',
      summary: 'About ports.',
      minutes: 5,
      outline: [{ anchor: 'section-look', title: 'Look' }],
      previous: undefined,
      next: { id: 'intro/volumes', title: 'Lesson volumes' },
      place: 'look',
    });
  });

  it('frames the last lesson: no way on', async () => {
    const { previous, next } = await message(second);
    assert.deepEqual([previous?.id, next], ['intro/ports', undefined]);
  });

  it('knows the lessons that links lead to', async () =>
    assert.match((await message(first)).html, /data-lesson="intro\/volumes"/));

  it('has the diagrams of the chapter', async () =>
    assert.match((await message(second)).html, /<svg id="01-intro\/box.svg">/));
});
