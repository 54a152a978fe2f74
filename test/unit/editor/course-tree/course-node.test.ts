import assert from 'node:assert/strict';
import type { Block, Chapter, Course, Lesson } from '../../../../src/core/lesson/lesson';
import { childNodes, nodeId, topNodes } from '../../../../src/editor/course-tree/course-node';

const quiz: Block = { kind: 'quiz', id: 'why', line: 9, covers: [], question: '?', options: [] };
const prose: Block = { kind: 'prose', line: 1, markdown: 'Text' };

const lesson: Lesson = {
  id: 'introduction/hello',
  chapter: 'introduction',
  title: 'Hello',
  summary: '',
  minutes: 5,
  covers: [],
  needs: [],
  path: '01-introduction/01-hello.md',
  blocks: [prose, quiz],
};

const chapter: Chapter = {
  id: 'introduction',
  number: '1',
  title: 'Introduction',
  summary: '',
  folder: '01-introduction',
  lessons: [lesson],
};

const course: Course = { title: 'Course', chapters: [chapter], problems: [] };

/** All ids, those below a node indented under it. */
function outline(nodes = topNodes(course), depth = 0): readonly string[] {
  return nodes.flatMap((node) => [
    `${' '.repeat(depth)}${nodeId(node)}`,
    ...outline(childNodes(node), depth + 1),
  ]);
}

describe('the nodes of the course', () => {
  it('are chapters, lessons, and what can be done in them', () =>
    assert.deepEqual(outline(), [
      'chapter/introduction',
      ' lesson/introduction/hello',
      '  quiz/introduction/hello/why',
    ]));

  it('begin with the mistakes in lesson files, when there are any', () => {
    const problems = [{ path: 'a.md', line: 3, message: 'No title.' }];
    assert.deepEqual(outline(topNodes({ ...course, problems })).slice(0, 2), [
      'problems',
      ' problem/a.md:3:No title.',
    ]);
  });
});
