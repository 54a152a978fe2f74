import assert from 'node:assert/strict';
import { courseText, lessonRows } from '../../../src/cli/lesson-rows';
import { courseOf, lessonOf } from '../../support/a-lesson';

const run = '```sh run\ndocker ps\n```\n';
const lesson = lessonOf(`${run}
:::: exercise start
title: Start \`it\`
covers: [intro.nginx]

${run}
\`\`\`yaml checks
- say: It is there
  image: nginx
- say: So is this
  image: redis
\`\`\`

::: hint
Think.
:::

::: solution
${run}
\`\`\`html file=a
\`\`\`
:::
::::

:::: quiz why
covers: [intro.flag-d]

Why?

- [x] So: yes.
- [ ] Not so: no.
::::
`);

describe('lessonRows', () => {
  it('have the shape that other scripts rely on', () =>
    assert.deepEqual(lessonRows(courseOf(lesson, lessonOf('', 'empty'))), [
      {
        id: 'intro/ports',
        chapter: 'intro',
        title: 'Lesson ports',
        covers: [],
        exercises: [
          {
            id: 'start',
            title: 'Start `it`',
            covers: ['intro.nginx'],
            checks: 2,
            hints: 1,
            solution: true,
          },
        ],
        quizzes: [{ id: 'why', covers: ['intro.flag-d'] }],
        runs: 3,
      },
      {
        id: 'intro/empty',
        chapter: 'intro',
        title: 'Lesson empty',
        covers: [],
        exercises: [],
        quizzes: [],
        runs: 0,
      },
    ]));
});

describe('courseText', () => {
  it('lists chapters and lessons', () => {
    const course = courseOf(lesson);
    const coming = { ...course.chapter, number: '2', title: 'More', folder: '', lessons: [] };
    assert.equal(
      courseText({ ...course, chapters: [course.chapter, coming] }),
      'Course\n\n1  Introduction\n     intro/ports  Lesson ports, 5 min\n2  More  (coming)\n',
    );
  });
});
