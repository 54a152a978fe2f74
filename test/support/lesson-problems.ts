import assert from 'node:assert/strict';
import type { Block } from '../../src/core/lesson/lesson';
import { parseLesson } from '../../src/core/lesson/parse-lesson';

export const head = '---\ntitle: Ports\nsummary: About ports.\nminutes: 5\n---\n';

const place = { id: 'intro/ports', chapter: 'intro', path: '01-intro/01-ports.md' };

/** A lesson with this body, under a head without mistakes. */
export function parseBody(body: string) {
  return parseLesson(head + body, place);
}

/** The body has exactly these problems: each the text of the line where it is, and its words. */
export function tells(body: string, ...expected: readonly (readonly [string, string])[]): void {
  const lines = (head + body).split('\n');
  const { problems } = parseBody(body);
  assert.deepEqual(
    problems.map(({ line, message }) => [lines[line - 1], message]),
    expected,
  );
}

/** The only block of a body that is without mistakes. */
export function onlyBlock(body: string): Block {
  const { lesson, problems } = parseBody(body);
  assert.deepEqual(problems, []);
  const [block, ...others] = lesson?.blocks ?? [];
  assert.deepEqual(others, []);
  assert.ok(block);
  return block;
}
