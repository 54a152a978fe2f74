import assert from 'node:assert/strict';
import { LabError } from '../../../src/core/lab-error';
import { loadCourse } from '../../../src/core/lesson/load-course';
import { memoryFiles } from '../../support/memory-files';

const courseText = `title: Course
chapters:
  - id: introduction
    number: "1"
    title: Introduction
    summary: First steps.
    folder: 01-introduction
  - id: images
    number: "4b"
    title: Images
    summary: What they are made of.
`;

const lesson = (title: string, body = '') =>
  `---\ntitle: ${title}\nsummary: About it.\nminutes: 5\n---\n${body}`;

const load = (files: Readonly<Record<string, string>>) =>
  loadCourse(memoryFiles({ 'course.yaml': courseText, ...files }));

describe('loadCourse', () => {
  it('has chapters and lessons in their order', async () => {
    const { title, chapters, problems } = await load({
      '01-introduction/10-last.md': lesson('Last'),
      '01-introduction/2-second.md': lesson('Second'),
      '01-introduction/01-first-one.md': lesson('First'),
      '01-introduction/README.md': 'For authors.',
      '01-introduction/files/03-third.md': 'For learners.',
      '02-other/01-other.md': lesson('Other'),
    });
    assert.deepEqual([title, problems], ['Course', []]);
    assert.deepEqual(
      chapters.map(({ id, number, lessons }) => [id, number, lessons.map((each) => each.id)]),
      [
        [
          'introduction',
          '1',
          ['introduction/first-one', 'introduction/second', 'introduction/last'],
        ],
        ['images', '4b', []],
      ],
    );
  });

  it('goes on when a lesson is broken', async () => {
    const { chapters, problems } = await load({
      '01-introduction/01-broken.md': '# No head\n',
      '01-introduction/02-slip.md': lesson('Slip', '```sh rum\na\n```\n'),
      '01-introduction/03-whole.md': lesson('Whole'),
    });
    assert.deepEqual(
      chapters[0]?.lessons.map(({ title }) => title),
      ['Slip', 'Whole'],
    );
    assert.deepEqual(
      problems.map(({ path, line }) => [path, line]),
      [
        ['01-introduction/01-broken.md', 1],
        ['01-introduction/01-broken.md', 1],
        ['01-introduction/02-slip.md', 6],
      ],
    );
  });

  it('goes on when a lesson cannot be read', async () => {
    const files = memoryFiles({
      'course.yaml': courseText,
      '01-introduction/01-whole.md': lesson('Whole'),
    });
    const { chapters, problems } = await loadCourse({
      ...files,
      list: async () => ['01-introduction/01-whole.md', '01-introduction/02-locked.md'],
    });
    assert.equal(chapters[0]?.lessons.length, 1);
    assert.deepEqual(problems, [
      {
        path: '01-introduction/02-locked.md',
        line: 1,
        message: 'The lab file 01-introduction/02-locked.md cannot be read.',
      },
    ]);
  });

  it('tells a file that is no lesson, for its name', async () => {
    const { chapters, problems } = await load({
      '01-introduction/01-a.md': lesson('A'),
      '01-introduction/2_b.md': lesson('B'),
      '01-introduction/03-C.md': lesson('C'),
    });
    assert.equal(chapters[0]?.lessons.length, 1);
    const message =
      'This is no lesson: the name of one is a number, a dash, then small letters, digits and dashes.';
    assert.deepEqual(problems, [
      { path: '01-introduction/03-C.md', line: 1, message },
      { path: '01-introduction/2_b.md', line: 1, message },
    ]);
  });

  it('tells two lessons that have one id', async () => {
    const { chapters, problems } = await load({
      '01-introduction/01-a.md': lesson('One'),
      '01-introduction/02-a.md': lesson('Two'),
    });
    assert.deepEqual(
      chapters[0]?.lessons.map(({ title }) => title),
      ['One'],
    );
    assert.deepEqual(problems, [
      {
        path: '01-introduction/02-a.md',
        line: 1,
        message:
          'Another lesson has the id "introduction/a": the names differ in their number only.',
      },
    ]);
  });

  it('tells links that lead nowhere', async () => {
    const { problems } = await load({ '01-introduction/01-a.md': lesson('A', '[x](02-b.md)\n') });
    assert.deepEqual(problems, [
      {
        path: '01-introduction/01-a.md',
        line: 6,
        message: 'There is no file 01-introduction/02-b.md in the labs.',
      },
    ]);
  });

  it('tells a chapter whose folder has no lesson', async () => {
    const { problems } = await load({});
    assert.deepEqual(problems, [
      {
        path: 'course.yaml',
        line: 7,
        message: 'The chapter "introduction" has no lesson: no file 01-introduction/NN-name.md.',
      },
    ]);
  });

  describe('rejects when there is no course', () => {
    const rejects = (text: string, message: string) =>
      assert.rejects(loadCourse(memoryFiles({ 'course.yaml': text })), (error) => {
        assert.ok(error instanceof LabError);
        assert.deepEqual(
          [error.code, error.message, error.advice],
          ['invalid-lesson', message, 'Repair that line, then load the course again.'],
        );
        return true;
      });
    it('because it is not YAML', () =>
      rejects(
        'title: [',
        'The list of chapters cannot be read: course.yaml, line 1: This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ));
    it('because a key is missing', () =>
      rejects(
        courseText.replace('    summary: First steps.\n', ''),
        'The list of chapters cannot be read: course.yaml, line 3: "chapters.0.summary" is missing.',
      ));
    it('because two chapters have one id', () =>
      rejects(
        courseText.replace('id: images', 'id: introduction'),
        'The list of chapters cannot be read: course.yaml, line 8: The id "introduction" is taken already.',
      ));
    it('because the file is not there', () =>
      assert.rejects(
        loadCourse(memoryFiles({})),
        new LabError('file', 'The lab file course.yaml cannot be read.'),
      ));
  });
});
