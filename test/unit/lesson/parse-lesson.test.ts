import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLesson } from '../../../src/core/lesson/parse-lesson';
import { head, parseBody, tells } from '../../support/lesson-problems';

const place = { id: 'intro/ports', chapter: 'intro', path: '01-intro/01-ports.md' };

/** A whole lesson, with everything that there is. */
const whole = `---
title: Ports
summary: About ports.
minutes: 5
covers: [intro.nginx]
needs: [engine]
---

## Look

A first *paragraph*.

\`\`\`sh run
docker ps
\`\`\`

\`\`\`sh run announced
docker rm --force web
docker ps -a
\`\`\`

\`\`\`html file=site/index.html
<h1>Mine</h1>
\`\`\`

\`\`\`sh
only shown
\`\`\`

:::: exercise start
title: Start it
covers: [intro.nginx]
needs: [compose]

Start it.

\`\`\`yaml checks
- say: It runs
  container: web
\`\`\`

::: hint
Think.
:::

::: solution
\`\`\`sh run
docker run -d --name web nginx
\`\`\`
:::

\`\`\`sh setup
docker pull nginx
\`\`\`

\`\`\`sh cleanup
docker rm --force web
\`\`\`
::::

:::: quiz why
covers: [intro.nginx]

Why?

- [x] So: it is so.
- [ ] Not so: it is not.
::::
`;

const lesson = {
  title: 'Ports',
  summary: 'About ports.',
  minutes: 5,
  covers: ['intro.nginx'],
  needs: ['engine'],
  ...place,
  blocks: [
    { kind: 'prose', markdown: '## Look\n\nA first *paragraph*.', line: 9 },
    { kind: 'run', id: 'run-1', command: 'docker ps', riskAnnounced: false, line: 13 },
    {
      kind: 'run',
      id: 'run-2',
      command: 'docker rm --force web\ndocker ps -a',
      riskAnnounced: true,
      line: 17,
    },
    {
      kind: 'file',
      id: 'file-1',
      path: 'site/index.html',
      language: 'html',
      content: '<h1>Mine</h1>\n',
      line: 22,
    },
    { kind: 'prose', markdown: '```sh\nonly shown\n```', line: 26 },
    {
      kind: 'exercise',
      id: 'start',
      title: 'Start it',
      covers: ['intro.nginx'],
      needs: ['compose'],
      blocks: [{ kind: 'prose', markdown: 'Start it.', line: 35 }],
      checks: [{ kind: 'container', say: 'It runs', container: { name: 'web' } }],
      hints: [{ markdown: 'Think.', line: 42 }],
      solution: [
        {
          kind: 'run',
          id: 'run-3',
          command: 'docker run -d --name web nginx',
          riskAnnounced: false,
          line: 47,
        },
      ],
      setup: ['docker pull nginx'],
      cleanup: ['docker rm --force web'],
      line: 30,
    },
    {
      kind: 'quiz',
      id: 'why',
      covers: ['intro.nginx'],
      question: 'Why?',
      options: [
        { right: true, text: 'So', why: 'It is so.' },
        { right: false, text: 'Not so', why: 'It is not.' },
      ],
      line: 61,
    },
  ],
};

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('parseLesson', () => {
  it('reads a whole lesson', () =>
    assert.deepEqual(plain(parseLesson(whole, place)), { lesson, problems: [] }));
  for (const [name, text] of Object.entries({
    'line ends of Windows': whole.replaceAll('\n', '\r\n'),
    'line ends of an old Mac': whole.replaceAll('\n', '\r'),
    'a byte order mark': `\uFEFF${whole}`,
  })) {
    it(`reads the same with ${name}`, () =>
      assert.deepEqual(plain(parseLesson(text, place)), { lesson, problems: [] }));
  }

  it('has no lesson without its head, and tells of the body all the same', () => {
    const { lesson: none, problems } = parseLesson('---\ntitle: a\nminutes: 1\n---\n# b\n', place);
    assert.equal(none, undefined);
    assert.deepEqual(problems, [
      { path: place.path, line: 2, message: '"summary" is missing.' },
      {
        path: place.path,
        line: 5,
        message: 'The title is the only first-level heading: headings in the text begin with ##.',
      },
    ]);
  });

  it('keeps what is good when a block is broken', () => {
    const { lesson: kept } = parseBody('One.\n\n```sh rum\ndocker ps\n```\n\nTwo.\n');
    assert.deepEqual(
      kept?.blocks.map((block) => block.kind === 'prose' && block.markdown),
      ['One.', 'Two.'],
    );
  });

  it('tells an id that is taken', () => {
    const quiz = (id: string) => `:::: quiz ${id}\n\nWhy?\n\n- [x] a: b\n- [ ] c: d\n::::\n\n`;
    tells(quiz('one') + quiz('two') + quiz('one').replace('quiz one', 'quiz one '), [
      ':::: quiz one ',
      'The id "one" is taken already in this lesson.',
    ]);
  });
  it('tells a part of an exercise that stands alone', () =>
    tells('::: hint\nThink.\n:::\n', ['::: hint', 'A block "hint" belongs in an exercise.']));

  const pieces = fc.constantFrom(
    ...[
      '---\n',
      '\n',
      '\n\n',
      ':::',
      '::::',
      ' exercise a',
      ' quiz b',
      ' hint',
      ' solution',
      '```',
    ],
    ...['sh run', 'yaml checks', 'sh answer=a', 'html file=x', '- say: x\n', '  port: 80\n'],
    ...['title: x\n', 'summary: y\n', 'minutes: 3\n', 'covers: [', '- [ ] ', '- [x] ', ': ', '> '],
    ...['| a | b |\n|---|---|\n', '[a]: b\n', '# c\n', '    ', '\t', '<b>', '\r\n', '\0', 'é'],
  );
  const lessonLike = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
  for (const [name, texts] of [
    ['any text', fc.string({ unit: 'binary' })],
    ['lesson-like text', lessonLike],
    ['lesson-like text below a head', lessonLike.map((body) => head + body)],
  ] as const) {
    it(`takes ${name}, and its problems lie in the file`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const count = text.split(/\r\n|\n|\r/).length;
          const { problems } = parseLesson(text, place);
          for (const { line, message, path } of problems) {
            assert.ok(line >= 1 && line <= count, `${line} of ${count}: ${message}`);
            assert.ok(message !== '' && path === place.path);
          }
        }),
        { numRuns: 300 },
      );
    });
    it(`reads ${name} alike with every line end`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const unix = text.replace(/\r\n|\r/g, '\n');
          assert.deepEqual(
            parseLesson(unix.replaceAll('\n', '\r\n'), place),
            parseLesson(unix, place),
          );
        }),
      );
    });
  }
});
