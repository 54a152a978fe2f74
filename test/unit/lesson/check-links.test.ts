import assert from 'node:assert/strict';
import { checkLinks } from '../../../src/core/lesson/check-links';
import { courseOf, lessonOf } from '../../support/a-lesson';

const paths = [
  '01-intro/01-ports.md',
  '01-intro/01-volumes.md',
  '01-intro/box.svg',
  '01-intro/box.png',
  '01-intro/files/site/index.html',
  '02-other/circle.svg',
  '02-other/files/a.txt',
];

function tells(body: string, ...messages: readonly string[]) {
  const course = courseOf(lessonOf(body, 'ports'), lessonOf('', 'volumes'));
  const problems = checkLinks(course.chapters, paths);
  assert.deepEqual(
    problems.map(({ path, message }) => [path, message]),
    messages.map((message) => ['01-intro/01-ports.md', message]),
  );
}

const use =
  'A link leads to a web address (https://…), to a lesson, to a heading (#…), or to a file below the files folder of its chapter.';
const picture =
  'A picture is an SVG file in the folder of its chapter: ![words](diagrams/name.svg).';

describe('checkLinks', () => {
  it('passes what can be followed', () =>
    tells(
      '[a](https://example.com) [b](01-volumes.md) [c](files/site/index.html) [d](#look) [e](01-volumes.md#x) ![f](box.svg)\n\n## Look\n',
    ));
  it('passes a link to a task', () =>
    tells('[a](#quiz-why)\n\n:::: quiz why\n\nWhy?\n\n- [x] So: yes.\n- [ ] No: no.\n::::\n'));

  it('tells a file that is not there', () =>
    tells('[a](01-nowhere.md)', 'There is no file 01-intro/01-nowhere.md in the labs.'));
  it('tells a file outside of the labs', () =>
    tells('[a](../../secret)', 'There is no file ../secret in the labs.'));
  it('tells a file that no lesson opens', () => tells('[a](box.svg)', use));
  it('tells a file of another chapter', () => tells('[a](../02-other/files/a.txt)', use));
  it('tells another kind of address', () => tells('[a](mailto:me@example.com)', use));
  it('tells an address without a scheme', () => tells('[a](//example.com/x)', use));
  it('tells a link to nothing', () => tells('[a]()', use));
  it('tells a heading that is not there', () =>
    tells('[a](#away)\n\n## Look\n', 'No heading of this lesson is "#away".'));

  it('tells a picture that is not there', () =>
    tells('![a](nothing.svg)', 'There is no file 01-intro/nothing.svg in the labs.'));
  it('tells a picture of another kind', () => tells('![a](box.png)', picture));
  it('tells a picture of another chapter', () => tells('![a](../02-other/circle.svg)', picture));
  it('tells a picture from elsewhere', () => tells('![a](https://example.com/a.svg)', picture));
  it('tells a picture in the text itself', () =>
    tells('![a](data:image/png;base64,AAAA)', picture));
  it('tells a picture without words', () =>
    tells('![](box.svg)', 'Say in words what this picture shows: ![words](diagrams/name.svg).'));

  it('tells the line', () => {
    const course = courseOf(lessonOf('One\n[a](x.md)\n\n[b](y.md)\n'));
    assert.deepEqual(
      checkLinks(course.chapters, []).map(({ line }) => line),
      [8, 10],
    );
  });
});
