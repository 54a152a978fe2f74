import assert from 'node:assert/strict';
import { chooseLessons, isWrong, proveLessons, verdictText } from '../../../src/cli/prove-lessons';
import type { ExerciseVerdict } from '../../../src/cli/verify-exercise';
import { LabError } from '../../../src/core/lab-error';
import type { ShellParser } from '../../../src/core/shell/script';
import { courseOf, lessonOf } from '../../support/a-lesson';
import { fakeBench } from '../../support/fake-workbench';
import { testShellParser } from '../../support/shell-parser';

const exercise = (id: string) =>
  `:::: exercise ${id}\ntitle: A\n\n\`\`\`yaml checks\n- say: It is there\n  image: y\n\`\`\`\n\n::: solution\n\`\`\`sh run\ndocker pull y\n\`\`\`\n:::\n::::\n`;

const { chapters } = courseOf(
  lessonOf(`${exercise('one')}\n${exercise('two')}`, 'first'),
  lessonOf('Only text.', 'second'),
  lessonOf(exercise('three'), 'third'),
);

const verdict = (change: Partial<ExerciseVerdict> = {}): ExerciseVerdict => ({
  lesson: 'intro/first',
  exercise: 'one',
  before: 'fail',
  after: 'pass',
  reason: '',
  ...change,
});

describe('chooseLessons', () => {
  const chooses = (ids: readonly string[], ...slugs: readonly string[]) =>
    assert.deepEqual(
      chooseLessons(chapters, ids).map(({ lesson, folder }) => [lesson.id, folder]),
      slugs.map((slug) => [`intro/${slug}`, '01-intro']),
    );
  it('takes all', () => chooses([], 'first', 'second', 'third'));
  it('takes those that are named, in the order of the course', () =>
    chooses(['intro/third', 'intro/first'], 'first', 'third'));
  it('refuses one that is not there', () =>
    assert.throws(
      () => chooseLessons(chapters, ['intro/first', 'intro/fourth']),
      new LabError('usage', 'There is no lesson "intro/fourth".', {
        advice: 'container-labs labs lists them all.',
      }),
    ));
});

describe('proveLessons', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  it('proves every exercise, on a workbench of its own', async () => {
    const told: ExerciseVerdict[] = [];
    let benches = 0;
    const verdicts = await proveLessons(
      chooseLessons(chapters, []),
      {
        stopped: () => false,
        async bench() {
          benches++;
          return fakeBench(shell, benches === 2 ? { outcomes: ['pass'] } : {});
        },
      },
      (each) => told.push(each),
    );
    assert.deepEqual(
      verdicts.map((each) => [each.exercise, each.before, each.after]),
      [
        ['one', 'fail', 'pass'],
        ['two', 'pass', 'skip'],
        ['three', 'fail', 'pass'],
      ],
    );
    assert.deepEqual(told, verdicts);
    assert.equal(benches, 3);
  });
  it('stops, and tidies up the exercise under way', async () => {
    const bench = fakeBench(shell);
    const told: ExerciseVerdict[] = [];
    await assert.rejects(
      proveLessons(
        chooseLessons(chapters, []),
        { stopped: () => bench.calls.includes('clean up'), bench: async () => bench },
        (each) => told.push(each),
      ),
      new LabError('cancelled', 'Interrupted.'),
    );
    assert.deepEqual([told, bench.calls.filter((call) => call === 'clean up').length], [[], 1]);
  });
});

describe('isWrong', () => {
  it('is so when a check holds too early', () =>
    assert.equal(isWrong(verdict({ before: 'pass', after: 'skip' })), true));
  it('is so when one does not hold after', () =>
    assert.equal(isWrong(verdict({ after: 'fail' })), true));
  it('is not so when all is well', () => assert.equal(isWrong(verdict()), false));
  it('is not so for what was skipped', () =>
    assert.equal(isWrong(verdict({ before: 'skip', after: 'skip' })), false));
});

describe('verdictText', () => {
  const says = (change: Partial<ExerciseVerdict>, text: string) =>
    assert.equal(verdictText(verdict(change)), text);
  it('says that all is well', () => says({}, 'ok       intro/first one\n'));
  it('says what is wrong', () =>
    says(
      { after: 'fail', reason: 'One.\nTwo.' },
      'wrong    intro/first one\n         One.\n         Two.\n',
    ));
  it('says what was skipped', () =>
    says(
      { before: 'skip', after: 'skip', reason: 'No Compose.' },
      'skipped  intro/first one\n         No Compose.\n',
    ));
});
