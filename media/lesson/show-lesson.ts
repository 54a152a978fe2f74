import type { LessonMessage } from '../../src/protocol';
import { element, frame, icon } from './dom';
import { sanitize } from './sanitize';

/** Puts a lesson's text into the frame. */
export function showLesson(lesson: LessonMessage): void {
  document.title = lesson.title;
  frame('crumb').replaceChildren(`${lesson.chapter} › `, element('b', {}, lesson.title));
  frame('title').textContent = lesson.title;
  frame('summary').textContent = `${lesson.minutes} minutes · ${lesson.summary}`;
  frame('content').replaceChildren(sanitize(lesson.html));
  showOutline(lesson.outline);
  showFooter(lesson);
}

function showOutline(outline: LessonMessage['outline']): void {
  const links = outline.map(({ anchor, title }) =>
    element('a', { href: '#', 'data-anchor': anchor }, title),
  );
  frame('outline').replaceChildren(...links);
  frame('outline').hidden = links.length < 2;
}

function showFooter({ previous, next }: LessonMessage): void {
  const nodes: Node[] = [];
  if (previous !== undefined) {
    nodes.push(
      element(
        'a',
        { href: '#', class: 'previous', 'data-lesson': previous.id, rel: 'prev' },
        icon('arrow-left'),
        element('span', {}, element('small', {}, 'Previous lesson'), previous.title),
      ),
    );
  }
  if (next !== undefined) {
    nodes.push(
      element(
        'a',
        { href: '#', class: 'next', 'data-lesson': next.id, rel: 'next' },
        element('span', {}, element('small', {}, 'Next lesson'), next.title),
        icon('arrow-right'),
      ),
    );
  }
  frame('footer').replaceChildren(...nodes);
}
