import assert from 'node:assert/strict';
import { readLinks } from '../../../src/core/lesson/read-links';
import { lessonOf } from '../../support/a-lesson';

const body = `See [one](a.md) and
[two](b.md) and ![a box](c.svg).

## Look

:::: exercise start
title: Start it

## Inside

\`\`\`yaml checks
- say: It is there
  image: nginx
\`\`\`

::: hint
See [three](d.md).
:::

::: solution
## Hidden

See [four](e.md).
\`\`\`sh run
docker ps
\`\`\`
:::
::::

:::: quiz why

Why [five](f.md)?

- [x] So [six](g.md): because of [seven](h.md).
- [ ] Not so: it is not.
::::
`;

/** The lines of the file: the head takes six. */
const lines = ['', '', '', '', '', '', ...body.split('\n')];

describe('readLinks', () => {
  const { links, anchors } = readLinks(lessonOf(body));

  it('finds links and pictures everywhere, each in its line', () =>
    assert.deepEqual(
      links.map(({ kind, href, text, line }) => [kind, href, text, lines[line - 1]]),
      [
        ['link', 'a.md', '', 'See [one](a.md) and'],
        ['link', 'b.md', '', '[two](b.md) and ![a box](c.svg).'],
        ['image', 'c.svg', 'a box', '[two](b.md) and ![a box](c.svg).'],
        ['link', 'e.md', '', 'See [four](e.md).'],
        ['link', 'd.md', '', 'See [three](d.md).'],
        ['link', 'f.md', '', ':::: quiz why'],
        ['link', 'g.md', '', ':::: quiz why'],
        ['link', 'h.md', '', ':::: quiz why'],
      ],
    ));

  it('knows the ids of headings and tasks, not of those that are hidden', () =>
    assert.deepEqual([...anchors].toSorted(), [
      'exercise-start',
      'quiz-why',
      'section-inside',
      'section-look',
    ]));
});
