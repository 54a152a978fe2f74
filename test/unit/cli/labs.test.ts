import assert from 'node:assert/strict';
import { labs } from '../../../src/cli/labs';
import { LabError } from '../../../src/core/lab-error';
import { runCommand } from '../../support/captured-printer';
import { withFolder } from '../../support/temporary-folder';

const course = `title: Course
chapters:
  - { id: intro, number: "1", title: Introduction, summary: First steps., folder: 01-intro }
`;
const lesson = '---\ntitle: Ports\nsummary: About ports.\nminutes: 5\n---\n';

/** The command over a course of one lesson with this body. */
async function run(body: string, ...options: readonly string[]) {
  let result: Awaited<ReturnType<typeof runCommand>> | undefined;
  await withFolder(
    { 'course.yaml': course, '01-intro/01-ports.md': lesson + body },
    async (folder) => {
      result = await runCommand(labs, '--labs', folder, ...options);
    },
  );
  return result;
}

describe('labs', () => {
  it('lists the lessons', async () =>
    assert.deepEqual(await run(''), {
      exitCode: 0,
      output: 'Course\n\n1  Introduction\n     intro/ports  Ports, 5 min\n',
      complaints: '',
    }));
  it('lists them as JSON', async () => {
    const rows = JSON.parse((await run('', '--json'))?.output ?? '');
    assert.deepEqual(
      rows.map(({ id }: { id: string }) => id),
      ['intro/ports'],
    );
  });
  it('tells mistakes, and the lessons all the same', async () => {
    const result = await run('# Again\n', '--json');
    assert.equal(result?.exitCode, 1);
    assert.equal(
      result?.complaints,
      '01-intro/01-ports.md:6: The title is the only first-level heading: headings in the text begin with ##.\n',
    );
    assert.equal(JSON.parse(result?.output ?? '').length, 1);
  });
  for (const option of ['--help', '-h']) {
    it(`tells its options: ${option}`, async () => {
      const { exitCode, output } = await runCommand(labs, option);
      assert.equal(exitCode, 0);
      assert.match(output, /^container-labs labs \[options\]\n.*--json.*--labs FOLDER/s);
    });
  }
  it('refuses an option that nobody knows', () =>
    assert.rejects(
      runCommand(labs, '--nonsense'),
      new LabError('usage', "Unknown option '--nonsense'.", {
        advice: 'See: container-labs labs --help',
      }),
    ));
  it('refuses a folder that is none', () =>
    withFolder({}, (folder) =>
      assert.rejects(runCommand(labs, '--labs', `${folder}/labs`), /cannot be read/),
    ));
});
