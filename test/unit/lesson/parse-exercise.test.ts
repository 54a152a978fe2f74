import assert from 'node:assert/strict';
import { onlyBlock, parseBody, tells } from '../../support/lesson-problems';

const checks = '```yaml checks\n- say: It is there\n  image: nginx\n```\n';
const solution = '::: solution\n```sh run\ndocker pull nginx\n```\n:::\n';

/** An exercise with checks and solution, and more in front of them. */
const exercise = (more: string) =>
  `:::: exercise start\ntitle: Start\n\n${more}\n${checks}\n${solution}::::\n`;

const answerCheck = (id: string) =>
  `\`\`\`yaml checks\n- say: You read it\n  answer: ${id}\n  ask: Which?\n  equals: engine.version\n\`\`\`\n`;

describe('parseExercise', () => {
  it('reads one', () =>
    assert.deepEqual(onlyBlock(exercise('Do it.')), {
      kind: 'exercise',
      id: 'start',
      title: 'Start',
      covers: [],
      needs: [],
      blocks: [{ kind: 'prose', markdown: 'Do it.', line: 9 }],
      checks: [
        {
          kind: 'image',
          say: 'It is there',
          image: 'nginx',
          workingDirectory: undefined,
        },
      ],
      hints: [],
      solution: [
        {
          kind: 'run',
          id: 'run-1',
          command: 'docker pull nginx',
          riskAnnounced: false,
          line: 16,
        },
      ],
      setup: [],
      cleanup: [],
      line: 6,
    }));
  it('reads hints, set-up and clean-up, in order', () => {
    const block = onlyBlock(
      exercise(
        '::: hint\nOne.\n:::\n\n::: hint\nTwo.\n\n- a\n:::\n\n```sh  setup\na\n```\n\n```sh setup\nb\n```\n\n```sh cleanup\nc\n```\n',
      ),
    );
    assert.ok(block.kind === 'exercise');
    const { hints, setup, cleanup } = block;
    assert.deepEqual(
      [hints.map(({ markdown }) => markdown), setup, cleanup],
      [['One.', 'Two.\n\n- a'], ['a', 'b'], ['c']],
    );
  });
  it('reads an answer in a solution', () => {
    const block = onlyBlock(
      `:::: exercise start\ntitle: Start\n\n${answerCheck('it')}\n::: solution\n\`\`\`sh answer=it\ndocker version\n\`\`\`\n:::\n::::\n`,
    );
    assert.deepEqual(block.kind === 'exercise' && block.solution, [
      { kind: 'answer', check: 'it', command: 'docker version', line: 17 },
    ]);
  });

  it('tells that it has no checks', () =>
    tells(`:::: exercise start\ntitle: Start\n\n${solution}::::\n`, [
      ':::: exercise start',
      'This exercise has no checks: a block "yaml checks".',
    ]));
  it('tells that it has no solution', () =>
    tells(`:::: exercise start\ntitle: Start\n\n${checks}::::\n`, [
      ':::: exercise start',
      'This exercise has no solution: a block "::: solution".',
    ]));
  it('tells that its solution is empty', () =>
    tells(`:::: exercise start\ntitle: Start\n\n${checks}\n::: solution\n:::\n::::\n`, [
      ':::: exercise start',
      'This exercise has no solution: a block "::: solution".',
    ]));
  it('tells an empty hint', () =>
    tells(exercise('::: hint\n:::\n'), ['::: hint', 'This hint is empty.']));
  it('tells a check that cannot be read', () =>
    tells(exercise('').replace('  image: nginx', '  imag: nginx'), [
      '- say: It is there',
      'A check needs a subject. Did you mean "image"?',
    ]));
  it('tells a list of checks that is empty', () =>
    tells(exercise('').replace('- say: It is there\n  image: nginx', '[]'), [
      '[]',
      'Checks are a list: each begins with "- say: …".',
    ]));
  it('tells a block to run in a hint', () =>
    tells(exercise('::: hint\n```sh run\na\n```\n:::\n'), [
      '```sh run',
      '"sh run" cannot stand inside a list, a quote or a hint: put it on its own.',
    ]));
  it('tells a quiz inside', () =>
    tells(
      exercise(':::: quiz why\n\nWhy?\n\n- [x] a: b\n- [ ] c: d\n::::\n')
        .replace(':::: exercise', '::::: exercise')
        .replace(/::::\n$/, ':::::\n'),
      [':::: quiz why', 'A block "quiz" cannot stand here, inside an exercise.'],
    ));
  it('tells an answer that nobody asks for', () =>
    tells(exercise('').replace('sh run', 'sh answer=it'), [
      '```sh answer=it',
      'No check asks for the answer "it".',
    ]));
  it('tells an answer that the solution lacks', () =>
    tells(exercise(answerCheck('it')), [
      ':::: exercise start',
      'The solution has no answer "it": a block "sh answer=it".',
    ]));
  it('tells answers that have one id', () =>
    tells(exercise(answerCheck('it') + answerCheck('it')).replace('sh run', 'sh answer=it'), [
      ':::: exercise start',
      'Two checks ask for the answer "it": each needs an id of its own.',
    ]));

  it('is left out without a title, and everything in it told', () => {
    const text = exercise('```sh rum\na\n```\n').replace('title: Start', 'titel: Start');
    assert.deepEqual(parseBody(text).lesson?.blocks, []);
    tells(
      text,
      ['titel: Start', '"title" is missing.'],
      ['titel: Start', '"titel" is not known here. Did you mean "title"?'],
      [
        '```sh rum',
        '"sh rum" is not known here. Known: "sh run", "LANGUAGE file=PATH"; right inside an exercise "yaml checks", "sh setup", "sh cleanup"; in a solution "sh answer=ID".',
      ],
    );
  });
  for (const id of ['', ' Start', ' 1st', ' a_b', ' a b']) {
    it(`is left out without an id of letters: "${id}"`, () => {
      const text = exercise('').replace(' start', id);
      assert.deepEqual(parseBody(text).lesson?.blocks, []);
      tells(text, [
        `:::: exercise${id}`,
        'After "exercise" stands an id of small letters, digits and dashes, such as "move-port".',
      ]);
    });
  }
});
