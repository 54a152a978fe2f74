import assert from 'node:assert/strict';
import {
  renderInline,
  renderLesson,
  renderProse,
  renderSolution,
} from '../../../src/core/lesson/render-lesson';
import { lessonOf } from '../../support/a-lesson';

const context = { readDiagram: () => undefined, lessonAt: () => undefined };

const render = (body: string) => renderLesson(lessonOf(body), context);

/** What a reader sees, without the marks. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const exercise = `:::: exercise start
title: Start \`my_web\`

Do it.

\`\`\`sh run
docker ps
\`\`\`

\`\`\`yaml checks
- say: It *runs*
  container: web
- say: You read it
  answer: version
  ask: Which <version>?
  equals: engine.version
\`\`\`

::: hint
Think.
:::

::: hint
Think again.
:::

::: solution
Like <b>this</b>:

## Look

\`\`\`sh run
docker run -d --name web nginx
\`\`\`

\`\`\`html file=site/index.html
<h1>Mine</h1>
\`\`\`

\`\`\`sh answer=version
docker version
\`\`\`
:::
::::
`;

const quiz = (second: string) => `:::: quiz why

Why \`so\`?

- [x] <i>: because.
- [${second}] Not: because.
::::
`;

describe('renderLesson', () => {
  it('shows prose', () => assert.equal(render('One *two*.').html, '<p>One <em>two</em>.</p>\n'));

  it('shows a block to run, with buttons and a place for its state', () => {
    const { html } = render('```sh run\necho "<b>" &&\n  x\n```\n');
    assert.equal(textOf(html), 'echo &quot;&lt;b&gt;&quot; &amp;&amp; x Run Explain Copy');
    assert.match(
      html,
      /data-block="run-1" aria-label="Command: echo &quot;&lt;b&gt;&quot; &amp;&amp;"/,
    );
    assert.deepEqual(actionsOf(html), ['run', 'explain', 'copy']);
    assert.match(html, /<span class="state" role="status"><\/span>/);
  });

  it('shows a file, with its name', () => {
    const { html } = render('```html file=a&b/"c".html\n<p>\n```\n');
    assert.match(html, /aria-label="File: a&amp;b\/&quot;c&quot;.html"/);
    assert.deepEqual(actionsOf(html), ['write-file', 'copy']);
    assert.match(html, /<code><span class="hljs-tag">&lt;<span class="hljs-name">p/);
  });

  it('shows an exercise, without hints and solution', () => {
    const { html } = render(exercise);
    assert.equal(
      textOf(html),
      'Start my_web exercise 1 of 1 Do it. docker ps Run Explain Copy It runs not checked yet You read it not checked yet Which &lt;version&gt;? Check Terminal Hint 1 of 2 Show solution Reset',
    );
    assert.deepEqual(actionsOf(html), [
      ...['run', 'explain', 'copy'],
      ...['check', 'prompt', 'hint', 'solution', 'reset'],
    ]);
    assert.match(html, /<h3 id="exercise-start" tabindex="-1">/);
    assert.match(html, /<label for="answer-start-version">.*<input id="answer-start-version"/);
    assert.match(html, /<p class="state" role="status"><\/p>/);
  });
  it('has no button for hints where there are none', () => {
    const { html } = render(exercise.replace(/::: hint\n.*\n:::\n/g, ''));
    assert.ok(!actionsOf(html).includes('hint'));
  });
  it('counts exercises', () => {
    const second = exercise.replace('exercise start', 'exercise again');
    assert.match(textOf(render(exercise + second).html), /exercise 1 of 2 .* exercise 2 of 2/);
  });

  it('shows a question with one right answer', () => {
    const { html } = render(quiz(' '));
    assert.equal(textOf(html), 'Why so ? question &lt;i&gt; Not Answer');
    assert.equal(
      [...html.matchAll(/<input type="radio" name="quiz-why" value="[01]">/g)].length,
      2,
    );
    assert.match(html, /<fieldset><legend id="quiz-why" tabindex="-1">/);
    assert.ok(!html.includes('ecause'));
  });
  it('shows a question with several right answers', () => {
    const { html } = render(quiz('x'));
    assert.match(textOf(html), /question, several answers/);
    assert.equal([...html.matchAll(/type="checkbox"/g)].length, 2);
  });

  it('has an outline of headings and exercises', () =>
    assert.deepEqual(render(`## Look\n\n### Not this\n\n${exercise}\n## Look\n`).outline, [
      { anchor: 'section-look', title: 'Look' },
      { anchor: 'exercise-start', title: 'Start my_web' },
      { anchor: 'section-look-1', title: 'Look' },
    ]));

  it('has no id twice, whatever headings are called', () => {
    const { html } = render(
      `## Exercise start\n\n## exercise-start\n\n## Quiz why\n\n## Title\n\n${exercise}\n${quiz(' ')}`,
    );
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(ids.toSorted(), [
      'answer-start-version',
      'exercise-start',
      'quiz-why',
      'section-exercise-start',
      'section-exercise-start-1',
      'section-quiz-why',
      'section-title',
    ]);
  });
});

describe('renderSolution', () => {
  it('shows text, commands and files, not the answers', () => {
    const lesson = lessonOf(exercise);
    const [block] = lesson.blocks;
    assert.ok(block?.kind === 'exercise');
    const html = renderSolution(block, lesson, context);
    assert.equal(
      textOf(html),
      'Like &lt;b&gt;this&lt;/b&gt;: Look docker run -d --name web nginx Run Explain Copy site/index.html &lt; h1 &gt; Mine &lt;/ h1 &gt; Write file Copy',
    );
    assert.match(html, /<h2>Look/);
  });
});

describe('renderProse and renderInline', () => {
  const lesson = lessonOf('');
  it('show blocks', () => assert.equal(renderProse('*a*', lesson, context), '<p><em>a</em></p>\n'));
  it('show one line', () => assert.equal(renderInline('*a*', lesson, context), '<em>a</em>'));
});

function actionsOf(html: string) {
  return [...html.matchAll(/<button type="button" class="\w+" data-action="([^"]*)"/g)].map(
    ([, action]) => action,
  );
}
