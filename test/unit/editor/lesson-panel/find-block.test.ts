import assert from 'node:assert/strict';
import {
  findExercise,
  findFile,
  findQuiz,
  findRun,
  findText,
} from '../../../../src/editor/lesson-panel/find-block';
import { lessonOf } from '../../../support/a-lesson';

const lesson = lessonOf(`
\`\`\`sh run
docker ps
\`\`\`

\`\`\`html file=site/index.html
<h1>Mine</h1>
\`\`\`

:::: exercise start
title: Start it

\`\`\`yaml checks
- say: It runs
  container: web
  is: running
\`\`\`

::: solution
\`\`\`sh run
docker run --name web -d nginx
\`\`\`
:::
::::

:::: quiz why

Why?

- [x] So: because.
- [ ] Not so: it is not.
::::
`);

const unknown = { name: 'LabError', code: 'not-found' };

describe('find-block', () => {
  it('finds a command in the text', () =>
    assert.equal(findRun(lesson, 'run-1').command, 'docker ps'));
  it('finds a command in a solution', () =>
    assert.equal(findRun(lesson, 'run-2').command, 'docker run --name web -d nginx'));
  it('finds a file', () => assert.equal(findFile(lesson, 'file-1').path, 'site/index.html'));
  it('finds what Copy copies, of a command', () =>
    assert.equal(findText(lesson, 'run-1'), 'docker ps'));
  it('finds what Copy copies, of a file', () =>
    assert.equal(findText(lesson, 'file-1'), '<h1>Mine</h1>\n'));
  it('finds an exercise', () => assert.equal(findExercise(lesson, 'start').title, 'Start it'));
  it('finds a question', () => assert.equal(findQuiz(lesson, 'why').options.length, 2));

  it('says so when the page asks for what is not there', () => {
    assert.throws(() => findRun(lesson, 'file-1'), unknown);
    assert.throws(() => findFile(lesson, 'run-1'), unknown);
    assert.throws(() => findText(lesson, '__proto__'), unknown);
    assert.throws(() => findExercise(lesson, 'why'), unknown);
    assert.throws(() => findQuiz(lesson, 'start'), unknown);
  });
});
